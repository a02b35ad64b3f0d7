import type { Pairs, Significance } from "../corpus/pairs.ts";
import type { Family } from "../corpus/trace.ts";
import { cauchyCombination, fisherCombination } from "../math/combine.ts";
import { benjaminiHochberg } from "../math/fdr.ts";
import { GrowableUint32 } from "../math/growable.ts";
import { accountFdr } from "./account-fdr.ts";
import type { JointNull } from "./joint.ts";
import { type Say, sayOf } from "./say.ts";
import { type Judged, judgeScreened } from "./screen.ts";

/**
 * Question: all traces taken together, which two accounts acted as one more than innocent accounts would?
 *
 * Every pair listed in any trace is looked at in all of them, also where it met only once. A trace speaks of a pair when both accounts have
 * at least `minObjects` objects in it; not having met there is p = 1. Each trace has the same say in all, spread over the m_t pairs it speaks
 * of: weight 1 / m_t for each (times what `nulls/publics.ts` deals to the pair), so that a trace of few accounts, which asks few questions, asks little for an answer.
 *
 * Traces of one family see one deed: a family's p is the smallest p_t divided by the trace's share of the family's weight (weighted
 * Bonferroni), so that a deed seen three times gains nothing. Families are combined twice, and p = min(Cauchy / 0.8, Fisher / 0.2):
 * - by Cauchy (`math/combine.ts`), which holds whatever the dependence between them, families weighing the sum of their traces;
 * - by Fisher, which adds evidence up and needs independence. So a deed counts for one family only: families take turns, the surest first,
 *   and a meeting in which either post has been counted before is left out of those that follow. Leaving meetings out only raises p.
 *
 * An edge needs a family besides timing with p at most `BESIDES`: who merely reposts fast is no evidence alone.
 *
 * q is weighted Benjamini-Hochberg (Genovese, Roeder and Wasserman 2006, doi 10.1093/biomet/93.3.509) over all pairs of which any trace
 * speaks, a pair weighing the sum of its traces' weights, 1 on average; weights look only at what the nulls hold fixed. So a pair known by
 * one trace alone pays for all T traces being asked, and no more: its p_t m_t T / rank is what counts. `qAccount` is `account-fdr.ts` with
 * each account's weights averaging 1 over its own pairs, the less favourable of the two accounts' deciding.
 *
 * Cost: O(objects of both accounts) a pair and trace. Does not show: pairs that met once in each of several traces and twice in none.
 */
export interface FusedTrace {
  readonly family: Family;
  readonly pairs: Pairs;
  readonly significance: Significance;
  /** 1 where p of a pair is what it is, 0 where it is only never more (`screen.ts`): it is then asked for, and put in place. */
  readonly settled: Uint8Array;
  readonly joint: JointNull;
}

/** One entry for each pair listed in any trace, sorted by (a, b). */
export interface Fusion {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly p: Float64Array;
  readonly q: Float64Array;
  readonly qAccount: Float64Array;
  /** Pairs that could have qualified. */
  readonly tested: number;
  /** By trace, for each of its listed pairs: position in the columns above. */
  readonly at: readonly Uint32Array[];
}

/** Largest p of a family other than timing. */
const BESIDES = 0.05;
/** Shares of the level that the two combinations get: one that adds evidence up can do with less. */
const CAUCHY_SHARE = 0.8;

/** @param screened level up to which p and q are to be exact, the traces' own among them; null: for all pairs */
export function fuse(traces: readonly FusedTrace[], minObjects: number, screened: number | null = null): Fusion {
  const say = sayOf(traces, minObjects);
  const { a, b, listed, at } = union(traces);
  const combine = combiner(traces, say);
  const listedAt = new Int32Array(traces.length);
  const places = (i: number): Int32Array => {
    for (let t = 0; t < listedAt.length; t++) listedAt[t] = listed[t]!.at(i) - 1;
    return listedAt;
  };
  const exact = (i: number): number => {
    for (const [t, place] of places(i).entries()) if (place >= 0) settle(traces[t]!, place);
    return combine.chance(a[i]!, b[i]!, listedAt);
  };
  const p = new Float64Array(a.length).map((_, i) =>
    screened === null ? exact(i) : combine.atLeast(a[i]!, b[i]!, places(i)),
  );
  const weighed = (of: (a: number, b: number) => number): Float64Array =>
    p.map((one, i) => Math.min(1, one / of(a[i]!, b[i]!)));
  const judge = (): Judged => ({
    q: benjaminiHochberg(weighed(say.ofPair), say.pairs),
    qAccount: accountFdr(a, b, weighed(say.ofAccounts), say.accounts),
  });
  const { q, qAccount } = screened === null ? judge() : judgeScreened(p, judge, exact, screened);
  return { a, b, p, q, qAccount, tested: say.pairs, at };
}

function settle({ pairs, significance, settled, joint }: FusedTrace, i: number): void {
  if (settled[i] === 1) return;
  settled[i] = 1;
  significance.p[i] = joint.chance(pairs.a[i]!, pairs.b[i]!, significance.bits[i]!);
}

