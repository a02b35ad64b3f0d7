import { type Random, seeded } from "../../math/random.ts";
import type { IdentityFacts } from "../../store/identity-facts.ts";
import { formatExpected, formatRelation, formatSpan } from "../../text/figures.ts";
import { DRAWS, isComparable, usableAccounts } from "./controls.ts";
import type { IdentitySign } from "./sign.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const WIDTHS_MS = [HOUR_MS, DAY_MS, 7 * DAY_MS, 30 * DAY_MS] as const;

/**
 * Question: were more of these accounts made within a short time than the export's other accounts would lead one to expect?
 *
 * Scan statistic (Kulldorff 1997, doi 10.1080/03610929708831995): over windows of an hour, a day, a week and a month that begin at a
 * member's creation, L = 2 [k ln(k / e) - (k - e)] with k members in the window and e = n x the window's share of all accounts. That
 * curve, the members in it, takes up waves of sign-ups and is the same for every draw, so that the cluster is one draw among others. p: 999
 * draws of n accounts out of all, the largest L of each. The expected number that is shown leaves the members out.
 *
 * Cost: O(draws x n log accounts). Does not show: why; a class, a conference or a newly opened platform makes accounts together, too.
 */
export function creationBurst(accounts: readonly number[], facts: IdentityFacts, seed: number): IdentitySign | null {
  const usable = usableAccounts(facts, (account) => Number.isFinite(facts.createdMs[account]!));
  const inside = new Set(accounts);
  const members = usable.filter((account) => inside.has(account));
  if (!isComparable(members, usable)) return null;
  const datesOf = (some: readonly number[]) => Float64Array.from(some, (account) => facts.createdMs[account]!).sort();
  const own = datesOf(members);
  const curve = datesOf(usable);
  const found = densest(own, curve);
  if (found === null) return null;
  const random = seeded(seed, "creation-burst", members[0]!, members.length);
  let asDense = 1;
  for (let draw = 0; draw < DRAWS; draw++) {
    const one = densest(datesOf(deal(usable, members.length, random)), curve);
    if (one !== null && one.lambda >= found.lambda) asDense++;
  }
  const p = asDense / (DRAWS + 1);
  const beside = within(curve, found.fromMs, found.fromMs + found.widthMs) - found.count;
  const expected = (members.length * beside) / (usable.length - members.length);
  return {
    name: "creation-burst",
    members: found.count,
    observed: found.count,
    expected,
    p,
    sentence: `${found.count} of ${members.length} accounts were created ${formatSpan(found.fromMs, found.toMs)}; ${formatExpected(expected)} expected by the other accounts of this export (p ${formatRelation(p)}).`,
  };
}

/** So many accounts at random, each once. Shuffles the front of the list. */
function deal(usable: number[], count: number, random: Random): number[] {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (usable.length - i));
    const chosen = usable[j]!;
    usable[j] = usable[i]!;
    usable[i] = chosen;
  }
  return usable.slice(0, count);
}

interface Burst {
  readonly lambda: number;
  readonly count: number;
  readonly widthMs: number;
  readonly fromMs: number;
  readonly toMs: number;
}

/** The window with the largest L; null where none holds two and more than expected. */
function densest(own: Float64Array, curve: Float64Array): Burst | null {
  let best: Burst | null = null;
  for (const widthMs of WIDTHS_MS) {
    let last = 0;
    for (let i = 0; i < own.length; i++) {
      const fromMs = own[i]!;
      while (last + 1 < own.length && own[last + 1]! <= fromMs + widthMs) last++;
      const count = last - i + 1;
      if (count < 2) continue;
      const expected = (own.length * within(curve, fromMs, fromMs + widthMs)) / curve.length;
      if (count <= expected) continue;
      const lambda = 2 * (count * Math.log(count / expected) - (count - expected));
      if (best === null || lambda > best.lambda) best = { lambda, count, widthMs, fromMs, toMs: own[last]! };
    }
  }
  return best;
}

function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the sorted dates, in whole milliseconds, lie in [from, to]. */
const within = (sorted: Float64Array, from: number, to: number): number =>
  firstAtLeast(sorted, to + 1) - firstAtLeast(sorted, from);
