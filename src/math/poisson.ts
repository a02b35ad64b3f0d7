import { logGamma, regularisedGammaP } from "./gamma.ts";

/** P(X >= k) for X ~ Poisson(mean): the regularised lower incomplete gamma P(k, mean). */
export function poissonTail(k: number, mean: number): number {
  if (k <= 0) return 1;
  if (mean <= 0) return 0;
  return regularisedGammaP(k, mean);
}

/** log P(X = k) for X ~ Poisson(mean). */
export function logPoisson(k: number, mean: number): number {
  return k * Math.log(mean) - mean - logGamma(k + 1);
}
