import type { Habits } from "../../corpus/habits.ts";
import { compoundPoissonTail } from "../../math/compound.ts";
import type { Participation } from "../participation.ts";
import type { ObjectTimeline } from "../timeline.ts";
import { QUARTERS } from "./gaps.ts";
import type { SurpriseNull } from "./surprise.ts";

/**
 * Question: these two post the same kind of thing, in one language, on one platform, at the same hours; if everybody's posts were dealt
 * anew among those who do so, how often would they meet in so surprising ways?
 *
 * Dealing the posts of each stratum (`shuffle.ts`) gives a post of stratum s to account u with chance a_us = u's posts in s / all posts in s (hours of quiet accounts drawn towards everybody's, `habits.ts`),
 * so u and v meet on object o at most a_u' C_o a_v times, C_o counting its pairs of close posts by their two strata: n_o (n_o - 1) tempo_o
 * of them, spread as are the object's closest posts (each with the `NEXT` behind it). A meeting is worth b_o + E bits as in `surprise.ts`. Summed
 * over objects by what a meeting is worth, this gives the two a rate for every size of jump, and their sum of surprise T is compound Poisson:
 * P(T >= t) by `math/compound.ts`.
 *
 * Why beside the joint null: that one holds how many objects each account has in this trace, and lets everybody meet everybody. Raising its
 * rates by an average for language and one for waking hours was tried: on the two shuffled windows of ira-tweets 1.1 and 3.6 clusters a
 * rerun were left, since an account that is a tenth of what is posted in its language at its hours is no average, and a few per cent of error are
 * many standard deviations for two who meet on hundreds of objects. With p the larger of the two, what the tests call chance is never less
 * than what the negative control of the case makes of it.
 *
 * Safe side: an account counts once an object but may be dealt several of its posts; jumps are rounded up to half bits. Cost: O(actions x jumps)
 * once, then O(strata of an account x jumps) a pair, where pairs come in the order of their first account.
 *
 * Does not show: subjects and single days, which a dealing does not keep either. A crew that writes most of what is written in its stratum pays
 * for being one: in mixed-gopdebate, where it wrote 57 % of the evening's own posts, 86 of its pairs stand in hashtag-set instead of 307.
 */
export interface DealingNull {
  /** P(T >= bits) for these two accounts; 0 for all without habits. */
  tail(a: number, b: number, bits: number): number;
  /** Meetings of the two within the window, however little they are worth; at most as many as either has objects. */
  expected(a: number, b: number): number;
}

/** Close posts that stand for an object's: each with so many that follow. */
const NEXT = 4;
/** Steps of a bit that jumps are told apart by. */
const STEPS = 2;

export function dealingNull(
  part: Participation,
  timeline: ObjectTimeline,
  windowMs: number,
  surprise: Pick<SurpriseNull, "bitsOf" | "least">,
): DealingNull {
  const { habits } = timeline;
  if (habits === undefined) return { tail: () => 0, expected: () => 0 };
  const { strata, size, starts, stratum, usual } = habits;
  const jumps = jumpsOf(part, surprise);
  // Not before the first question: where nobody is a candidate, nobody asks.
  let known: Meetings | null = null;
  // Between nothing and the least that counts there are no jumps.
  const least = Math.max(1, Math.ceil(surprise.least * STEPS));
  const row = new Float64Array(jumps * strata);
  let rowOf = -1;
  const rowFor = (u: number): void => {
    known ??= meetingsByJump(part, timeline, habits, windowMs, surprise, jumps);
    const meetings = known;
    row.fill(0);
    for (let i = starts[u]!; i < starts[u + 1]!; i++) {
      const share = usual[i]! / size[stratum[i]!]!;
      for (const [other, expected] of meetings[stratum[i]!]!) {
        const to = other * jumps;
        row[to]! += share * expected[0]!;
        for (let k = least; k < jumps; k++) row[to + k]! += share * expected[k]!;
      }
    }
    rowOf = u;
  };
  const rates = new Float64Array(jumps);
  // A pair is asked for its tail and for what is expected of it, one after the other.
  let ratesOfFirst = -1;
  let ratesOfSecond = -1;
  const ratesOf = (a: number, b: number): void => {
    const first = Math.min(a, b);
    const second = Math.max(a, b);
    if (first === ratesOfFirst && second === ratesOfSecond) return;
    ratesOfFirst = first;
    ratesOfSecond = second;
    if (rowOf !== first) rowFor(first);
    rates.fill(0);
    for (let i = starts[second]!; i < starts[second + 1]!; i++) {
      const share = usual[i]! / size[stratum[i]!]!;
      const from = stratum[i]! * jumps;
      rates[0]! += share * row[from]!;
      for (let k = least; k < jumps; k++) rates[k]! += share * row[from + k]!;
    }
  };
  const degree = (u: number): number => part.starts[u + 1]! - part.starts[u]!;
  return {
    tail(a, b, bits) {
      ratesOf(a, b);
      return compoundPoissonTail(rates, 1 / STEPS, bits);
    },
    expected(a, b) {
      ratesOf(a, b);
      const sum = rates.reduce((all, rate) => all + rate, 0);
      return Math.min(sum, degree(a), degree(b));
    },
  };
}

