import { logPoisson } from "../../src/math/poisson.ts";

/**
 * How widely does a count scatter around what is expected? The Poisson law with that mean, drawn beside an observed count as a scale
 * for the eye: `P(k) = mean^k e^-mean / k!`. O(mean).
 *
 * It is an illustration of spread, not the test: p and q come from the nulls of the analysis and stand beside it.
 */

/** Chance of exactly k. */
export function poissonChance(k: number, mean: number): number {
  if (mean === 0) return k === 0 ? 1 : 0;
  return Math.exp(logPoisson(k, mean));
}

const NORMAL_FROM = 300;

/** The middle 95%: smallest counts whose cumulative chance reaches 2.5% and 97.5%. Above `NORMAL_FROM` by its normal approximation. */
export function poissonBand(mean: number): readonly [low: number, high: number] {
  // Far below the mean at which e^-mean is no longer a number above zero (745), from where the sum would never grow.
  if (mean > NORMAL_FROM) return [Math.round(mean - 1.96 * Math.sqrt(mean)), Math.round(mean + 1.96 * Math.sqrt(mean))];
  let chance = Math.exp(-mean);
  let cumulative = chance;
  let k = 0;
  let low = cumulative >= 0.025 ? 0 : -1;
  while (cumulative < 0.975) {
    k += 1;
    chance *= mean / k;
    cumulative += chance;
    if (low === -1 && cumulative >= 0.025) low = k;
  }
  return [low, k];
}
