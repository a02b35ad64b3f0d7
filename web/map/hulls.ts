import { polygonHull } from "d3";
import type { Profile } from "../../src/clusters/profile.ts";
import { UnionFind } from "../../src/math/union-find.ts";
import { formatNumberOf } from "../../src/text/figures.ts";
import { type Mark, PLAIN } from "./scene.ts";
import type { Point } from "./segments.ts";

/**
 * Of which parts is the cluster? Those it was found in, where the case names them; else those that no pair joins, directly or through
 * others. Other evidence made them one (see Checks), and a reader must see where few lines or none do. O(members + ties).
 *
 * What it does not show: parts within parts. One hull around everything would say nothing, so a cluster of one piece has none.
 */
export function partsOf(profile: Pick<Profile, "members" | "ties" | "tiesTotal">): readonly (readonly number[])[] {
  const named = new Map<number, number[]>();
  for (const [index, { part }] of profile.members.entries()) {
    if (part !== undefined) named.set(part, [...(named.get(part) ?? []), index]);
  }
  if (named.size > 1) return [...named].sort(([a], [b]) => a - b).map(([, members]) => members);
  // Weaker ties that did not travel might join what looks apart.
  if (profile.tiesTotal > profile.ties.length) return [];
  const sets = new UnionFind(profile.members.length);
  for (const tie of profile.ties) sets.join(tie.a, tie.b);
  const several = sets.groups().filter((part) => part.length > 1);
  return several.length > 1 ? several : [];
}

interface HullColors {
  readonly sunken: string;
  readonly line: string;
  readonly ink3: string;
  readonly surface: string;
}

/** Around each part a line with some air, and below it how many accounts it holds. */
export function hullMarks(parts: readonly (readonly Point[])[], colors: HullColors, family: string): readonly Mark[] {
  const areas = parts.map(
    (points): Mark => ({
      ...PLAIN,
      kind: "path",
      d: hullPath(points, HULL_AIR),
      fill: colors.sunken,
      stroke: colors.line,
      strokeWidth: 1,
      opacity: 0.75,
    }),
  );
  const names = parts.flatMap((points): Mark[] => {
    const low = points.reduce<Point | null>(
      (lowest, point) => (lowest === null || point.y > lowest.y ? point : lowest),
      null,
    );
    if (low === null) return [];
    return [
      {
        ...PLAIN,
        kind: "text",
        x: low.x,
        y: low.y + HULL_AIR + 12,
        text: `part of ${formatNumberOf(points.length, "account")}`,
        fill: colors.ink3,
        stroke: colors.surface,
        strokeWidth: 4,
        sizePx: 11,
        weight: "400",
        family,
        anchor: "middle",
        isMiddle: true,
      },
    ];
  });
  return [...areas, ...names];
}

const HULL_AIR = 26;

/** A rounded line around the points: through a circle of points around each, so that two or one have a hull as well. */
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
