/**
 * How often would a flag be right where operations are as rare as in life? Benchmarks hold 2 to 40 % covert accounts, topical crawls
 * 0.05 to 2 %, so a measured precision does not carry over.
 *
 * PPV = prevalence TPR / (prevalence TPR + (1 - prevalence) FPR)   (Bayes). Does not show: whether TPR and FPR themselves carry over.
 *
 * @param prevalence share of covert accounts, 0 to 1
 * @returns null when nothing at all would be flagged
 */
export function positivePredictiveValue(prevalence: number, recall: number, falsePositiveRate: number): number | null {
  if (!(prevalence >= 0 && prevalence <= 1)) throw new Error(`evaluate: prevalence ${prevalence} is no share`);
  const right = prevalence * recall;
  const flagged = right + (1 - prevalence) * falsePositiveRate;
  return flagged === 0 ? null : right / flagged;
}

/** Prevalences at which the report states it: 0.1, 0.5 and 2 %. */
export const PREVALENCES: readonly number[] = [0.001, 0.005, 0.02];
