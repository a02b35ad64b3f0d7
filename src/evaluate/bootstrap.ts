import { seeded } from "../math/random.ts";
import { averagePrecision } from "./detection.ts";
import { figureKey, figuresOf } from "./figures.ts";
import { type Interval, percentileInterval } from "./interval.ts";
import type { Outcome } from "./outcome.ts";
import { coverts, type ScorecardOptions, scorecard } from "./scorecard.ts";

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
 * - where an operation lies in several pieces of like size, each resample matches its largest, so the best match of the case itself
 *   stands low in its interval.
 * - a figure of exactly 0 or 1 has an interval of no width: nothing else was there to be drawn.
 *
 * Cost: accounts alike in everything that the scorecard reads but their score are counted, not listed, and the ranking has its own
 * tally, so a resample costs one draw an account, one scorecard over distinct kinds and one walk along the distinct scores.
 */
export function bootstrapIntervals(
  outcomes: readonly Outcome[],
  options: ScorecardOptions,
  { resamples, seed }: BootstrapOptions,
): Map<string, Interval> {
  const alike = kindsBy(outcomes, ({ clusterId, reading, label, posts }) =>
    JSON.stringify([clusterId, reading, label, posts >= options.minPosts, posts >= 2]),
  );
  const ranked = kindsBy(outcomes, ({ score, label }) => JSON.stringify([score, label]));
  const random = seeded(seed, "bootstrap", "accounts");
  const values = new Map<string, number[]>();
  for (let r = 0; r < resamples; r++) {
    const drawn = new Uint32Array(outcomes.length);
    for (let i = 0; i < outcomes.length; i++) drawn[Math.floor(random() * outcomes.length)]!++;
    const [kinds, counts] = tallied(alike, drawn);
    const card = { ...scorecard(kinds, options, counts), averagePrecision: rankingOf(tallied(ranked, drawn), options) };
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

interface Kinds {
  /** One account of each kind, highest score first, so that ranking them anew is one pass. */
  readonly examples: readonly Outcome[];
  /** Kind of each account. */
  readonly kindOf: Uint32Array;
}

function kindsBy(outcomes: readonly Outcome[], keyOf: (outcome: Outcome) => string): Kinds {
  const examples: Outcome[] = [];
  const known = new Map<string, number>();
  const kindOf = new Uint32Array(outcomes.length);
  for (const i of [...outcomes.keys()].sort((a, b) => outcomes[b]!.score - outcomes[a]!.score)) {
    const key = keyOf(outcomes[i]!);
    const kind = known.get(key) ?? examples.length;
    if (kind === examples.length) {
      known.set(key, kind);
      examples.push(outcomes[i]!);
    }
    kindOf[i] = kind;
  }
  return { examples, kindOf };
}

/** The kinds that were drawn at all, and how often. */
function tallied({ examples, kindOf }: Kinds, drawn: Uint32Array): [Outcome[], number[]] {
  const counts = new Uint32Array(examples.length);
  for (let i = 0; i < drawn.length; i++) counts[kindOf[i]!]! += drawn[i]!;
  const present = [...counts.keys()].filter((kind) => counts[kind]! > 0);
  return [present.map((kind) => examples[kind]!), present.map((kind) => counts[kind]!)];
}

function rankingOf([kinds, counts]: [Outcome[], number[]], options: ScorecardOptions): number | null {
  const covert = coverts(kinds, options);
  if (!covert.includes(false)) return null;
  return averagePrecision(
    kinds.map(({ score }) => score),
    covert,
    counts,
  );
}
