import { packEnclose, packSiblings } from "d3-hierarchy";

/** Discs with area by accounts, packed without overlap into the unit square: larger ones near the middle, order by rank. */
export function discMap(accounts: readonly number[]): { x: number; y: number; r: number }[] {
  const discs = packSiblings(
    accounts.map((count) => ({ x: 0, y: 0, r: Math.sqrt(Math.max(1, count)) + MARGIN, count })),
  );
  const around = packEnclose(discs) ?? { x: 0, y: 0, r: 1 };
  const round = (value: number): number => Math.round(value * 1e5) / 1e5;
  return discs.map(({ x, y, count }) => ({
    x: round(0.5 + (x - around.x) / (2 * around.r)),
    y: round(0.5 + (y - around.y) / (2 * around.r)),
    r: round(Math.sqrt(Math.max(1, count)) / (2 * around.r)),
  }));
}

/** Air between discs, in units of one account's radius: rooms for labels and lines. */
const MARGIN = 0.6;
