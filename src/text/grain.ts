import { formatDelay, formatGap } from "./figures.ts";

/**
 * How exact are these times? An export that gives minutes makes "0 s apart" mean "in the same minute", and the page must not say more
 * than the data does. A minute is concluded when at least `ENOUGH` times all fall on full minutes (by chance: 60^-ENOUGH).
 */

const ENOUGH = 4;
const MINUTE_MS = 60_000;

/** Smallest difference the times can tell, in milliseconds: a minute or a second. */
export function grainOf(timesMs: readonly number[]): number {
  const isWhole = timesMs.length >= ENOUGH && timesMs.every((timeMs) => timeMs % MINUTE_MS === 0);
  return isWhole ? MINUTE_MS : 1000;
}

/** A delay, or `same minute` where the times cannot tell more. */
export function formatDelayAt(delayMs: number, grainMs: number): string {
  return delayMs === 0 && grainMs >= MINUTE_MS ? "same minute" : formatDelay(delayMs);
}

/** A length of time, or `same minute` where the times cannot tell more. A middle between two whole minutes is given as the later. */
export function formatGapAt(gapMs: number, grainMs: number): string {
  if (grainMs < MINUTE_MS) return formatGap(gapMs);
  return gapMs === 0 ? "same minute" : formatGap(Math.ceil(gapMs / MINUTE_MS) * MINUTE_MS);
}
