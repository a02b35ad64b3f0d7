import type { Participation } from "../participation.ts";
import type { Bicm } from "./bicm.ts";
import { QUARTERS } from "./gaps.ts";

/**
 * Question: two accounts acted together on THESE objects, so close in time; how surprising is that, counting a meeting on a rare object
 * higher than one on an object that everybody touched, and a close meeting higher than a loose one?
 *
 * Surprise of a meeting on object o with gap d, in bits: w = -log2(F_o(d) n_o (n_o - 1) / (N (N - 1))), the chance that two accounts
 * drawn at random of the N that posted at all act on o, so close or closer; F_o(d) = share of the object's pairs of accounts at most d
 * apart (`gaps.ts`). The window W only says up to where pairs are looked for, it is no unit of closeness: twenty minutes are close for an
 * object that lives for days. So w = b_o + E, base bits b_o = -log2(tempo_o n_o (n_o - 1) / (N (N - 1))), tempo_o = F_o(W), and extra
 * bits E = log2(tempo_o / F_o(d)). Statistic T = sum of w over the objects met on.
 *
 * Null: that of `sharing.ts`, u and v meet on o with chance p_uo p_vo tempo_o; and given that they do, their times are those of two
 * participants drawn at random, so that P(E >= e) <= 2^-e, independently over objects. With the fitnesses of the BiCM,
 *     p_uo p_vo = s y^2 / ((1 + x_u y)(1 + x_v y)) <= (r y / (1 + r y))^2,   s = x_u x_v, r = sqrt(s),
 * since x_u + x_v >= 2 r: an upper bound that depends on the two accounts through s alone. T is then at most compound Poisson with
 * rates tempo_o (r y_o / (1 + r y_o))^2 and jumps b_o + geometric, whose distribution follows exactly from Panjer's recursion
 *     P(0) = e^(-G),   P(t) = (1 / t) * sum over j of j g_j P(t - j),   G = sum of g,
 * on a grid of quarter bits (Panjer 1981, doi 10.1017/S0515036100006796).
 *
 * All errors are on the safe side: the bounds above, b_o rounded up in the jumps and the observed sum down, E rounded down to whole
 * quarters where it is observed and its geometric law cut off only at the most that any object of its kind can give (rounded up), s
 * rounded up to the next of a ladder of steps of 3 %, Poisson instead of Bernoulli. Cost: O(objects), then O(kinds x extra + grid x jumps)
 * for each step of s that occurs, then O(1) a pair. No jump exceeds log2(N (N - 1) / 2) bits, which is the most a single meeting tells.
 *
 * Why not the count alone: it spends the same on two viral posts as on two that hardly anybody saw, and so needs more objects to be as
 * sure; `pSharing` stands beside for comparison. Why not a window for each pace: it would have to be known, and a crew that takes an
 * hour falls out of the minute.
 *
 * Does not show: that some meet oftener whatever they act on, being awake at the same hours or of one language, which `dealing.ts` asks beside
 * it; shared taste for a small subject, which is rare, too; nor that an event outside drew both at once, which closeness
 * within the object knows only where others came at other times.
 */
export interface SurpriseNull {
  /** Surprise of merely meeting on one object within the window, in bits, 0 where nobody can have met on it. */
  bitsOf(object: number): number;
  /** Surprise of a meeting so close, in bits; 0 where it is too little to count. Never less for a closer one. */
  meetingBits(object: number, gapMs: number): number;
  /** Bits below which a meeting does not count. */
  readonly least: number;
  /**
   * P(T >= bits) for accounts as active as these two, or a little more.
   */
  tail(a: number, b: number, bits: number): number;
  /** Never more than `tail`, from a quarter as many tables. */
  tailAtLeast(a: number, b: number, bits: number): number;
}

/** Steps of the grid in one bit. */
const GRID = QUARTERS;
/**
 * Sums beyond this, or beyond so many standard deviations above what is expected if that is more, are treated as if they were no
 * larger: p is then far below any level that is ever asked for.
 */
const ENOUGH_BITS = 600;
/** How far a table goes: the first of these that reaches the sum observed. Nearly all pairs do with the first. */
const REACHES_BITS = [40, 120] as const;
const ENOUGH_DEVIATIONS = 20;
const LADDER = Math.log(1.03);
/** Rungs of the ladder that are one where only a lower bound is asked for. */
const COARSE = 4;
/** A table ends where no more is left to come than this part of any p in it. */
const NOTHING = 1e-9;
/** So much beyond the end of a table is told by what is below it to the same part in a thousand million. */
const MUCH = 1e-5;
/** e^-600 is still a normal number; above, P(0) would underflow and the pair is called expected. */
const MAX_MEAN = 600;
/**
 * Part of the bits of the closest meeting there can be, that of the only two who ever touched an object, from which on a meeting counts.
 * Pairs that share a crowd of ordinary meetings blur the few that tell; measured on labelled worlds, see docs/method.md.
 */
