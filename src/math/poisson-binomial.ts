/**
 * Question: n independent coins with different chances; how likely are k or more heads?
 *
 * Exact: dynamic programme over the coins, keeping P(heads = 0..k-1); the tail is accumulated directly as the flow from k-1 to k, so
 * that tiny tails keep their relative accuracy. Cost O(n * k). Source of the name and of the recursion: Hong 2013,
 * doi 10.1016/j.csda.2012.10.006.
 */
export function poissonBinomialTail(chances: ArrayLike<number>, n: number, k: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  const below = new Float64Array(k);
  below[0] = 1;
  let tail = 0;
  for (let i = 0; i < n; i++) {
    const chance = chances[i]!;
    if (!(chance >= 0 && chance <= 1)) throw new Error(`math/poisson-binomial: chance ${chance} is not in [0, 1]`);
    tail += below[k - 1]! * chance;
    for (let heads = Math.min(k - 1, i + 1); heads > 0; heads--) {
      below[heads] = below[heads]! * (1 - chance) + below[heads - 1]! * chance;
    }
    below[0]! *= 1 - chance;
  }
  return Math.min(1, tail);
}
