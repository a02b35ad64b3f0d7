import { type Random, seeded } from "../math/random.ts";
import { figureKey, figuresOf } from "./figures.ts";
import { type Interval, percentileInterval } from "./interval.ts";
import type { Outcome } from "./outcome.ts";
import { type ScorecardOptions, scorecard } from "./scorecard.ts";

/**
 * How far would the figures of one case move, had other accounts of the same kind been seen?
 *
 * Percentile bootstrap over accounts (Efron 1979, doi 10.1214/aos/1176344552): draw as many accounts as there are, with replacement,
 * compute the whole scorecard anew (matching of operations included), take the middle 95 % of what comes out.
 *
 * What it shows: the unsteadiness that comes from counting few accounts, with the clusters held as they are. What it does not show:
 * - accounts of one cluster are found, or missed, together; drawn one by one they look like independent witnesses, so the interval is
 *   too narrow as a forecast for another world. Several cases (other seeds) answer that: `overCases`.
 * - the detector is not run again, so its own unsteadiness is not in it.
 * - an account drawn twice agrees with itself, which lifts NMI, ARI and the pair figures slightly in small cases.
 * - a figure of exactly 0 or 1 has an interval of no width: nothing else was there to be drawn.
 *
 * Cost: accounts alike in everything that the scorecard reads (`merged`) are counted, not listed, so a resample costs one draw an
 * account and one scorecard over distinct kinds.
 */
export function bootstrapIntervals(
  outcomes: readonly Outcome[],
  options: ScorecardOptions,
  { resamples, seed }: BootstrapOptions,
): Map<string, Interval> {
  const { kinds, kindOf } = merged(outcomes, options.minPosts);
  const random = seeded(seed, "bootstrap", "accounts");
  const values = new Map<string, number[]>();
  for (let r = 0; r < resamples; r++) {
    const counts = drawn(kindOf, kinds.length, random);
    const present = [...kinds.keys()].filter((kind) => counts[kind]! > 0);
    const card = scorecard(
      present.map((kind) => kinds[kind]!),
      options,
      present.map((kind) => counts[kind]!),
    );
    for (const { group, of, what, value } of figuresOf(card)) {
      if (value === null) continue;
      const key = figureKey(group, of, what);
      const list = values.get(key);
      if (list === undefined) values.set(key, [value]);
      else list.push(value);
    }
  }
  const intervals = new Map<string, Interval>();
  for (const [key, list] of values) intervals.set(key, percentileInterval(list)!);
  return intervals;
}

export interface BootstrapOptions {
  /** How many times to draw. */
  readonly resamples: number;
  readonly seed: number;
}

/** Accounts that no figure can tell apart, as one; `kindOf` gives the kind of each account. Highest score first, so that ranking is one pass. */
function merged(outcomes: readonly Outcome[], minPosts: number): { kinds: Outcome[]; kindOf: Uint32Array } {
  const kinds: Outcome[] = [];
  const known = new Map<string, number>();
  const kindOf = new Uint32Array(outcomes.length);
  const order = [...outcomes.keys()].sort((a, b) => outcomes[b]!.score - outcomes[a]!.score);
  for (const i of order) {
    const { clusterId, reading, label, score, posts } = outcomes[i]!;
    const key = JSON.stringify([clusterId, reading, label, score, posts >= minPosts, posts >= 2]);
    const kind = known.get(key) ?? kinds.length;
    if (kind === kinds.length) {
      known.set(key, kind);
      kinds.push(outcomes[i]!);
    }
    kindOf[i] = kind;
  }
  return { kinds, kindOf };
}

function drawn(kindOf: Uint32Array, kinds: number, random: Random): Uint32Array {
  const counts = new Uint32Array(kinds);
  for (let i = 0; i < kindOf.length; i++) counts[kindOf[Math.floor(random() * kindOf.length)]!]!++;
  return counts;
}