const LEAST_SHARE = 0.5;

/** Objects alike to the null: same base jump, same most that closeness can add, same fitness. */
interface ObjectKind {
  /** Position in `Kinds.jump` and `Kinds.most`. */
  readonly law: number;
  readonly fitness: number;
  tempo: number;
}

/** Kinds of objects; those that differ in fitness alone share one law of jumps. */
interface Kinds {
  readonly all: readonly ObjectKind[];
  readonly jump: readonly number[];
  readonly most: readonly number[];
}

/** @param leastShare see `LEAST_SHARE`; 0 where the window has no end, and closeness no meaning */
export function surpriseNull(part: Participation, bicm: Bicm, leastShare = LEAST_SHARE): SurpriseNull {
  const bits = new Float64Array(part.objectCount);
  const pairsOfAccounts = Math.max(2, part.posted * (part.posted - 1));
  const least = Math.floor(leastShare * Math.log2(pairsOfAccounts / 2));
  const kinds = new Map<string, ObjectKind>();
  const laws = new Map<string, number>();
  const jumps: number[] = [];
  const mosts: number[] = [];
  for (let o = 0; o < part.objectCount; o++) {
    const n = part.popularity[o]!;
    const tempo = part.tempo[o]!;
    if (n < 2 || tempo === 0) continue;
    bits[o] = -Math.log2(Math.min(1, (tempo * n * (n - 1)) / pairsOfAccounts));
    const jump = Math.ceil(bits[o]! * GRID);
    const most = Math.ceil(part.gaps.most(o) / GRID) * GRID;
    if (jump + most === 0 || jump + most < least * GRID) continue;
    const objectClass = bicm.objectClass[o]!;
    const law = laws.get(`${jump} ${most}`) ?? jumps.length;
    if (law === jumps.length) {
      laws.set(`${jump} ${most}`, law);
      jumps.push(jump);
      mosts.push(most);
    }
    const known = kinds.get(`${law} ${objectClass}`);
    if (known !== undefined) known.tempo += tempo;
    else kinds.set(`${law} ${objectClass}`, { law, fitness: bicm.objectFitness[objectClass]!, tempo });
  }
  const all: Kinds = { all: [...kinds.values()], jump: jumps, most: mosts };
  const fitness = (u: number): number => bicm.accountFitness[bicm.accountClass[u]!]!;
  const tables = new Map<number | undefined, Map<number, Float64Array>>();
  const tailAt = (step: number, observed: number): number => {
    if (observed <= 0) return 1;
    const reach = reachFor(observed);
    const byStep = tables.get(reach) ?? new Map<number, Float64Array>();
    if (byStep.size === 0) tables.set(reach, byStep);
    let tail = byStep.get(step);
    if (tail === undefined) {
      tail = panjerTail(ratesOf(all, Math.exp((step * LADDER) / 2), least * GRID), reach);
      byStep.set(step, tail);
    }
    return tail[Math.min(observed, tail.length - 1)]!;
  };
  const rung = (a: number, b: number): number => Math.log(fitness(a) * fitness(b)) / LADDER;
  return {
    bitsOf: (object) => bits[object]!,
    meetingBits(object, gapMs) {
      const sum = bits[object]! + part.gaps.quarters(object, gapMs) / GRID;
      return sum >= least ? sum : 0;
    },
    least,
    tail: (a, b, sum) => tailAt(Math.ceil(rung(a, b)), Math.floor(sum * GRID)),
    tailAtLeast: (a, b, sum) => tailAt(COARSE * Math.floor(rung(a, b) / COARSE), Math.floor(sum * GRID)),
  };
}

/** How far a table must go, in steps of the grid, for a sum observed, undefined: as far as ever asked for. The sum alone decides, so that p never hangs on who asked before. */
export function reachFor(observed: number): number | undefined {
  const bits = REACHES_BITS.find((reach) => observed <= reach * GRID);
  return bits === undefined ? undefined : bits * GRID;
}

/** Jumps in steps of the grid, ascending, and the rate of each. */
export interface Rates {
  readonly jumps: readonly number[];
  readonly g: readonly number[];
}

