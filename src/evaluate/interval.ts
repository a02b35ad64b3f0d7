/** Where a figure lies in 95 of 100 resamples. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Resamples in which the figure exists: a precision does not where nothing was flagged. */
  readonly defined: number;
}

export const LEVEL = 0.95;

/**
 * The percentile interval: from the 2.5th to the 97.5th percentile of what the resamples gave (Efron 1979, doi 10.1214/aos/1176344552),
 * quantiles between two values by straight line. Cost n log n.
 *
 * @param values one a resample; those where the figure does not exist left out
 * @returns null without any value
 */
export function percentileInterval(values: readonly number[]): Interval | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return {
    low: quantile(sorted, (1 - LEVEL) / 2),
    high: quantile(sorted, (1 + LEVEL) / 2),
    defined: sorted.length,
  };
}

function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
