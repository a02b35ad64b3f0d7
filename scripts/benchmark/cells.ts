import type { Mean } from "./tally.ts";

/** Figures as cells of a table. */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** "0.71 (0.60 to 0.80)", or a dash where the figure exists in no world. */
export function meanCell({ mean, interval }: Mean): string {
  if (mean === null) return "–";
  return interval === null
    ? mean.toFixed(2)
    : `${mean.toFixed(2)} (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`;
}