interface Union {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** By trace, for each pair: 1 + its place among the pairs of the trace, 0 where it is not listed. */
  readonly listed: readonly GrowableUint32[];
  readonly at: readonly Uint32Array[];
}

/** Every pair listed in any trace, sorted by (a, b): a merge of lists that are. */
function union(traces: readonly FusedTrace[]): Union {
  const columns = { a: new GrowableUint32(), b: new GrowableUint32() };
  const listed = traces.map(() => new GrowableUint32());
  const at = traces.map(({ pairs }) => new Uint32Array(pairs.count));
  const next = new Uint32Array(traces.length);
  for (;;) {
    let a = Number.POSITIVE_INFINITY;
    let b = Number.POSITIVE_INFINITY;
    for (let t = 0; t < traces.length; t++) {
      const { pairs } = traces[t]!;
      const i = next[t]!;
      if (i === pairs.count) continue;
      const left = pairs.a[i]!;
      if (left > a || (left === a && pairs.b[i]! >= b)) continue;
      a = left;
      b = pairs.b[i]!;
    }
    if (a === Number.POSITIVE_INFINITY) return { a: columns.a.take(), b: columns.b.take(), listed, at };
    for (let t = 0; t < traces.length; t++) {
      const { pairs } = traces[t]!;
      const i = next[t]!;
      const isListed = i < pairs.count && pairs.a[i] === a && pairs.b[i] === b;
      listed[t]!.push(isListed ? i + 1 : 0);
      if (!isListed) continue;
      at[t]![i] = columns.a.length;
      next[t] = i + 1;
    }
    columns.a.push(a);
    columns.b.push(b);
  }
}

/** p of two accounts over all traces, `listedAt[t]` being their place among the pairs of trace t, -1 where they are not listed. */
interface Combiner {
  chance(a: number, b: number, listedAt: Int32Array): number;
  /** Never more than that, and cheap: every family counts every deed, and traces that do not list the pair may say less than they know. */
  atLeast(a: number, b: number, listedAt: Int32Array): number;
}

function combiner(traces: readonly FusedTrace[], say: Say): Combiner {
  const families = [...new Set(traces.map(({ family }) => family))];
  const tracesOf = families.map((family) => [...traces.keys()].filter((t) => traces[t]!.family === family));
  const weight = new Float64Array(families.length);
  const alone = new Float64Array(families.length);
  const values = new Float64Array(families.length);
  const weights = new Float64Array(families.length);
  const combined = (a: number, b: number, listedAt: Int32Array, isExact: boolean): number => {
    let speaking = 0;
    let met = 0;
    let besides = 1;
    for (let f = 0; f < families.length; f++) {
      weight[f] = 0;
      let smallest = Number.POSITIVE_INFINITY;
      for (const t of tracesOf[f]!) {
        if (!say.speaks(t, a, b)) continue;
        const own = say.weight(t, a, b);
        weight[f]! += own;
        const { joint, significance } = traces[t]!;
        const i = listedAt[t]!;
        const p = i >= 0 ? significance.p[i]! : isExact ? joint.p(a, b, null) : joint.pAtLeast(a, b);
        smallest = Math.min(smallest, p / own);
      }
      if (weight[f] === 0) continue;
      alone[f] = Math.min(1, smallest * weight[f]!);
      values[speaking] = alone[f]!;
      weights[speaking++] = weight[f]!;
      if (alone[f]! < 1) met++;
      if (families[f] !== "timing") besides = Math.min(besides, alone[f]!);
    }
    if (besides > BESIDES) return 1;
    if (speaking === 1) return values[0]!;
    const cauchy = cauchyCombination(values, weights, speaking) / CAUCHY_SHARE;
    if (met === 1) return Math.min(1, cauchy);
    if (isExact) takeTurns(a, b);
    return Math.min(1, cauchy, fisherCombination(values, speaking) / (1 - CAUCHY_SHARE));
  };
  /** Fills `values` with what each family says of the deeds that none before it has counted. */
  const takeTurns = (a: number, b: number): void => {
    const order = [...families.keys()]
      .filter((f) => weight[f]! > 0)
      .sort((left, right) => alone[left]! - alone[right]!);
    const counted = { a: new Set<number>(), b: new Set<number>() };
    for (const [k, f] of order.entries()) {
      const ofFamily = tracesOf[f]!.filter((t) => say.speaks(t, a, b));
      let smallest = Number.POSITIVE_INFINITY;
      for (const t of ofFamily) {
        smallest = Math.min(smallest, traces[t]!.joint.p(a, b, counted) / say.weight(t, a, b));
      }
      values[k] = Math.min(1, smallest * weight[f]!);
      for (const t of ofFamily) traces[t]!.joint.count(a, b, counted);
    }
  };
  return {
    chance: (a, b, listedAt) => combined(a, b, listedAt, true),
    atLeast: (a, b, listedAt) => combined(a, b, listedAt, false),
  };
}
