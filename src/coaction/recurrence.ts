import type { Pairs } from "../corpus/pairs.ts";
import { benjaminiHochberg } from "../math/fdr.ts";
import { gatherFloat64 } from "../math/order.ts";
import { poissonTail } from "../math/poisson.ts";
import { crowdsOf } from "./crowds.ts";
import { type Bicm, solveBicm } from "./nulls/bicm.ts";
import { type Participation, participation } from "./participation.ts";
import type { ObjectTimeline } from "./timeline.ts";

/**
 * Question: which bursts draw on the same people, and which pairs of accounts are there because of it?
 *
 * A crew of hundreds that meets on three tags gives each of its pairs three meetings at most, on objects that hundreds share: no pair can
 * stand by itself among millions. But the bursts can: of two bursts at different times, how many accounts are in both? Expected, with the
 * fitnesses of the BiCM, E_AB = sum over u of p_uA p_uB, or, where that is more, what dealing the posts of each stratum anew expects
 * (`crowds.ts`): two bursts of one language at one time of day draw on the same people anyway. P(O >= O_AB) by Poisson, Benjamini-Hochberg over all pairs of bursts (a
 * statistically validated projection on the side of the objects: Tumminello et al. 2011, doi 10.1371/journal.pone.0017994; Saracco et al.
 * 2017, doi 10.1088/1367-2630/aa6b38). Two bursts whose medians lie less than half a window apart are one event and are not asked.
 *
 * Of those in both bursts that are linked, how many are there by chance? Those who came to A alone are its passers-by: a share s_A of its
 * accounts is in no burst linked to A. Passers-by come to both with E_AB s_A s_B, and those who did are passers-by, too (three rounds).
 * Busy accounts pass by everywhere, quiet ones nowhere twice; so it is asked class by class of accounts as busy (k), as hypotheses
 * should be that are not alike (Efron 2008, doi 10.1214/07-AOAS141): share of chance f_k = E_ABk s_A s_B / O_ABk. A pair of these accounts
 * is false with chance 1 - (1 - f_k) (1 - f_l). Pairs of the overlap are taken in order of this chance, and q is its mean over all as sure
 * or surer: the false discovery rate of taking so many (Sun and Cai 2007, doi 10.1198/016214507000000545). Each overlap is a family by
 * itself. A pair that met on several pairs of linked bursts has the smallest.
 *
 * Cost: O(sum over accounts of its bursts squared). Does not show: why the same people come, an agreement or a love; and says
 * nothing where two bursts overlap by less than three accounts.
 *
 * @returns q by pair, 1 where its bursts are not linked
 */
export function recurrence(pairs: Pairs, timeline: ObjectTimeline, level: number): Float64Array {
  const part = participation(timeline, pairs.windowMs);
  const bicm = solveBicm(part);
  const { isLinked, rateOf } = chanceRates(part, bicm, timeline, level, pairs.windowMs / 2);
  const q = new Float64Array(pairs.count).fill(1);
  for (let i = 0; i < pairs.count; i++) {
    const common = commonBursts(part, isLinked, pairs.a[i]!, pairs.b[i]!, pairs.windowMs);
    const busyA = bicm.accountClass[pairs.a[i]!]!;
    const busyB = bicm.accountClass[pairs.b[i]!]!;
    for (let k = 0; k < common.length; k++) {
      for (let l = k + 1; l < common.length; l++) {
        q[i] = Math.min(q[i]!, rateOf(common[k]!, common[l]!, busyA, busyB));
      }
    }
  }
  return q;
}

const LEAST_OVERLAP = 3;
const ROUNDS = 3;

interface Overlap {
  readonly a: number;
  readonly b: number;
  readonly accounts: number;
  readonly expected: number;
  /** Classes of accounts as busy as each other (`Bicm.accountClass`) that have anybody in both, ascending: a handful of hundreds. */
  readonly classes: Uint32Array;
  /** The same two of each of these classes. */
  readonly accountsOf: Float64Array;
  readonly expectedOf: Float64Array;
}

