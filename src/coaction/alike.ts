import { benjaminiHochberg } from "../math/fdr.ts";
import { orderByKey, startsOf } from "../math/order.ts";
import { poissonBinomialTail } from "../math/poisson-binomial.ts";

/** Who touched what, at whatever time: one kind of object (authors taken up, links, tags...). Repetitions do no harm. */
export interface Touches {
  readonly name: string;
  readonly accountCount: number;
  readonly objectCount: number;
  readonly account: Uint32Array;
  readonly object: Uint32Array;
  /** What a person reads for each object, where it cannot be read again from posts. */
  readonly labels?: readonly string[];
}

/** Two groups that do the same things, and what they are. */
export interface Alike {
  /** Positions of the groups, a < b. */
  readonly a: number;
  readonly b: number;
  /** Position of the kind that shows it best. */
  readonly kind: number;
  /** Objects that both hold and few others touch, ascending. */
  readonly objects: readonly number[];
  /** How many such objects chance would give, the chance of so many, and the false discovery rate over all pairs of groups. */
  readonly expected: number;
  readonly p: number;
  readonly q: number;
}

/** A group holds an object that so large a part of it touched, and at least so many of it. */
const HELD_BY = 0.25;
const LEAST_HOLDERS = 3;
/** What more of the others touch than this is common, and tells nothing. */
const RARE = 0.05;
const LEAST_OBJECTS = 2;

/**
 * Question: do two groups that do not act at the same times do the same things, more than chance explains?
 *
 * Shifts of one crew, or its branches in two languages, never meet in time and so are two groups; but they work for the same customers
 * and push the same sites. Each group is taken as one account: it touches what it holds (a quarter of its members, three at least).
 * Null: which objects a group holds is independent of the other; a group that holds h objects holds o with chance
 *     g_o = min(1, max(r_o, h n_o / n)),
 * r_o = (outside both, accounts that touch o, + 1) / (accounts outside both), n_o their number and n that of all touches outside: once
 * as any outsider's chance, once as that of an account as busy as the group. Common objects (r_o > 5 %) are left out. p = chance of at
 * least so many common objects, Poisson-binomial, exact, over what the one holds and over what the other holds; the larger counts.
 * Of several kinds the smallest p counts, times their number. At least two objects. q is Benjamini-Hochberg over all pairs of groups.
 *
 * Members of third groups count as outsiders, on the safe side. Cost: O(touches) to find what is held, then for each pair of groups that
 * hold something together O(held squared).
 *
 * Does not show: one hand. Two fan clubs of one star hold the same; two branches of one campaign do so openly.
 */
export function alikeGroups(groups: readonly (readonly number[])[], kinds: readonly Touches[]): Alike[] {
  const best = new Map<string, Omit<Alike, "q">>();
  for (const [kind, touches] of kinds.entries()) {
    for (const one of alikeIn(groups, touches)) {
      const key = `${one.a} ${one.b}`;
      const p = Math.min(1, one.p * kinds.length);
      if (p < (best.get(key)?.p ?? Number.POSITIVE_INFINITY)) best.set(key, { ...one, kind, p });
    }
  }
  const found = [...best.values()].sort((left, right) => left.a - right.a || left.b - right.b);
  const tested = (groups.length * (groups.length - 1)) / 2;
  const q = benjaminiHochberg(
    Float64Array.from(found, ({ p }) => p),
    tested,
  );
  return found.map((one, i) => ({ ...one, q: q[i]! }));
}

/** An object held by at least one group. */
interface Held {
  readonly object: number;
  readonly accounts: number;
  /** Members that touch it, of every group. */
  readonly members: ReadonlyMap<number, number>;
  readonly holders: ReadonlySet<number>;
}

function alikeIn(groups: readonly (readonly number[])[], touches: Touches): Omit<Alike, "q" | "kind">[] {
  const { held, active, cells, cellsOf, activeOf } = heldObjects(groups, touches);
  const heldBy = groups.map((): Held[] => []);
  const together = new Map<string, number[]>();
  for (const one of held) {
    const holders = [...one.holders].sort((left, right) => left - right);
    for (const group of holders) heldBy[group]!.push(one);
    for (const [i, a] of holders.entries()) {
      for (const b of holders.slice(i + 1)) {
        const known = together.get(`${a} ${b}`) ?? [];
        together.set(`${a} ${b}`, [...known, one.object]);
      }
    }
  }
  const found: Omit<Alike, "q" | "kind">[] = [];
  for (const [key, common] of together) {
    const [a, b] = key.split(" ").map(Number) as [number, number];
    if (common.length < LEAST_OBJECTS) continue;
    const outside = active - activeOf[a]! - activeOf[b]!;
    const touchesOutside = cells - cellsOf[a]! - cellsOf[b]!;
    const rare = (one: Held): number => one.accounts - (one.members.get(a) ?? 0) - (one.members.get(b) ?? 0) + 1;
    const isRare = (one: Held): boolean => rare(one) <= RARE * outside;
    const objects = heldBy[a]!.filter((one) => one.holders.has(b) && isRare(one)).map(({ object }) => object);
    if (objects.length < LEAST_OBJECTS) continue;
    const sides = [heldBy[a]!, heldBy[b]!].map((list) => list.filter(isRare));
    const tails = [0, 1].map((side) => {
      const other = sides[1 - side]!.length;
      const chances = sides[side]!.map((one) => {
        const touching = rare(one);
        return Math.min(1, Math.max(touching / outside, (other * touching) / Math.max(1, touchesOutside)));
      });
      return {
        p: poissonBinomialTail(chances, chances.length, objects.length),
        expected: chances.reduce((sum, chance) => sum + chance, 0),
      };
    });
    const [first, second] = tails as [(typeof tails)[0], (typeof tails)[0]];
    found.push({ a, b, objects, ...(first.p >= second.p ? first : second) });
  }
  return found;
}

function heldObjects(groups: readonly (readonly number[])[], touches: Touches) {
  const { account, object, accountCount, objectCount } = touches;
  const groupOf = new Int32Array(accountCount).fill(-1);
  for (const [group, members] of groups.entries()) for (const member of members) groupOf[member] = group;
  const order = orderByKey(object, objectCount);
  const starts = startsOf(object, objectCount);
  const seenIn = new Uint32Array(accountCount).fill(0xffffffff);
  const isActive = new Uint8Array(accountCount);
  const cellsOf = new Float64Array(groups.length);
  const activeOf = new Float64Array(groups.length);
  const held: Held[] = [];
  let active = 0;
  let cells = 0;
  for (let o = 0; o < objectCount; o++) {
    const members = new Map<number, number>();
    let accounts = 0;
    for (let i = starts[o]!; i < starts[o + 1]!; i++) {
      const u = account[order[i]!]!;
      if (seenIn[u] === o) continue;
      seenIn[u] = o;
      accounts++;
      const group = groupOf[u]!;
      if (isActive[u] === 0) {
        isActive[u] = 1;
        active++;
        if (group >= 0) activeOf[group]!++;
      }
      if (group < 0) continue;
      members.set(group, (members.get(group) ?? 0) + 1);
      cellsOf[group]!++;
    }
    cells += accounts;
    const holders = new Set<number>();
    for (const [group, count] of members) {
      if (count >= LEAST_HOLDERS && count >= HELD_BY * groups[group]!.length) holders.add(group);
    }
    if (holders.size > 0) held.push({ object: o, accounts, members, holders });
  }
  return { held, active, cells, cellsOf, activeOf };
}