/** By stratum, then by other stratum where there are any: close pairs of posts, by worth in steps. */
type Meetings = readonly ReadonlyMap<number, Float64Array>[];

type Worths = Pick<SurpriseNull, "bitsOf" | "least">;

const worthOf = ({ bitsOf }: Worths, o: number, quarters: number): number =>
  Math.ceil((bitsOf(o) + quarters / QUARTERS) * STEPS);

/** One more than the largest worth. */
function jumpsOf(part: Participation, surprise: Worths): number {
  let jumps = 1;
  for (let o = 0; o < part.objectCount; o++) jumps = Math.max(jumps, 1 + worthOf(surprise, o, part.gaps.most(o)));
  return jumps;
}

function meetingsByJump(
  part: Participation,
  { starts, account, timeMs, post, objectCount }: ObjectTimeline,
  { strata, stratumOf }: Habits,
  windowMs: number,
  surprise: Worths,
  jumps: number,
): Meetings {
  const meetings = Array.from({ length: strata }, () => new Map<number, Float64Array>());
  const between = (one: number, other: number): Float64Array => {
    const byWorth = meetings[one]!.get(other) ?? new Float64Array(jumps);
    meetings[one]!.set(other, byWorth);
    return byWorth;
  };
  const law = new Float64Array(jumps);
  const left: number[] = [];
  const right: number[] = [];
  for (let o = 0; o < objectCount; o++) {
    const n = part.popularity[o]!;
    if (n < 2 || part.tempo[o] === 0) continue;
    left.length = 0;
    right.length = 0;
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      for (let j = i + 1; j < starts[o + 1]! && j <= i + NEXT && timeMs[j]! - timeMs[i]! <= windowMs; j++) {
        if (account[i] === account[j]) continue;
        left.push(stratumOf[post[i]!]!);
        right.push(stratumOf[post[j]!]!);
      }
    }
    const each = (n * (n - 1) * part.tempo[o]!) / (2 * left.length);
    const { from, to, nothing } = lawOf(law, part, surprise, o);
    for (let k = 0; k < left.length; k++) {
      const there = between(left[k]!, right[k]!);
      const back = between(right[k]!, left[k]!);
      for (let jump = from; jump <= to; jump++) {
        there[jump]! += each * law[jump]!;
        back[jump]! += each * law[jump]!;
      }
      there[0]! += each * nothing;
      back[0]! += each * nothing;
    }
  }
  return meetings;
}

/** Fills `law[from..to]` with the share of the object's meetings by their worth; `nothing`: the share that does not count, and adds nothing to the sum. */
function lawOf(
  law: Float64Array,
  part: Participation,
  surprise: Worths,
  o: number,
): { from: number; to: number; nothing: number } {
  const most = part.gaps.most(o);
  const from = Math.max(1, worthOf(surprise, o, 0));
  const to = Math.max(from, worthOf(surprise, o, most));
  law.fill(0, from, to + 1);
  let nothing = 0;
  for (let e = 0; e <= most; e++) {
    const share = 2 ** (-e / QUARTERS) - (e < most ? 2 ** (-(e + 1) / QUARTERS) : 0);
    const counts = surprise.bitsOf(o) + e / QUARTERS >= surprise.least && worthOf(surprise, o, e) > 0;
    if (counts) law[worthOf(surprise, o, e)]! += share;
    else nothing += share;
  }
  return { from, to, nothing };
}
