import { benjaminiHochberg } from "../math/fdr.ts";
import { poissonBinomialTail } from "../math/poisson-binomial.ts";
import { RARE } from "./alike.ts";
import { heldObjects, type Touches } from "./held.ts";

/** Two groups that take up the same third one. */
export interface Takers {
  readonly a: number;
  readonly b: number;
  /** Authors of the third group that either holds, ascending. */
  readonly objects: readonly number[];
  readonly expected: number;
  readonly p: number;
  /** False discovery rate over all pairs of groups. */
  readonly q: number;
}

const LEAST_AUTHORS = 2;

/**
 * Question: do two groups serve, or attack, the same third group, each its own part of it?
 *
 * The commenters of a network in two languages answer different pages, and share nothing but that all these pages are one group. Each
 * author that a group holds (`held.ts`) and few others touch is of group B with chance
 *     pi_B = (touches of authors in B + 1) / (touches of authors),   both by accounts in no group,
 * were the group's authors picked like those of anybody who is in none. p of a group = chance of at least so many of B among all that it holds, binomial; at
 * least two. Both must stand, so the larger p of the two counts, times the number of groups that B could be. Cost: O(held x groups).
 *
 * B does not become part of them: whoever is answered by a crew may be its victim.
 */
export function takersOf(groups: readonly (readonly number[])[], touches: Touches): Takers[] {
  const { accountOf, account, object, accountCount } = touches;
  if (accountOf === undefined) return [];
  const groupOf = new Int32Array(accountCount).fill(-1);
  for (const [group, members] of groups.entries()) for (const member of members) groupOf[member] = group;
  const groupOfAuthor = (author: number): number => (accountOf[author]! < 0 ? -1 : groupOf[accountOf[author]!]!);
  const outsiders = { touches: 0, ofGroup: new Float64Array(groups.length) };
  for (let i = 0; i < account.length; i++) {
    if (groupOf[account[i]!]! >= 0) continue;
    outsiders.touches++;
    const group = groupOfAuthor(object[i]!);
    if (group >= 0) outsiders.ofGroup[group]!++;
  }
  const { held, active, activeOf } = heldObjects(groups, touches);
  const takes = groups.map((_, a) => {
    const outside = active - activeOf[a]!;
    const own = held.filter((one) => one.holders.has(a) && one.accounts - one.members.get(a)! + 1 <= RARE * outside);
    return groups.map((_members, b) => {
      const objects = own.filter((one) => groupOfAuthor(one.object) === b).map((one) => one.object);
      if (a === b || objects.length < LEAST_AUTHORS) return null;
      const chance = Math.min(1, (outsiders.ofGroup[b]! + 1) / Math.max(1, outsiders.touches));
      const chances = new Float64Array(own.length).fill(chance);
      return { objects, expected: chance * own.length, p: poissonBinomialTail(chances, own.length, objects.length) };
    });
  });
  const best = new Map<string, Omit<Takers, "q">>();
  for (let a = 0; a < groups.length; a++) {
    for (let b = a + 1; b < groups.length; b++) {
      for (let third = 0; third < groups.length; third++) {
        const [left, right] = [takes[a]![third]!, takes[b]![third]!];
        if (left === null || right === null || third === a || third === b) continue;
        const objects = [...new Set([...left.objects, ...right.objects])].sort((x, y) => x - y);
        const weaker = left.p >= right.p ? left : right;
        const p = Math.min(1, weaker.p * groups.length);
        const known = best.get(`${a} ${b}`);
        if (known === undefined || p < known.p) best.set(`${a} ${b}`, { a, b, objects, expected: weaker.expected, p });
      }
    }
  }
  const found = [...best.values()];
  const q = benjaminiHochberg(
    Float64Array.from(found, ({ p }) => p),
    (groups.length * (groups.length - 1)) / 2,
  );
  return found.map((one, i) => ({ ...one, q: q[i]! }));
}
