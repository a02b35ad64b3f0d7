import type { Ground } from "./ground.ts";
import { panjerTail, reachFor } from "./nulls/surprise.ts";

/**
 * Question: does this account act with this group as its members act with each other, more than an outsider would by chance?
 *
 * A pair must share much to be told from chance; a group has met on many objects, and who is there each time at its hour is told by a
 * few of them. Objects counted: those on which at least two members, the account asked about left out, acted within the window of each
 * other. The account meets the group there when it acts within the window of one of these. First actions only.
 *
 * Null: given what the group did, outsiders come to its meetings at the rate of the outsiders seen there, each according to how busy it
 * is, and nearer or farther in time by chance. With K_o outsiders within the window on o, account u is the r-th nearest of them to the
 * group, r = 1 ... K_o + 1, each with chance x_u / X (x: fitnesses of the BiCM, X their sum over outsiders), independently over
 * objects. What many outsiders do at that hour weighs nothing; the one added stands for u itself and errs on the safe side, as does
 * everyone of the group who is not known yet and counts as an outsider. Statistic: T = sum over the objects met on of
 * w_o = log2(outsiders / r), the surprise of being so near by chance. Its tail is at most compound Poisson with rates
 * -log(1 - x_u / X) for each o and r, by Panjer's recursion on a grid of quarter bits as in `nulls/surprise.ts`: jumps rounded up, the
 * sum down, x_u / X up to the next of a ladder of steps of 5 %.
 *
 * A member is asked with itself left out; the rates stay those of the whole group, which are never the smaller ones.
 * Cost: O(actions on the group's objects), and O(grid x jumps) for each step of busyness that occurs.
 *
 * Does not show: shared taste. Outsiders who love what the group loves come oftener than others as busy, so that a group of fans takes
 * in more fans. And an outsider who shadows a crew acts with it, by any measure of acting.
 */
export interface Belonging {
  /** Objects on which it met the group, ascending. */
  readonly objects: readonly number[];
  readonly bits: number;
  /** How many such objects chance would give, and the chance of at least these bits. */
  readonly expected: number;
  readonly p: number;
}

/** Steps of the grid in one bit. */
const GRID = 4;
const LADDER = Math.log(1.05);
/** Above, -log(1 - x) would be infinite. */
const ALMOST_SURE = 0.999;

/**
 * @param members the group; each member is held against the others
 * @returns all members, and the outsiders who met the group at least once
 */
export function belongings(ground: Ground, members: readonly number[]): Map<number, Belonging> {
  const isMember = new Uint8Array(ground.part.accountCount);
  for (const member of members) isMember[member] = 1;
  let outsiders = 0;
  let crowd = 0;
  for (let u = 0; u < isMember.length; u++) {
    if (isMember[u] === 1 || ground.fitness[u] === 0) continue;
    outsiders++;
    crowd += ground.fitness[u]!;
  }
  const met = new Map<number, { objects: number[]; bits: number }>(
    members.map((member) => [member, { objects: [], bits: 0 }]),
  );
  /** places[r - 1]: objects on which an outsider could be the r-th nearest. */
  const places: number[] = [];
  for (const object of touchedTwice(ground, members)) {
    const meeting = meetingOn(ground, object, isMember);
    if (meeting === null) continue;
    for (let r = 0; r <= meeting.outsiders; r++) places[r] = (places[r] ?? 0) + 1;
    for (const { account, rank } of meeting.met) {
      const known = met.get(account) ?? { objects: [], bits: 0 };
      known.objects.push(object);
      known.bits += surpriseOf(rank, outsiders);
      met.set(account, known);
    }
  }
  const all = places.reduce((sum, count) => sum + count, 0);
  const tails = new Map<string, Float64Array>();
  const found = new Map<number, Belonging>();
  for (const [u, { objects, bits }] of met) {
    const observed = Math.floor(bits * GRID);
    if (observed === 0) {
      found.set(u, { objects, bits, expected: 0, p: 1 });
      continue;
    }
    const step = Math.ceil(Math.log(ground.fitness[u]! / Math.max(crowd, ground.fitness[u]!)) / LADDER);
    const pull = Math.min(1, Math.exp(step * LADDER));
    const reach = reachFor(observed);
    const key = `${step} ${reach}`;
    const tail = tails.get(key) ?? panjerTail(ratesOf(places, outsiders, pull), reach);
    tails.set(key, tail);
    found.set(u, { objects, bits, expected: pull * all, p: tail[Math.min(observed, tail.length - 1)]! });
  }
  return found;
}

