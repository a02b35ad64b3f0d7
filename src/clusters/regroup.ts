import { leidenOf } from "../communities/leiden.ts";
import type { Family, LayerLetter } from "../corpus/trace.ts";
import { adjustedRandIndex } from "../math/rand-index.ts";
import { chance, type Random, seeded } from "../math/random.ts";
import type { Ties } from "./tie-columns.ts";

/**
 * Question: which groups would there be, were pairs asked to be surer, or to have met on more objects, or some layers left out?
 *
 * The account graph is built as the analysis builds it (`graphs/account.ts`: for each family of evidence the strongest trace,
 * log2(1 + bits); bursts of hashtags only among accounts that nothing else has grouped, `seed-groups.ts`), and grouped by one run of
 * Leiden from the case's own clusters. Where it begins is part of the question, not of the way one came, so the same choice gives the
 * same groups whatever was looked at before.
 *
 * What it leaves out, and why its groups are no findings: the analysis groups fifty resampled networks and keeps what lasts, cuts groups
 * that hang on one pair, lets accounts join by what they did with the group, weighs rivals, and tests each group against shuffled data.
 * None of that is done here. Cost: O(rows) and one Leiden of the pairs that stay.
 */
export interface Choice {
  /** Largest false discovery rate of a pair. */
  readonly level: number;
  /** Least number of distinct objects that a pair met on, in one trace. */
  readonly leastObjects: number;
  readonly off: readonly LayerLetter[];
}

export interface Regrouped {
  /** Group of each account, NONE where it is in none. Dense, in the order of the accounts. */
  readonly group: Int32Array;
  readonly groups: number;
  /** Accounts in groups. */
  readonly accounts: number;
  /** Pairs of accounts that stay, and those of them inside a group. */
  readonly pairs: number;
  readonly inside: number;
  /** Strongest row inside each group: where its evidence begins. */
  readonly strongest: Int32Array;
  /** Pairs (one for each trace) and bits that stay, by position of the trace. */
  readonly pairsOfTrace: Uint32Array;
  readonly bitsOfTrace: Float64Array;
}

export const NONE = -1;
/** Smaller groups are pairs. */
export const MIN_GROUP = 3;
/** Seeds that stability is the agreement of. */
export const STABILITY_SEEDS = 5;
const PAIRS_STAYING = 0.8;

export interface RegroupOptions {
  /** Resolution of modularity: the level of the case, as in the analysis, so that the slider changes pairs and nothing else. */
  readonly resolution: number;
  readonly seed: number;
}

