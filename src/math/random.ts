/**
 * Seeded chance: the only source of randomness below `scripts/`.
 *
 * Generator sfc32 (Doty-Humphrey, PractRand), seeded by hashing names and numbers, so that each purpose can have its own stream and
 * adding a purpose does not shift the others. Only +, *, sqrt, log and exp are used, no trigonometry or pow, whose last bits differ
 * between engines: same seed, same bytes everywhere. Not for secrets.
 */

/** A number in [0, 1) at each call; what graphology, d3 and our own code take as `rng`. */
export type Random = () => number;

/** A stream named by its parts: `seeded(7, "louvain", 3)`. */
export function seeded(...parts: readonly (string | number)[]): Random {
  const text = parts.join("\u0001");
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x85ebca6b);
    b = Math.imul(b ^ (code + i), 0xc2b2ae35);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  return sfc32(a, b, text.length, 1);
}

/** Stream number `index` of a family: cheap enough to open one for every post. Both parts are taken modulo 2^32. */
export function stream(seed: number, index: number): Random {
  return sfc32(seed | 0, index | 0, Math.imul(index, 0x9e3779b9) ^ seed, 1);
}

/** A 32-bit number from two, well mixed (finaliser of MurmurHash3). */
export function mix32(seed: number, value: number): number {
  let h = Math.imul(seed ^ value, 0x85ebca6b) ^ Math.imul(value + 0x632be5ab, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function sfc32(a: number, b: number, c: number, counter: number): Random {
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  // The first dozen outputs still show the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
}

export const chance = (random: Random, probability: number): boolean => random() < probability;

/** A whole number in [low, high], both included. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

/** @throws on an empty list: there is nothing to pick. */
export function pick<T>(random: Random, list: readonly T[]): T {
  if (list.length === 0) throw new Error("math: pick from an empty list");
  return list[Math.floor(random() * list.length)]!;
}

/** Standard normal, by Marsaglia's polar method. */
export function normal(random: Random): number {
  for (;;) {
    const u = 2 * random() - 1;
    const v = 2 * random() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Log-normal with the given median; sigma is the standard deviation of its logarithm. */
export const logNormal = (random: Random, median: number, sigma: number): number =>
  median * Math.exp(sigma * normal(random));

export const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random());

/** Pareto: P(X > x) = (min / x)^tail, cut off at `cap` by drawing from what lies below it. */
export function pareto(random: Random, min: number, tail: number, cap = Number.POSITIVE_INFINITY): number {
  const above = cap === Number.POSITIVE_INFINITY ? 0 : Math.exp(tail * Math.log(min / cap));
  return min * Math.exp(-Math.log(1 - random() * (1 - above)) / tail);
}

/** Poisson by multiplication up to a mean of 30, beyond it the rounded normal approximation (error of the tail under 1 %). */
export function poisson(random: Random, mean: number): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  const floor = Math.exp(-mean);
  let product = random();
  let count = 0;
  while (product > floor) {
    product *= random();
    count++;
  }
  return count;
}

/** In place, Fisher-Yates. */
export function shuffle<T>(random: Random, list: T[]): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}

/** `count` distinct entries (all of them when there are fewer), in random order. */
export const sample = <T>(random: Random, list: readonly T[], count: number): T[] =>
  shuffle(random, [...list]).slice(0, count);

/** Running sums of weights, for `drawIndex`. @throws on a negative weight or when all are zero. */
export function cumulative(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length);
  let total = 0;
  for (let i = 0; i < weights.length; i++) {
    if (!(weights[i]! >= 0)) throw new Error(`math: weight ${weights[i]} at ${i}`);
    total += weights[i]!;
    sums[i] = total;
  }
  if (!(total > 0)) throw new Error("math: no weight above zero");
  return sums;
}

/** Index i with probability weight_i / total. Cost log n. */
export function drawIndex(random: Random, sums: Float64Array): number {
  const aim = random() * sums[sums.length - 1]!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > aim) high = middle;
    else low = middle + 1;
  }
  return low;
}
