import { regularisedGammaQ } from "./gamma.ts";

/**
 * Question: several p-values of one hypothesis; what are they together?
 *
 * Cauchy combination (ACAT): T = weighted mean of tan((1/2 - p) pi), p = 1/2 - atan(T) / pi; valid for small p whatever the dependence between them
 * (Liu and Xie 2020, doi 10.1080/01621459.2018.1554485). It is led by the smallest of them and never falls below it times its share of
 * the weight: it does not add evidence up. A p of 1 would be minus infinity, hence the cap at 1 - 1 / d that the authors suggest. Below 1e-15
 * tan and atan lose all digits; both are then 1 / (p pi) exactly to double precision, so order is kept down to 1e-300.
 */
export function cauchyCombination(p: ArrayLike<number>, weights: ArrayLike<number>, count: number): number {
  if (count === 0) throw new Error("math/combine: no p-value to combine");
  if (count === 1) return p[0]!;
  const cap = 1 - 1 / count;
  let sum = 0;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const one = Math.min(p[i]!, cap);
    sum += weights[i]! * (one < EXACT ? 1 / (one * Math.PI) : Math.tan((0.5 - one) * Math.PI));
    total += weights[i]!;
  }
  const mean = sum / total;
  return mean > 1 / EXACT ? 1 / (mean * Math.PI) : 0.5 - Math.atan(mean) / Math.PI;
}

const EXACT = 1e-9;
const SMALLEST = 1e-300;

/**
 * Fisher's combination of independent p-values: -2 sum of ln p is chi-squared with 2 d degrees of freedom, whose tail is Q(d, -sum of
 * ln p). Adds evidence up: three of 1e-4 come to 1e-10. Not valid where they depend on each other (Fisher 1925).
 */
export function fisherCombination(p: ArrayLike<number>, count: number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum -= Math.log(Math.max(p[i]!, SMALLEST));
  return regularisedGammaQ(count, sum);
}
