/**
 * Question: P(T >= t) for a compound Poisson sum: jumps of `k * step`, k = 0, 1, 2..., each arriving `rates[k]` times on average?
 *
 * Saddlepoint approximation: with K(h) = sum of rates[k] (e^(h k step) - 1), h solving K'(h) = t and u = h sqrt(K''(h)),
 *     P(T >= t) = exp(K(h) - h t) e^(u^2 / 2) (1 - Phi(u)),
 * 1 where t is no more than what is expected. Source: Esscher tilting, Jensen 1995, "Saddlepoint Approximations", ch. 2; Daniels 1987,
 * doi 10.2307/1403269. Cost: O(rates) for each of some ten steps of Newton's method, however large t is.
 *
 * Does not show: the lattice. Where one jump of many bits makes the whole sum the result is off by a fifth or so, which no decision hangs on;
 * exact sums are `panjerTail` in `coaction/nulls/surprise.ts`, whose cost grows with t.
 */
export function compoundPoissonTail(rates: Float64Array, step: number, t: number): number {
  let mean = 0;
  let top = 0;
  for (let k = 0; k < rates.length; k++) {
    mean += rates[k]! * k * step;
    if (rates[k]! > 0) top = k;
  }
  if (t <= mean) return 1;
  if (top === 0) return 0;
  // K' rises from the mean to beyond t: bracketed from below by 0, from above by doubling.
  let low = 0;
  let high = 1 / (top * step);
  while (moments(rates, step, high)[1]! < t) high *= 2;
  let h = high;
  for (let round = 0; round < ROUNDS; round++) {
    const [, slope, bend] = moments(rates, step, h);
    if (slope! > t) high = h;
    else low = h;
    const next = h - (slope! - t) / bend!;
    const inside = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(inside - h) <= PRECISION * h) break;
    h = inside;
  }
  const [value, , bend] = moments(rates, step, h);
  return Math.min(1, Math.exp(value! - h * t) * millsRatio(h * Math.sqrt(bend!)));
}

const ROUNDS = 60;
const PRECISION = 1e-10;

/** K, K' and K'' at h. */
function moments(rates: Float64Array, step: number, h: number): [number, number, number] {
  const growth = Math.exp(h * step);
  let power = 1;
  let [value, slope, bend] = [0, 0, 0];
  for (let k = 0; k < rates.length; k++) {
    const rate = rates[k]!;
    if (rate > 0) {
      const size = k * step;
      const tilted = rate * power;
      value += tilted - rate;
      slope += tilted * size;
      bend += tilted * size * size;
    }
    power *= growth;
  }
  return [value, slope, bend];
}

/**
 * e^(u^2/2) (1 - Phi(u)) for u >= 0, without overflow: Phi by the rational approximation 26.2.17 of Abramowitz and Stegun 1964, whose error
 * is below 7.5e-8, up to where the continued fraction 26.2.14 takes over.
 */
function millsRatio(u: number): number {
  if (u > 6) {
    let tail = u;
    for (let k = 8; k > 0; k--) tail = u + k / tail;
    return 1 / (tail * Math.sqrt(2 * Math.PI));
  }
  const t = 1 / (1 + 0.2316419 * u);
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return sum / Math.sqrt(2 * Math.PI);
}
