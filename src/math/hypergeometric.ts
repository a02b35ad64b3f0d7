import { logGamma } from "./gamma.ts";

/**
 * P(X >= k): of `drawn` taken from `total`, of which `marked` are marked, at least k are marked (Fisher's exact test, one-sided). The
 * largest term by log gamma, the others by their ratios; cost O(marked or drawn, whichever is less).
 */
export function hypergeometricTail(k: number, drawn: number, marked: number, total: number): number {
  if (!(drawn >= 0 && marked >= 0 && drawn <= total && marked <= total)) {
    throw new Error(`math/hypergeometric: ${drawn} drawn and ${marked} marked of ${total}`);
  }
  const least = Math.max(0, drawn + marked - total);
  const most = Math.min(drawn, marked);
  if (k <= least) return 1;
  if (k > most) return 0;
  const logTerm = logChoose(marked, k) + logChoose(total - marked, drawn - k) - logChoose(total, drawn);
  let term = 1;
  let sum = 1;
  for (let i = k; i < most; i++) {
    term *= ((marked - i) * (drawn - i)) / ((i + 1) * (total - marked - drawn + i + 1));
    sum += term;
  }
  return Math.min(1, Math.exp(logTerm + Math.log(sum)));
}

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