interface Kept {
  /** Rows that stay, by pair of accounts: `from`, `to` and weight of what is no burst, and of bursts. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array;
  readonly burst: Float64Array;
  readonly count: number;
}

export function regroup(ties: Ties, choice: Choice, { resolution, seed }: RegroupOptions): Regrouped {
  const { columns } = ties;
  const counted = { pairs: new Uint32Array(ties.traces.length), bits: new Float64Array(ties.traces.length) };
  const kept = keep(ties, choice, counted);
  const labels = groupsOf(columns.account.length, kept, resolution, seeded(seed, "threshold"), columns.cluster);
  const { group, groups, accounts } = numbered(labels);
  const strongest = new Int32Array(groups).fill(NONE);
  const isKept = keeper(ties, choice);
  for (let row = 0; row < columns.count; row++) {
    const at = group[columns.a[row]!]!;
    if (at === NONE || at !== group[columns.b[row]!] || !isKept(row)) continue;
    if (strongest[at] === NONE || columns.bits[row]! > columns.bits[strongest[at]!]!) strongest[at] = row;
  }
  let inside = 0;
  for (let e = 0; e < kept.count; e++) {
    const at = group[kept.from[e]!]!;
    if (at !== NONE && at === group[kept.to[e]!]) inside++;
  }
  return {
    group,
    groups,
    accounts,
    pairs: kept.count,
    inside,
    strongest,
    pairsOfTrace: counted.pairs,
    bitsOfTrace: counted.bits,
  };
}

/**
 * How far the groups hang on single pairs and on the order in which accounts are looked at: mean adjusted Rand index over all pairs of
 * STABILITY_SEEDS runs, each with a seed of its own, from nothing, and without a fifth of the pairs (as `communities/consensus.ts` does
 * it), over the accounts that have a pair. 1: every run draws the same groups. Without leaving pairs out, runs agree nearly always.
 * It does not show whether groups are true. Null: no pair stays.
 */
export function stabilityOf(ties: Ties, choice: Choice, options: RegroupOptions): number | null {
  return agreementOf(Array.from({ length: STABILITY_SEEDS }, (_, run) => stabilityRun(ties, choice, options, run)));
}

/** One of its runs: groups of the accounts that have a pair, in their order. Parted, so that a worker can answer in between. */
export function stabilityRun(
  ties: Ties,
  choice: Choice,
  { resolution, seed }: RegroupOptions,
  run: number,
): Uint32Array {
  const accounts = ties.columns.account.length;
  const kept = keep(ties, choice, null);
  const isThere = new Uint8Array(accounts);
  for (let e = 0; e < kept.count; e++) isThere[kept.from[e]!] = isThere[kept.to[e]!] = 1;
  const random = seeded(seed, "stability", run);
  return groupsOf(accounts, thinned(kept, random), resolution, random).filter((_label, v) => isThere[v] === 1);
}

export function agreementOf(runs: readonly Uint32Array[]): number | null {
  if (runs[0] === undefined || runs[0].length === 0) return null;
  let sum = 0;
  for (const [i, one] of runs.entries()) for (const other of runs.slice(0, i)) sum += adjustedRandIndex(one, other);
  return sum / ((runs.length * (runs.length - 1)) / 2);
}

/** Without a fifth of the pairs of accounts. */
function thinned({ from, to, weight, burst, count }: Kept, random: Random): Kept {
  const isStaying = Uint8Array.from({ length: count }, () => (chance(random, PAIRS_STAYING) ? 1 : 0));
  const only = <Column extends Uint32Array | Float64Array>(column: Column) =>
    column.filter((_value, e) => isStaying[e] === 1) as Column;
  const thinner = only(from);
  return { from: thinner, to: only(to), weight: only(weight), burst: only(burst), count: thinner.length };
}

function keeper({ columns, traces }: Ties, { level, leastObjects, off }: Choice): (row: number) => boolean {
  const isOn = Uint8Array.from(traces, ({ layer }) => (off.includes(layer) ? 0 : 1));
  const { standsAt, objects, trace } = columns;
  return (row) => standsAt[row]! <= level && objects[row]! >= leastObjects && isOn[trace[row]!] === 1;
}

/** Rows that stay, one edge for each pair of accounts. */
function keep(ties: Ties, choice: Choice, counted: { pairs: Uint32Array; bits: Float64Array } | null): Kept {
  const { a, b, trace, bits, count } = ties.columns;
  const isKept = keeper(ties, choice);
  const families: readonly Family[] = [...new Set(ties.traces.map(({ family }) => family))];
  const familyOf = Uint8Array.from(ties.traces, ({ family }) => families.indexOf(family));
  const isBurst = Uint8Array.from(ties.traces, (one) => (one.trace === "burst-hashtag" ? 1 : 0));
  const best = new Float64Array(families.length);
  const from = new Uint32Array(count);
  const to = new Uint32Array(count);
  const weight = new Float64Array(count);
  const burst = new Float64Array(count);
  let edges = 0;
  for (let row = 0; row < count; ) {
    const [one, other] = [a[row]!, b[row]!];
    best.fill(0);
    let bursts = 0;
    let isAny = false;
    for (; row < count && a[row] === one && b[row] === other; row++) {
      if (!isKept(row)) continue;
      isAny = true;
      const of = trace[row]!;
      if (counted !== null) {
        counted.pairs[of]!++;
        counted.bits[of]! += bits[row]!;
      }
      const worth = Math.log2(1 + bits[row]!);
      if (isBurst[of] === 1) bursts = Math.max(bursts, worth);
      else best[familyOf[of]!] = Math.max(best[familyOf[of]!]!, worth);
    }
    if (!isAny) continue;
    from[edges] = one;
    to[edges] = other;
    let sum = 0;
    for (let family = 0; family < best.length; family++) sum += best[family]!;
    weight[edges] = sum;
    burst[edges++] = bursts;
  }
  return { from, to, weight, burst, count: edges };
}

/** Labels of all accounts: a group, or a label of one's own. */
function groupsOf(accounts: number, kept: Kept, resolution: number, random: Random, start?: Uint32Array): Uint32Array {
  const sure = search(accounts, kept, kept.weight, () => true, resolution, random, start);
  const isTaken = large(sure.labels, sure.count);
  const isFree = (e: number): boolean => isTaken[kept.from[e]!] === 0 && isTaken[kept.to[e]!] === 0;
  const crowds = search(accounts, kept, kept.burst, isFree, resolution, random, start);
  return sure.labels.map((label, v) => (isTaken[v] === 1 ? label : sure.count + crowds.labels[v]!));
}

/** Leiden on the edges that have a weight. Members of a case's cluster begin together, all others by themselves. */
function search(
  accounts: number,
  { from, to, count }: Kept,
  weight: Float64Array,
  isOpen: (edge: number) => boolean,
  resolution: number,
  random: Random,
  start: Uint32Array | undefined,
): { labels: Uint32Array; count: number } {
  const kept = Uint8Array.from({ length: count }, (_, e) => (weight[e]! > 0 && isOpen(e) ? 1 : 0));
  const begin = start?.map((cluster, v) => (cluster === 0 ? accounts + v : cluster));
  const found = leidenOf(
    {
      nodeCount: accounts,
      from: from.subarray(0, count),
      to: to.subarray(0, count),
      weight: weight.subarray(0, count),
      kept,
    },
    { kind: "modularity", resolution, random, ...(begin === undefined ? {} : { start: begin }) },
  );
  return { labels: found.community, count: found.count };
}

function large(labels: Uint32Array, count: number): Uint8Array {
  const sizes = new Uint32Array(count);
  for (let v = 0; v < labels.length; v++) sizes[labels[v]!]!++;
  return Uint8Array.from(labels, (label) => (sizes[label]! >= MIN_GROUP ? 1 : 0));
}

function numbered(labels: Uint32Array): { group: Int32Array; groups: number; accounts: number } {
  const top = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  const isGrouped = large(labels, top);
  const names = new Int32Array(top).fill(NONE);
  let groups = 0;
  let accounts = 0;
  const group = new Int32Array(labels.length).fill(NONE);
  for (let v = 0; v < labels.length; v++) {
    if (isGrouped[v] === 0) continue;
    const label = labels[v]!;
    if (names[label] === NONE) names[label] = groups++;
    group[v] = names[label]!;
    accounts++;
  }
  return { group, groups, accounts };
}
