import { polygonHull } from "d3";
import type { Profile } from "../../src/clusters/profile.ts";
import { UnionFind } from "../../src/math/union-find.ts";
import type { Point } from "./segments.ts";

/**
 * Which members are joined by pairs, directly or through others? Parts of a cluster that no pair joins are drawn with a hull around
 * each: other evidence made them one (see Checks), and a reader must see that no line does. O(ties).
 *
 * What it does not show: parts within parts. One hull around everything would say nothing, so a cluster of one piece has none.
 */
export function partsOf(profile: Pick<Profile, "members" | "ties" | "tiesTotal">): readonly (readonly number[])[] {
  // Weaker ties that did not travel might join what looks apart.
  if (profile.tiesTotal > profile.ties.length) return [];
  const sets = new UnionFind(profile.members.length);
  for (const tie of profile.ties) sets.join(tie.a, tie.b);
  const several = sets.groups().filter((part) => part.length > 1);
  return several.length > 1 ? several : [];
}

/** A line around the points with some air, rounded; through a circle of points, so that two or one have a hull as well. */
export function hullPath(points: readonly Point[], air: number): string {
  const around = points.flatMap(({ x, y }) =>
    Array.from({ length: 12 }, (_, i): [number, number] => [
      x + air * Math.cos((i * Math.PI) / 6),
      y + air * Math.sin((i * Math.PI) / 6),
    ]),
  );
  const hull = polygonHull(around);
  return hull === null ? "" : `M${hull.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z`;
}
