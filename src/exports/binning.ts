import type { Binning } from "../clusters/meetings.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Widths a person can name; starts fall on whole multiples, so that bins of a day are days. */
const WIDTHS = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  30 * DAY,
  90 * DAY,
];
const MOST_BINS = 240;

/** The narrowest bins that keep the whole span within `MOST_BINS`. */
export function binningOf(firstMs: number, lastMs: number): Binning {
  for (const binMs of WIDTHS) {
    const startMs = Math.floor(firstMs / binMs) * binMs;
    const bins = Math.floor((lastMs - startMs) / binMs) + 1;
    if (bins <= MOST_BINS) return { startMs, binMs, bins };
  }
  const binMs = Math.ceil((lastMs - firstMs + 1) / (MOST_BINS - 1) / DAY) * DAY;
  const startMs = Math.floor(firstMs / binMs) * binMs;
  return { startMs, binMs, bins: Math.floor((lastMs - startMs) / binMs) + 1 };
}
