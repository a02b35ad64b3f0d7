import { benjaminiHochberg } from "../math/fdr.ts";
import { poissonBinomialTail } from "../math/poisson-binomial.ts";
import { type Held, type Holdings, heldObjects, type Touches } from "./held.ts";

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

/** What more of the others touch than this is common, and tells nothing. */
export const RARE = 0.05;
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
    for (const one of alikeIn(groups.length, heldObjects(groups, touches))) {
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

function alikeIn(groupCount: number, holdings: Holdings): Omit<Alike, "q" | "kind">[] {
  const { held, active, cells, cellsOf, activeOf } = holdings;
  const heldBy = Array.from({ length: groupCount }, (): Held[] => []);
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
