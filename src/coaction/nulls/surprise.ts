import type { Participation } from "../participation.ts";

/**
 * Question: two accounts acted together on THESE objects; how surprising is that, counting a meeting on a rare object higher than one
 * on an object that everybody touched?
 *
 * Surprise of an object, in bits: w_o = -log2(tempo_o * n_o (n_o - 1) / (N (N - 1))), from the chance that two accounts drawn at random
 * act together on it. Statistic T = sum of w_o over the objects acted on together. Null: as in `sharing.ts`, with the sparse form
 * p_uo = k_u n_o / E of the BiCM, so that the chance factorises as k_u k_v g_o with g_o = tempo_o (n_o / E)^2. T is then compound
 * Poisson with rate k_u k_v G, G = sum of g_o, and its distribution follows exactly from Panjer's recursion
 *     P(0) = e^(-sG),   P(t) = (s / t) * sum over j of j g_j P(t - j),   s = k_u k_v,
 * on a grid of whole bits (Panjer 1981, doi 10.1017/S0515036100006796).
 *
 * Errors on the safe side: jumps are rounded up and the observed sum down; s is rounded up to the next of a ladder of steps of 3 %;
 * Poisson instead of Bernoulli raises the tail. One error goes both ways: the sparse form keeps every degree, so that what it gives too
 * much to objects that nearly everybody touched it takes from the rare ones; in simulated worlds p stays on the safe side even there
 * (`test/coaction/nulls/surprise.test.ts`). Cost: O(objects), then O(bits x jumps) for each step of s that occurs, then O(1) a pair.
 *
 * Why not the count alone: ranked by the tail of the count, the first pairs of a real debate are ordinary users who reposted the same
 * two viral posts; ranked by rarity they are the operation (measured on labelled data, docs/method.md).
 *
 * Does not show: shared taste for a small subject, which is rare, too.
 */
export interface SurpriseNull {
  /** Surprise of one object in bits, 0 where nobody can have met on it. */
  bitsOf(object: number): number;
  /** P(T >= bits) for accounts as active as these two. */
  tail(a: number, b: number, bits: number): number;
}

/**
 * Sums beyond this, or beyond so many standard deviations above what is expected if that is more, are treated as if they were no
 * larger: p is then far below any level that is ever asked for.
 */
const ENOUGH_BITS = 600;
const ENOUGH_DEVIATIONS = 20;
const LADDER = Math.log(1.03);
/** e^-600 is still a normal number; above, P(0) would underflow and the pair is called expected. */
const MAX_MEAN = 600;

export function surpriseNull(part: Participation): SurpriseNull {
  const bits = new Float64Array(part.objectCount);
  const pairsOfAccounts = Math.max(1, part.accountCount * (part.accountCount - 1));
  const rates = new Map<number, number>();
  for (let o = 0; o < part.objectCount; o++) {
    const n = part.popularity[o]!;
    const tempo = part.tempo[o]!;
    if (n < 2 || tempo === 0) continue;
    bits[o] = -Math.log2(Math.min(1, (tempo * n * (n - 1)) / pairsOfAccounts));
    const jump = Math.ceil(bits[o]!);
    rates.set(jump, (rates.get(jump) ?? 0) + tempo * (n / part.cells) ** 2);
  }
  const jumps = [...rates.keys()].filter((jump) => jump > 0).sort((left, right) => left - right);
  const g = jumps.map((jump) => rates.get(jump)!);
  const tails = new Map<number, Float64Array>();
  const degree = (u: number): number => part.starts[u + 1]! - part.starts[u]!;
  return {
    bitsOf: (object) => bits[object]!,
    tail(a, b, sum) {
      const observed = Math.floor(sum);
      if (observed <= 0) return 1;
      const step = Math.ceil(Math.log(degree(a) * degree(b)) / LADDER);
      let tail = tails.get(step);
      if (tail === undefined) {
        tail = panjerTail(jumps, g, Math.exp(step * LADDER));
        tails.set(step, tail);
      }
      return tail[Math.min(observed, tail.length - 1)]!;
    },
  };
}

/**
 * P(T >= t) for t = 0, 1, 2... as far as it is ever asked for. The grid follows what is expected of these accounts, and runs on beyond
 * the last t until nothing worth counting is left: probability lost past its end would make the busiest accounts look surprising.
 */
function panjerTail(jumps: readonly number[], g: readonly number[], s: number): Float64Array {
  const moment = (power: number): number => s * g.reduce((sum, one, i) => sum + one * jumps[i]! ** power, 0);
  const mean = moment(0);
  if (mean > MAX_MEAN) return new Float64Array(1).fill(1);
  const deviation = Math.sqrt(moment(2));
  const last = Math.max(ENOUGH_BITS, Math.ceil(moment(1) + ENOUGH_DEVIATIONS * deviation));
  const end = last + Math.max(200, Math.ceil(2 * deviation));
  const tail = new Float64Array(last + 1).fill(1);
  const chance = new Float64Array(end + 1);
  chance[0] = Math.exp(-mean);
  for (let t = 1; t <= end; t++) {
    let sum = 0;
    for (let i = 0; i < jumps.length && jumps[i]! <= t; i++) sum += jumps[i]! * g[i]! * chance[t - jumps[i]!]!;
    chance[t] = (s / t) * sum;
  }
  let sum = 0;
  for (let t = end; t > 0; t--) {
    sum += chance[t]!;
    if (t <= last) tail[t] = Math.min(1, sum);
  }
  return tail;
}
