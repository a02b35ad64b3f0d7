import type { Participation } from "../participation.ts";
import type { Bicm } from "./bicm.ts";

/**
 * Question: two accounts acted together on THESE objects; how surprising is that, counting a meeting on a rare object higher than one
 * on an object that everybody touched?
 *
 * Surprise of an object, in bits: w_o = -log2(tempo_o * n_o (n_o - 1) / (N (N - 1))), from the chance that two accounts drawn at random
 * act together on it, of the N that posted at all. Statistic T = sum of w_o over the objects acted on together. Null: that of `sharing.ts`, u and v act together on o
 * with chance p_uo p_vo tempo_o. With the fitnesses of the BiCM,
 *     p_uo p_vo = s y^2 / ((1 + x_u y)(1 + x_v y)) <= (r y / (1 + r y))^2,   s = x_u x_v, r = sqrt(s),
 * since x_u + x_v >= 2 r: an upper bound that depends on the two accounts through s alone. T is then at most compound Poisson with
 * rates g_o(s) = tempo_o (r y_o / (1 + r y_o))^2, whose distribution follows exactly from Panjer's recursion
 *     P(0) = e^(-G),   P(t) = (1 / t) * sum over j of j g_j P(t - j),   G = sum of g,
 * on a grid of quarter bits (Panjer 1981, doi 10.1017/S0515036100006796).
 *
 * All errors are on the safe side: the bound above, jumps rounded up and the observed sum down, s rounded up to the next of a ladder of
 * steps of 3 %, Poisson instead of Bernoulli. Cost: O(objects), then O(grid x jumps) for each step of s that occurs, then O(1) a pair.
 *
 * Why not the count alone: it spends the same on two viral posts as on two that hardly anybody saw, and so needs more objects to be as
 * sure; `pSharing` stands beside for comparison.
 *
 * Does not show: shared taste for a small subject, which is rare, too.
 */
export interface SurpriseNull {
  /** Surprise of one object in bits, 0 where nobody can have met on it. */
  bitsOf(object: number): number;
  /** P(T >= bits) for accounts as active as these two, or a little more. */
  tail(a: number, b: number, bits: number): number;
}

/** Steps of the grid in one bit. */
const GRID = 4;
/**
 * Sums beyond this, or beyond so many standard deviations above what is expected if that is more, are treated as if they were no
 * larger: p is then far below any level that is ever asked for.
 */
const ENOUGH_BITS = 600;
const ENOUGH_DEVIATIONS = 20;
const LADDER = Math.log(1.03);
/** e^-600 is still a normal number; above, P(0) would underflow and the pair is called expected. */
const MAX_MEAN = 600;

/** Objects alike to the null: same jump, same fitness. */
interface ObjectKind {
  readonly jump: number;
  readonly fitness: number;
  tempo: number;
}

export function surpriseNull(part: Participation, bicm: Bicm): SurpriseNull {
  const bits = new Float64Array(part.objectCount);
  const pairsOfAccounts = Math.max(1, part.posted * (part.posted - 1));
  const kinds = new Map<string, ObjectKind>();
  for (let o = 0; o < part.objectCount; o++) {
    const n = part.popularity[o]!;
    const tempo = part.tempo[o]!;
    if (n < 2 || tempo === 0) continue;
    bits[o] = -Math.log2(Math.min(1, (tempo * n * (n - 1)) / pairsOfAccounts));
    const jump = Math.ceil(bits[o]! * GRID);
    const objectClass = bicm.objectClass[o]!;
    const key = `${jump} ${objectClass}`;
    const known = kinds.get(key);
    if (known !== undefined) known.tempo += tempo;
    else if (jump > 0) kinds.set(key, { jump, fitness: bicm.objectFitness[objectClass]!, tempo });
  }
  const all = [...kinds.values()];
  const tails = new Map<number, Float64Array>();
  const fitness = (u: number): number => bicm.accountFitness[bicm.accountClass[u]!]!;
  return {
    bitsOf: (object) => bits[object]!,
    tail(a, b, sum) {
      const observed = Math.floor(sum * GRID);
      if (observed <= 0) return 1;
      const step = Math.ceil(Math.log(fitness(a) * fitness(b)) / LADDER);
      let tail = tails.get(step);
      if (tail === undefined) {
        tail = panjerTail(ratesOf(all, Math.exp((step * LADDER) / 2)));
        tails.set(step, tail);
      }
      return tail[Math.min(observed, tail.length - 1)]!;
    },
  };
}

/** Jumps in steps of the grid, ascending, and the rate of each. */
export interface Rates {
  readonly jumps: readonly number[];
  readonly g: readonly number[];
}

/** @param r geometric mean of the fitnesses of the two accounts */
function ratesOf(kinds: readonly ObjectKind[], r: number): Rates {
  const rates = new Map<number, number>();
  for (const { jump, fitness, tempo } of kinds) {
    const pull = r * fitness;
    rates.set(jump, (rates.get(jump) ?? 0) + tempo * (pull / (1 + pull)) ** 2);
  }
  const jumps = [...rates.keys()].sort((left, right) => left - right);
  return { jumps, g: jumps.map((jump) => rates.get(jump)!) };
}

/**
 * P(T >= t) for t = 0, 1, 2... as far as it is ever asked for. The grid follows what is expected of these accounts, and runs on beyond
 * the last t until nothing worth counting is left: probability lost past its end would make the busiest accounts look surprising.
 */
export function panjerTail({ jumps, g }: Rates): Float64Array {
  const moment = (power: number): number => g.reduce((sum, one, i) => sum + one * jumps[i]! ** power, 0);
  const mean = moment(0);
  if (mean > MAX_MEAN) return new Float64Array(1).fill(1);
  const deviation = Math.sqrt(moment(2));
  const last = Math.max(ENOUGH_BITS * GRID, Math.ceil(moment(1) + ENOUGH_DEVIATIONS * deviation));
  const end = last + Math.max(200 * GRID, Math.ceil(2 * deviation));
  const tail = new Float64Array(last + 1).fill(1);
  const chance = new Float64Array(end + 1);
  chance[0] = Math.exp(-mean);
  for (let t = 1; t <= end; t++) {
    let sum = 0;
    for (let i = 0; i < jumps.length && jumps[i]! <= t; i++) sum += jumps[i]! * g[i]! * chance[t - jumps[i]!]!;
    chance[t] = sum / t;
  }
  let sum = 0;
  for (let t = end; t > 0; t--) {
    sum += chance[t]!;
    if (t <= last) tail[t] = Math.min(1, sum);
  }
  return tail;
}