/** Share of meetings that closeness makes worth at least so many quarters of a bit. */
const AT_LEAST = Float64Array.from({ length: 257 }, (_, quarters) => 2 ** (-quarters / GRID));

/**
 * @param r geometric mean of the fitnesses of the two accounts
 * @param least jumps below do not count
 */
function ratesOf({ all, jump, most }: Kinds, r: number, least: number): Rates {
  const byLaw = new Float64Array(jump.length);
  for (const { law, fitness, tempo } of all) {
    const pull = r * fitness;
    byLaw[law]! += tempo * (pull / (1 + pull)) ** 2;
  }
  const rates = new Float64Array(byLaw.reduce((top, _, law) => Math.max(top, jump[law]! + most[law]!), 0) + 1);
  for (let law = 0; law < byLaw.length; law++) {
    for (let extra = 0; extra <= most[law]!; extra++) {
      const share = AT_LEAST[extra]! - (extra < most[law]! ? AT_LEAST[extra + 1]! : 0);
      rates[jump[law]! + extra]! += byLaw[law]! * share;
    }
  }
  // Jumps of nothing change nothing.
  const jumps = [...rates.keys()].filter((one) => one > 0 && one >= least && rates[one]! > 0);
  return { jumps, g: jumps.map((one) => rates[one]!) };
}

/**
 * P(T >= t) for t = 0, 1, 2... as far as it is ever asked for, or up to `reach` where no larger sum is asked about.
 *
 * Without a reach the grid follows what is expected of these accounts. Beyond the last t it runs on until nothing worth counting is left:
 * probability lost past its end would make the busiest accounts look surprising. Only where a good part of all still lies beyond the
 * reach, what is below is taken from 1 instead, which is as exact there and spares the way through it.
 */
export function panjerTail({ jumps, g }: Rates, reach?: number): Float64Array {
  const moment = (power: number): number => g.reduce((sum, one, i) => sum + one * jumps[i]! ** power, 0);
  const mean = moment(0);
  if (mean > MAX_MEAN) return new Float64Array(1).fill(1);
  const expected = moment(1);
  const last = reach ?? Math.max(ENOUGH_BITS * GRID, Math.ceil(expected + ENOUGH_DEVIATIONS * Math.sqrt(moment(2))));
  const tail = new Float64Array(last + 1).fill(1);
  if (jumps.length === 0) return tail.fill(0, 1);
  const step = Int32Array.from(jumps);
  const pull = Float64Array.from(g, (one, i) => jumps[i]! * one);
  // A stretch as long as the longest jump.
  const stretch = jumps.at(-1)!;
  let chance = new Float64Array(last + 1 + 4 * stretch);
  chance[0] = Math.exp(-mean);
  recur(chance, 1, last + 1, step, pull);
  let beyond = 1;
  for (let t = 0; t <= last; t++) beyond -= chance[t]!;
  if (beyond < MUCH) {
    beyond = 0;
    let added = Number.POSITIVE_INFINITY;
    // Beyond what is expected a stretch that adds nothing is followed by nothing.
    for (let t = last + 1; t <= expected || added > beyond * NOTHING; t += stretch) {
      if (t + stretch > chance.length) {
        const longer = new Float64Array(2 * chance.length);
        longer.set(chance);
        chance = longer;
      }
      recur(chance, t, t + stretch, step, pull);
      added = 0;
      for (let k = t; k < t + stretch; k++) added += chance[k]!;
      beyond += added;
    }
  }
  for (let t = last; t > 0; t--) {
    beyond += chance[t]!;
    tail[t] = Math.min(1, beyond);
  }
  return tail;
}

/** Fills `chance[from..to)`. The innermost loop of the whole analysis: no question asked twice, and four sums that do not wait for each other. */
function recur(chance: Float64Array, from: number, to: number, step: Int32Array, pull: Float64Array): void {
  let within = 0;
  for (let t = from; t < to; t++) {
    while (within < step.length && step[within]! <= t) within++;
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let i = 0;
    for (; i + 3 < within; i += 4) {
      first += pull[i]! * chance[t - step[i]!]!;
      second += pull[i + 1]! * chance[t - step[i + 1]!]!;
      third += pull[i + 2]! * chance[t - step[i + 2]!]!;
      fourth += pull[i + 3]! * chance[t - step[i + 3]!]!;
    }
    for (; i < within; i++) first += pull[i]! * chance[t - step[i]!]!;
    chance[t] = (first + second + third + fourth) / t;
  }
}
