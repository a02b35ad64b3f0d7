import type { LayerLetter } from "../../src/corpus/trace.ts";
import type { Timeline } from "../../src/exports/explorer.ts";
import { LETTERS, type TimeScale } from "../state/view.ts";

/** One layer's part of one bar: from and to in co-actions, counted from the foot of the bar. */
export type Bar = readonly [bin: number, from: number, to: number];

export interface Stacks {
  readonly layers: readonly { readonly letter: LayerLetter; readonly bars: readonly Bar[] }[];
  /** Co-actions of each bin. */
  readonly totals: readonly number[];
}

/** Co-actions by bin, layers on top of each other in their fixed order. O(cells + layers · bins). */
export function stackCells(
  timeline: Timeline,
  isShown: (cluster: number) => boolean,
  off: readonly LayerLetter[],
): Stacks {
  const totals = new Array<number>(timeline.bins).fill(0);
  const counts = new Map<LayerLetter, number[]>();
  for (const [cluster, layer, bin, count] of timeline.cells) {
    if (off.includes(layer) || !isShown(cluster) || bin < 0 || bin >= timeline.bins) continue;
    const own = counts.get(layer) ?? new Array<number>(timeline.bins).fill(0);
    own[bin] = (own[bin] ?? 0) + count;
    counts.set(layer, own);
  }
  const layers = LETTERS.flatMap((letter) => {
    const own = counts.get(letter);
    if (own === undefined) return [];
    const bars: Bar[] = [];
    for (const [bin, count] of own.entries()) {
      if (count === 0) continue;
      const from = totals[bin] ?? 0;
      totals[bin] = from + count;
      bars.push([bin, from, from + count]);
    }
    return [{ letter, bars }];
  });
  return { layers, totals };
}

/** The logarithm when the tallest bar is more than 20 times the median one, unless the reader has chosen. */
export function effectiveScale(chosen: TimeScale, totals: readonly number[]): "linear" | "log" {
  if (chosen !== "auto") return chosen;
  const busy = totals.filter((total) => total > 0).sort((a, b) => a - b);
  const median = busy[Math.floor(busy.length / 2)] ?? 0;
  return (busy.at(-1) ?? 0) > 20 * median ? "log" : "linear";
}

/**
 * Where a boundary within a bar lies, as a count on the axis. A bar's whole height follows the axis; inside it layers share by
 * proportion, so that on a logarithmic axis the lowest layer does not look like nearly all of it.
 */
export function boundaryHeight(boundary: number, total: number, height: (count: number) => number): number {
  return total === 0 ? 0 : (boundary / total) * height(total);
}