interface ChanceRates {
  /** By object: 1 for a burst that is linked to any other. */
  readonly isLinked: Uint8Array;
  /** The false discovery rate of pairs in both bursts, left < right, of accounts of these two classes; 1 where the bursts are not linked. */
  rateOf(left: number, right: number, classA: number, classB: number): number;
}

function chanceRates(
  part: Participation,
  bicm: Bicm,
  timeline: ObjectTimeline,
  level: number,
  apartMs: number,
): ChanceRates {
  const linked = linkedBursts(part, bicm, timeline, level, apartMs);
  const bursts = new Map<number, Set<number>>();
  const link = (one: number, other: number): void => {
    bursts.set(one, (bursts.get(one) ?? new Set()).add(other));
  };
  for (const { a, b } of linked) {
    link(a, b);
    link(b, a);
  }
  const isLinked = new Uint8Array(part.objectCount);
  for (const burst of bursts.keys()) isLinked[burst] = 1;
  const alone = new Map<number, number>([...bursts.keys()].map((burst) => [burst, 0]));
  for (let u = 0; u < part.accountCount; u++) {
    // Of thousands of objects, days of tags nearly all, a handful.
    const own = part.object.subarray(part.starts[u]!, part.starts[u + 1]!).filter((burst) => isLinked[burst] === 1);
    for (const burst of own) {
      const others = bursts.get(burst)!;
      if (!own.some((other) => others.has(other))) alone.set(burst, alone.get(burst)! + 1);
    }
  }
  let passing = new Map(alone);
  const passingShare = (burst: number): number => Math.min(1, passing.get(burst)! / part.popularity[burst]!);
  const passingBoth = ({ a, b }: Overlap): number => passingShare(a) * passingShare(b);
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Map(alone);
    for (const overlap of linked) {
      const chance = Math.min(overlap.accounts, overlap.expected * passingBoth(overlap));
      for (const burst of [overlap.a, overlap.b]) next.set(burst, next.get(burst)! + chance);
    }
    passing = next;
  }
  const overlaps = new Map(linked.map((overlap) => [overlap.a * part.objectCount + overlap.b, overlap]));
  const known = new Map<Overlap, Float64Array>();
  const rateOf = (left: number, right: number, classA: number, classB: number): number => {
    const overlap = overlaps.get(left * part.objectCount + right);
    if (overlap === undefined) return 1;
    // Most linked bursts have no listed pair in both: rates are made for those that are asked about.
    let rates = known.get(overlap);
    if (rates === undefined) {
      const { accountsOf, expectedOf } = overlap;
      const shares = expectedOf.map((expected, k) =>
        Math.min(1, (expected * passingBoth(overlap)) / Math.max(1, accountsOf[k]!)),
      );
      rates = ratesOfPairs(shares, accountsOf);
      known.set(overlap, rates);
    }
    const { classes } = overlap;
    return rates[classes.indexOf(classA) * classes.length + classes.indexOf(classB)]!;
  };
  return { isLinked, rateOf };
}

/**
 * @param shares by class, the share of accounts that are there by chance
 * @param accounts in each class
 * @returns at `k * classes + l`, the mean chance of being false over all pairs that are as sure as those of classes k and l, or surer
 */
export function ratesOfPairs(shares: Float64Array, accounts: Float64Array): Float64Array {
  const classes = shares.length;
  const rates = new Float64Array(classes * classes).fill(1);
  const cells: { at: number; mirror: number; pairs: number; chance: number }[] = [];
  for (let k = 0; k < classes; k++) {
    for (let l = k; l < classes; l++) {
      const pairs = k === l ? (accounts[k]! * (accounts[k]! - 1)) / 2 : accounts[k]! * accounts[l]!;
      if (pairs === 0) continue;
      const chance = 1 - (1 - shares[k]!) * (1 - shares[l]!);
      cells.push({ at: k * classes + l, mirror: l * classes + k, pairs, chance });
    }
  }
  cells.sort((left, right) => left.chance - right.chance || left.at - right.at);
  let all = 0;
  let chances = 0;
  for (const { at, mirror, pairs, chance } of cells) {
    all += pairs;
    chances += pairs * chance;
    rates[at] = chances / all;
    rates[mirror] = chances / all;
  }
  return rates;
}

