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
const RARE = 0.05;
/** The same where a group holds what one member touched: there, two who say it besides are many. */
const MOST_OTHERS = 2;
/**
 * So many times what chance would give. The null knows neither that who speaks one language or loves one thing has words and hosts in
 * common, nor that one host brings an address, a network and a certificate at once: all of these raise what is common severalfold.
 */
const LEAST_LIFT = 10;
const LEAST_OBJECTS = 2;
/** Where a group holds what one member touched. */
const LEAST_HELD_BY_ONE = 5;

/**
 * Question: do two groups that do not act at the same times do the same things, more than chance explains?
 *
 * Shifts of one crew, or its branches in two languages, never meet in time and so are two groups; but they work for the same customers
 * and push the same sites. Each group is taken as one account: it touches what it holds (a quarter of its members, three at least; of
 * objects as many as texts, any member).
 * Null: which objects a group holds is independent of the other; a group that holds h objects holds o with chance
 *     g_o = min(1, max(r_o, h n_o / n)),
 * r_o = n_o / (others), n_o = 1 + others who touch o, n the sum of n_o over all objects as rare (h, too, counts these only): once as any other's chance, once as that of an account as busy
 * as the group. Others are the accounts in no group and each third group as one account: the members of a third shift are no
 * independent witnesses that its customers are popular. Common objects (r_o > 5 %; of texts, said by three others) are left out. p = chance of at
 * least so many common objects, Poisson-binomial, exact, over what the one holds and over what the other holds; the larger counts.
 * At least two objects, five where any member will do, and ten
 * times as many as expected. q is Benjamini-Hochberg
 * over all pairs of groups in all kinds where both hold so many that they could be found (what they hold is given under the null, so
 * that leaving out the others is no choice by outcome: Tarone 1990, doi 10.2307/2531456).
 *
 * Cost: O(touches) to find what is held, then for each pair of groups that
 * hold something together O(held squared).
 *
 * Does not show: one hand. Two fan clubs of one star hold the same; two branches of one campaign do so openly.
 */
export function alikeGroups(groups: readonly (readonly number[])[], kinds: readonly Touches[]): Alike[] {
  const asked = kinds.map((touches, kind) => {
    return { kind, ...alikeIn(groups.length, heldObjects(groups, touches), touches.isHeldByOne === true) };
  });
  const found = asked.flatMap(({ kind, found }) => found.map((one) => ({ ...one, kind })));
  const q = benjaminiHochberg(
    Float64Array.from(found, ({ p }) => p),
    asked.reduce((sum, { tested }) => sum + tested, 0),
  );
  const best = new Map<number, Alike>();
  for (const [i, one] of found.entries()) {
    const key = one.a * groups.length + one.b;
    if (one.p < (best.get(key)?.p ?? Number.POSITIVE_INFINITY)) best.set(key, { ...one, q: q[i]! });
  }
  return [...best.values()].sort((left, right) => left.a - right.a || left.b - right.b);
}

function alikeIn(
  groupCount: number,
  holdings: Holdings,
  isHeldByOne: boolean,
): { found: Omit<Alike, "q" | "kind">[]; tested: number } {
  const { held, freeActive, freeOf } = holdings;
  const least = isHeldByOne ? LEAST_HELD_BY_ONE : LEAST_OBJECTS;
  const heldBy = Array.from({ length: groupCount }, (): Held[] => []);
  const together = new Map<number, number>();
  for (const one of held) {
    const holders = [...one.holders].sort((left, right) => left - right);
    for (const group of holders) heldBy[group]!.push(one);
    for (const [i, a] of holders.entries()) {
      for (const b of holders.slice(i + 1)) {
        together.set(a * groupCount + b, (together.get(a * groupCount + b) ?? 0) + 1);
      }
    }
  }
  const others = freeActive + groupCount - 2;
  const most = isHeldByOne ? MOST_OTHERS + 1 : RARE * others;
  const weight = freeOf.reduce((sum, free) => (1 + free <= most ? sum + 1 + free : sum), 0);
  const found: Omit<Alike, "q" | "kind">[] = [];
  for (const [key, common] of together) {
    if (common < least) continue;
    const [a, b] = [Math.floor(key / groupCount), key % groupCount];
    const touching = ({ free, holders }: Held): number =>
      1 + free + holders.size - (holders.has(a) ? 1 : 0) - (holders.has(b) ? 1 : 0);
    const sides = [a, b].map((side) => heldBy[side]!.filter((one) => touching(one) <= most));
    const objects = sides[0]!.filter(({ holders }) => holders.has(b)).map(({ object }) => object);
    if (objects.length < least) continue;
    const tails = sides.map((own, side) => {
      const busy = sides[1 - side]!.length / weight;
      const chances = own.map((one) => Math.min(1, touching(one) * Math.max(1 / others, busy)));
      return {
        p: poissonBinomialTail(chances, chances.length, objects.length),
        expected: chances.reduce((sum, chance) => sum + chance, 0),
      };
    });
    const [first, second] = tails as [(typeof tails)[0], (typeof tails)[0]];
    if (objects.length < LEAST_LIFT * Math.max(first.expected, second.expected)) continue;
    found.push({ a, b, objects, ...(first.p >= second.p ? first : second) });
  }
  const able = heldBy.filter((list) => list.length >= least).length;
  return { found, tested: (able * (able - 1)) / 2 };
}
