import { ALWAYS_MS } from "../corpus/trace.ts";
import type { Ground } from "./ground.ts";
import { DealtLaw } from "./nulls/dealt.ts";

/**
 * Question: does this account act with this group as its members do with each other, more than an outsider would by chance?
 *
 * A pair must share much to be told from chance; a group has met on many objects, and who is there each time at its hour is told by a
 * few of them. Objects counted: those on which at least two members, the account asked about left out, acted within the window of each
 * other. The account meets the group there when it acts within the window of one of these. First actions only.
 *
 * Null: which of the outsiders did which of their actions is dealt anew. Each outsider keeps how many objects it has, n; what they are is
 * drawn from all actions of outsiders of its public (platform and language; of all outsiders where the public has fewer than `LEAST`
 * active ones). An action is worth w = log2(outsiders / r) where its account is the r-th nearest of the outsiders to the group on an
 * object on which the group met, and nothing elsewhere: what many outsiders do at that hour weighs nothing. Statistic: T = sum of w over
 * the account's own actions, on a grid of quarter bits; p is the tail of n draws (`nulls/dealt.ts`). The pool holds the account's own
 * actions, and those of everyone of the group who is not known yet, and so errs on the safe side.
 *
 * That n is kept is what tells those who do little else: two answers, both to the group's posts, are one in thousands where one in
 * fifty answers of outsiders goes there; two of forty are what anybody has.
 *
 * A member is asked with itself left out, against the same pool and one action more on each object of the group, for its own.
 * Cost: O(actions on the group's objects + accounts), and the tails' for each n that occurs.
 *
 * Does not show: shared taste. Outsiders who love what the group loves come oftener than others as busy, so that a group of fans takes
 * in more fans. And an outsider who shadows a crew acts with it, by any measure of acting.
 */
export interface Belonging {
  /** Objects on which it met the group, ascending. */
  readonly objects: readonly number[];
  /** What they are worth, in bits. */
  readonly bits: number;
  /** How many such objects chance would give, and the chance of at least these bits. */
  readonly expected: number;
  readonly p: number;
}

/** Steps of the grid in one bit. */
const GRID = 4;
/** Publics of fewer active outsiders have no pool of their own: so small a group may be what is looked for. */
const LEAST = 30;

/**
 * @param members the group; each member is held against the others
 * @param least members that an object of the group must have had; one where the group is not known by its deeds, and any of them may be its
 * @returns all members, and the outsiders who met the group at least once
 */
export function belongings(ground: Ground, members: readonly number[], least: 1 | 2 = 2): Map<number, Belonging> {
  const { part } = ground;
  const isMember = new Uint8Array(part.accountCount);
  for (const member of members) isMember[member] = 1;
  const { poolOf, pools, outsiders } = poolsOf(ground, isMember);
  const worth = (rank: number): number => Math.max(0, Math.round(GRID * Math.log2(Math.max(1, outsiders) / rank)));
  const met = new Map<number, { objects: number[]; steps: number }>(
    members.map((member) => [member, { objects: [], steps: 0 }]),
  );
  /** Worth of a member's own action on each object, were it one of the outsiders. */
  const own: number[] = [];
  for (const object of touchedBy(ground, members, least)) {
    const meeting = meetingOn(ground, object, isMember, least);
    if (meeting === null) continue;
    own.push(worth(meeting.outsiders + 1));
    for (const { account, rank } of meeting.met) {
      const steps = worth(rank);
      const known = met.get(account) ?? { objects: [], steps: 0 };
      known.objects.push(object);
      known.steps += steps;
      met.set(account, known);
      if (isMember[account] === 1) continue;
      pools[0]!.worth.push(steps);
      if (ground.publicOf[account]! > 0) pools[ground.publicOf[account]!]!.worth.push(steps);
    }
  }
  const laws = pools.map(({ worth: drawn, actions }) => ({
    outsider: new DealtLaw(lawOf(drawn, actions)),
    member: new DealtLaw(lawOf([...drawn, ...own], actions)),
  }));
  const found = new Map<number, Belonging>();
  for (const [u, { objects, steps }] of met) {
    const law = isMember[u] === 1 ? laws[poolOf(u)]!.member : laws[poolOf(u)]!.outsider;
    const n = part.starts[u + 1]! - part.starts[u]!;
    found.set(u, { objects, bits: steps / GRID, expected: law.expected(n), p: law.tail(n, steps) });
  }
  return found;
}

/** What the actions of an account are drawn from: how many there are, and the worth of those that met the group. */
interface Pool {
  actions: number;
  readonly worth: number[];
}