/** Objects that at least two members touched at all, ascending. */
function touchedTwice({ part }: Ground, members: readonly number[]): number[] {
  const once = new Set<number>();
  const twice = new Set<number>();
  for (const member of members) {
    for (let i = part.starts[member]!; i < part.starts[member + 1]!; i++) {
      const object = part.object[i]!;
      if (once.has(object)) twice.add(object);
      else once.add(object);
    }
  }
  return [...twice].sort((left, right) => left - right);
}

/** @param rank 1 for the outsider nearest to the group */
function surpriseOf(rank: number, outsiders: number): number {
  return Math.max(0, Math.log2(Math.max(1, outsiders) / rank));
}

function ratesOf(places: readonly number[], outsiders: number, pull: number): { jumps: number[]; g: number[] } {
  const rate = -Math.log1p(-Math.min(pull, ALMOST_SURE));
  const rates = new Map<number, number>();
  for (const [r, count] of places.entries()) {
    const jump = Math.ceil(surpriseOf(r + 1, outsiders) * GRID);
    if (jump > 0) rates.set(jump, (rates.get(jump) ?? 0) + count * rate);
  }
  const jumps = [...rates.keys()].sort((left, right) => left - right);
  return { jumps, g: jumps.map((jump) => rates.get(jump)!) };
}

interface Meeting {
  /** Who met the group here, and as the how-manieth nearest among the outsiders and itself. */
  readonly met: readonly { readonly account: number; readonly rank: number }[];
  readonly outsiders: number;
}

/** null where no two members acted within the window. */
function meetingOn(
  { starts, account, timeMs, windowMs }: Ground,
  object: number,
  isMember: Uint8Array,
): Meeting | null {
  const end = starts[object + 1]!;
  const own: number[] = [];
  for (let i = starts[object]!; i < end; i++) if (isMember[account[i]!] === 1) own.push(i);
  /** Time between the i-th and the j-th of the group, i < j. */
  const gap = (i: number, j: number): number =>
    i >= 0 && j < own.length ? timeMs[own[j]!]! - timeMs[own[i]!]! : Number.POSITIVE_INFINITY;
  const gathered = own.filter((_, i) => gap(i - 1, i) <= windowMs || gap(i, i + 1) <= windowMs);
  if (gathered.length === 0) return null;
  const outside: { account: number; gapMs: number }[] = [];
  let next = 0;
  for (let i = starts[object]!; i < end; i++) {
    if (isMember[account[i]!] === 1) continue;
    while (next < gathered.length && timeMs[gathered[next]!]! < timeMs[i]!) next++;
    const before = next > 0 ? timeMs[i]! - timeMs[gathered[next - 1]!]! : Number.POSITIVE_INFINITY;
    const after = next < gathered.length ? timeMs[gathered[next]!]! - timeMs[i]! : Number.POSITIVE_INFINITY;
    if (Math.min(before, after) <= windowMs) outside.push({ account: account[i]!, gapMs: Math.min(before, after) });
  }
  const gaps = Float64Array.from(outside, ({ gapMs }) => gapMs).sort();
  const met = outside.map((one) => ({ account: one.account, rank: countAtMost(gaps, one.gapMs) }));
  for (let i = 0; i < own.length; i++) {
    // Left out itself, a member needs a neighbour who has another one; were there a farther such neighbour, the nearest would be one.
    const across = gap(i - 1, i + 1) <= windowMs;
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
