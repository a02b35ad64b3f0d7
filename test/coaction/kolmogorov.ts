/**
 * Kolmogorov and Smirnov's largest distances between the empirical distribution of `values` and the uniform one: `above` where small
 * values are too many (a p that claims too much), `below` where they are too few.
 */
export function distances(values: readonly number[]): { above: number; below: number } {
  const sorted = [...values].sort((left, right) => left - right);
  let [above, below] = [0, 0];
  for (const [i, value] of sorted.entries()) {
    above = Math.max(above, (i + 1) / sorted.length - value);
    below = Math.max(below, value - i / sorted.length);
  }
  return { above, below };
}

/** Distance that a uniform sample exceeds on one side once in a thousand: exp(-2 n d^2) = 0.001 (Smirnov 1944). */
export const onceInAThousand = (n: number): number => Math.sqrt(Math.log(1000) / (2 * n));