function linkedBursts(
  part: Participation,
  bicm: Bicm,
  timeline: ObjectTimeline,
  level: number,
  apartMs: number,
): Overlap[] {
  // The class of each account that is in both.
  const inBoth = new Map<number, number[]>();
  for (let u = 0; u < part.accountCount; u++) {
    const own = part.object.subarray(part.starts[u]!, part.starts[u + 1]!).filter((one) => part.popularity[one]! > 1);
    for (const [k, left] of own.entries()) {
      for (const right of own.subarray(k + 1)) {
        const key = left * part.objectCount + right;
        const known = inBoth.get(key);
        if (known === undefined) inBoth.set(key, [bicm.accountClass[u]!]);
        else known.push(bicm.accountClass[u]!);
      }
    }
  }
  const members = new Float64Array(bicm.accountClasses);
  for (let u = 0; u < part.accountCount; u++) {
    if (part.starts[u + 1]! > part.starts[u]!) members[bicm.accountClass[u]!]!++;
  }
  const chance = (accountClass: number, object: number): number => {
    const pull = bicm.accountFitness[accountClass]! * bicm.objectFitness[bicm.objectClass[object]!]!;
    return pull / (1 + pull);
  };
  const crowds = crowdsOf(part, timeline, bicm);
  const middle = (object: number): number =>
    timeline.timeMs[(timeline.starts[object]! + timeline.starts[object + 1]!) >> 1]!;
  const overlaps: Overlap[] = [];
  for (const [key, classOf] of inBoth) {
    const accounts = classOf.length;
    const a = Math.floor(key / part.objectCount);
    const b = key % part.objectCount;
    if (accounts < LEAST_OVERLAP || Math.abs(middle(a) - middle(b)) < apartMs) continue;
    const dealt = crowds?.inBoth(a, b);
    const expectedOf = members.map((count, k) =>
      count > 0 ? Math.max(count * chance(k, a) * chance(k, b), dealt?.[k] ?? 0) : 0,
    );
    const expected = expectedOf.reduce((sum, one) => sum + one, 0);
    const classes = Uint32Array.from(new Set(classOf)).sort();
    const accountsOf = new Float64Array(classes.length);
    for (const one of classOf) accountsOf[classes.indexOf(one)]!++;
    overlaps.push({ a, b, accounts, expected, classes, accountsOf, expectedOf: gatherFloat64(expectedOf, classes) });
  }
  const shared = part.popularity.reduce((count, n) => count + (n > 1 ? 1 : 0), 0);
  const p = Float64Array.from(overlaps, ({ accounts, expected }) => poissonTail(accounts, expected));
  const q = benjaminiHochberg(p, (shared * (shared - 1)) / 2);
  return overlaps.filter((_, i) => q[i]! <= level);
}

/** Linked bursts on which the two met. */
function commonBursts(part: Participation, isLinked: Uint8Array, a: number, b: number, windowMs: number): number[] {
  const common: number[] = [];
  let j = part.starts[b]!;
  for (let i = part.starts[a]!; i < part.starts[a + 1]!; i++) {
    while (j < part.starts[b + 1]! && part.object[j]! < part.object[i]!) j++;
    if (j === part.starts[b + 1]! || part.object[j] !== part.object[i]) continue;
    if (isLinked[part.object[i]!] === 0) continue;
    if (Math.abs(part.firstMs[i]! - part.firstMs[j]!) <= windowMs) common.push(part.object[i]!);
  }
  return common;
}