/** Pool 0 is everybody's; others follow the numbers of publics, and are used where enough outsiders are active. */
function poolsOf(
  { part, publicOf }: Ground,
  isMember: Uint8Array,
): { pools: Pool[]; poolOf: (account: number) => number; outsiders: number } {
  const count = publicOf.reduce((most, one) => Math.max(most, one), 0) + 1;
  const pools = Array.from({ length: count }, (): Pool => ({ actions: 0, worth: [] }));
  const active = new Uint32Array(count);
  for (let u = 0; u < part.accountCount; u++) {
    const n = part.starts[u + 1]! - part.starts[u]!;
    if (isMember[u] === 1 || n === 0) continue;
    active[0]!++;
    pools[0]!.actions += n;
    if (publicOf[u] === 0) continue;
    active[publicOf[u]!]!++;
    pools[publicOf[u]!]!.actions += n;
  }
  const poolOf = (account: number): number => (active[publicOf[account]!]! >= LEAST ? publicOf[account]! : 0);
  return { pools, poolOf, outsiders: active[0]! };
}

/** Shares of the pool, by worth; the pool holds at least what was drawn from it. */
function lawOf(worth: readonly number[], actions: number): Float64Array {
  const law = new Float64Array(worth.reduce((most, steps) => Math.max(most, steps), 0) + 1);
  const all = Math.max(actions, worth.length, 1);
  for (const steps of worth) if (steps > 0) law[steps]! += 1 / all;
  return law;
}

/** Objects that at least so many members touched at all, ascending. */
function touchedBy({ part }: Ground, members: readonly number[], least: number): number[] {
  const counts = new Map<number, number>();
  for (const member of members) {
    for (let i = part.starts[member]!; i < part.starts[member + 1]!; i++) {
      counts.set(part.object[i]!, (counts.get(part.object[i]!) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([object, count]) => (count >= least ? [object] : [])).sort((left, right) => left - right);
}

interface Meeting {
  /** Who met the group here, and as the how-manieth nearest among the outsiders and itself. */
  readonly met: readonly { readonly account: number; readonly rank: number }[];
  readonly outsiders: number;
}

/** null where no two members acted within the window, or none, where one is enough. */
function meetingOn(
  { starts, account, timeMs, windowMs }: Ground,
  object: number,
  isMember: Uint8Array,
  least: 1 | 2,
): Meeting | null {
  const end = starts[object + 1]!;
  const own: number[] = [];
  for (let i = starts[object]!; i < end; i++) if (isMember[account[i]!] === 1) own.push(i);
  /** Time between the i-th and the j-th of the group, i < j. */
  const gap = (i: number, j: number): number =>
    i >= 0 && j < own.length ? timeMs[own[j]!]! - timeMs[own[i]!]! : Number.POSITIVE_INFINITY;
  const gathered = own.filter((_, i) => least === 1 || gap(i - 1, i) <= windowMs || gap(i, i + 1) <= windowMs);
  if (gathered.length === 0) return null;
  const outside: { account: number; gapMs: number }[] = [];
  let next = 0;
  for (let i = starts[object]!; i < end; i++) {
    if (isMember[account[i]!] === 1) continue;
    while (next < gathered.length && timeMs[gathered[next]!]! < timeMs[i]!) next++;
    const before = next > 0 ? timeMs[i]! - timeMs[gathered[next - 1]!]! : Number.POSITIVE_INFINITY;
    const after = next < gathered.length ? timeMs[gathered[next]!]! - timeMs[i]! : Number.POSITIVE_INFINITY;
    const gapMs = Math.min(before, after);
    // Without an end of the window all are as near.
    if (gapMs <= windowMs) outside.push({ account: account[i]!, gapMs: windowMs >= ALWAYS_MS ? 0 : gapMs });
  }
  const gaps = Float64Array.from(outside, ({ gapMs }) => gapMs).sort();
  const met = outside.map((one) => ({ account: one.account, rank: countAtMost(gaps, one.gapMs) }));
  for (let i = 0; i < own.length; i++) {
    // Left out itself, a member needs a neighbour who has another one; were there a farther such neighbour, the nearest would be one.
    const across = least === 1 || gap(i - 1, i + 1) <= windowMs;
    const left = across || gap(i - 2, i - 1) <= windowMs ? gap(i - 1, i) : Number.POSITIVE_INFINITY;
    const right = across || gap(i + 1, i + 2) <= windowMs ? gap(i, i + 1) : Number.POSITIVE_INFINITY;
    const nearest = Math.min(left, right);
    if (nearest <= windowMs) met.push({ account: account[own[i]!]!, rank: countAtMost(gaps, nearest) + 1 });
  }
  return { met, outsiders: outside.length };
}

function countAtMost(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
