import type { Cost } from "./measure.ts";

/** How often each side is measured, one after the other in turns, so that a slow minute of the machine falls on both. */
export const RUNS = 3;

/** Median with least and most in brackets; one run stands alone. */
export function spreadCell(values: readonly number[], format: (value: number) => string): string {
  const sorted = [...values].sort((a, b) => a - b);
  if (sorted.length === 1) return format(sorted[0]!);
  return `${format(medianOf(sorted))} (${format(sorted[0]!)} to ${format(sorted.at(-1)!)})`;
}

export function medianOf(values: readonly number[]): number {
  if (values.length === 0) throw new Error("bench: no median of nothing");
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Wall, CPU and memory of some runs. */
export function spreadCells(costs: readonly Cost[]): string[] {
  return [
    spreadCell(
      costs.map(({ wallS }) => wallS),
      seconds,
    ),
    spreadCell(
      costs.map(({ cpuS }) => cpuS),
      seconds,
    ),
    `${(Math.max(...costs.map(({ peakBytes }) => peakBytes)) / 1e9).toFixed(2)} GB`,
  ];
}

/** Each side in turns; the results side by side. */
export async function inTurns<T>(sides: readonly (() => Promise<T>)[], runs = RUNS): Promise<T[][]> {
  const results: T[][] = sides.map(() => []);
  for (let run = 0; run < runs; run++) for (const [i, side] of sides.entries()) results[i]!.push(await side());
  return results;
}

export function seconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
}

/** "0.43 times": ours against theirs, by medians. */
export function timesOf(ours: readonly number[], theirs: readonly number[]): string {
  return `${(medianOf(ours) / medianOf(theirs)).toFixed(2)} times`;
}
