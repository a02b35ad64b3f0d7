import type { Point } from "./segments.ts";

/** Which points lie within a line drawn by hand? By the even-odd rule, O(points · corners); a box is a line of four corners. */
export function pointsWithin(points: readonly (Point | undefined)[], outline: readonly Point[]): readonly number[] {
  if (outline.length < 3) return [];
  return points.flatMap((point, index) => (point !== undefined && isWithin(point, outline) ? [index] : []));
}

export function boxOutline(from: Point, to: Point): readonly Point[] {
  return [from, { x: to.x, y: from.y }, to, { x: from.x, y: to.y }];
}

function isWithin({ x, y }: Point, outline: readonly Point[]): boolean {
  let isIn = false;
  for (const [at, corner] of outline.entries()) {
    const last = outline[(at + outline.length - 1) % outline.length];
    if (last === undefined || corner.y > y === last.y > y) continue;
    if (x < ((last.x - corner.x) * (y - corner.y)) / (last.y - corner.y) + corner.x) isIn = !isIn;
  }
  return isIn;
}
