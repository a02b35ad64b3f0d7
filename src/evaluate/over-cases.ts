import { seeded } from "../math/random.ts";
import type { BootstrapOptions } from "./bootstrap.ts";
import { type Figure, figureKey, figuresOf } from "./figures.ts";
import { type Interval, percentileInterval } from "./interval.ts";
import type { Scorecard } from "./scorecard.ts";

/** One figure over several cases. */
export interface OverCases extends Omit<Figure, "value"> {
  /** Cases in which the figure exists; the mean, the extremes and the interval are of these alone. */
  readonly cases: number;
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  /** Of the mean; null with fewer than `FEWEST` cases, or when no resamples were asked for. */
  readonly interval: Interval | null;
}

/** Below, resampled means take so few values that their percentiles would look surer than they are. */
export const FEWEST = 5;

/**
 * What does a figure come to over worlds, and how sure is that mean?
 *
 * Mean over cases (each counts alike, however large), with a percentile bootstrap in which whole cases are drawn with replacement.
 * This is the interval to publish: worlds of different seeds are independent, accounts of one cluster are not. It stands for worlds
 * made like these, and for no others. With few cases percentile intervals are somewhat too narrow (at ten, about nine tenths of them
 * hold the truth instead of nineteen twentieths), and a figure that exists in few cases is told by `cases`.
 */
export function overCases(cards: readonly Scorecard[], { resamples, seed }: BootstrapOptions): OverCases[] {
  const lines = new Map<string, { figure: Figure; values: number[] }>();
  for (const card of cards) {
    for (const figure of figuresOf(card)) {
      const key = figureKey(figure.group, figure.of, figure.what);
      const line = lines.get(key) ?? { figure, values: [] };
      lines.set(key, line);
      if (figure.value !== null) line.values.push(figure.value);
    }
  }
  return [...lines]
    .filter(([, { values }]) => values.length > 0)
    .map(([key, { figure, values }]) => ({
      group: figure.group,
      of: figure.of,
      what: figure.what,
      cases: values.length,
      mean: meanOf(values),
      lowest: Math.min(...values),
      highest: Math.max(...values),
      interval: meanInterval(values, { resamples, seed }, key),
    }));
}

/**
 * Percentile interval of the mean of independent values.
 *
 * @param name of the stream of chance: figures are resampled apart from each other
 */
export function meanInterval(
  values: readonly number[],
  { resamples, seed }: BootstrapOptions,
  name: string,
): Interval | null {
  if (values.length < FEWEST || resamples === 0) return null;
  const random = seeded(seed, "bootstrap", "cases", name);
  const means: number[] = [];
  for (let r = 0; r < resamples; r++) {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)]!;
    means.push(sum / values.length);
  }
  return percentileInterval(means);
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
