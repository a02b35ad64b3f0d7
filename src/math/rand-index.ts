/**
 * How far two partitions of the same items agree, beyond what chance would give: adjusted Rand index (Hubert and Arabie 1985,
 * doi 10.1007/BF01908075) = (T - E) / ((A + B) / 2 - E), with T the pairs of items together in both, A and B those together in either,
 * and E = A B / C(n, 2). 1: the same; 0: as chance; it can be negative.
 */

/** Cost: linear in items. Labels need not be dense, but no larger than 2^26: two of them make one key. */
export function adjustedRandIndex(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length) throw new Error(`math: partitions of ${one.length} and ${other.length} items`);
  const cells = new Map<number, number>();
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  for (let i = 0; i < one.length; i++) {
    const [a, b] = [one[i]!, other[i]!];
    const cell = a * LABELS + b;
    cells.set(cell, (cells.get(cell) ?? 0) + 1);
    rows.set(a, (rows.get(a) ?? 0) + 1);
    columns.set(b, (columns.get(b) ?? 0) + 1);
  }
  return adjustedRand(pairsWithin(cells), pairsWithin(rows), pairsWithin(columns), pairsOf(one.length));
}

/** From counts of pairs: together in both, in the one, in the other, and all there are. */
export function adjustedRand(together: number, inOne: number, inOther: number, all: number): number {
  // Both all-in-one or both all-singletons: no pair could be placed otherwise, and the two agree.
  if (inOne === inOther && (inOne === all || inOne === 0)) return 1;
  const expected = (inOne * inOther) / all;
  return (together - expected) / ((inOne + inOther) / 2 - expected);
}

export const pairsOf = (n: number): number => (n * (n - 1)) / 2;

const LABELS = 2 ** 26;

function pairsWithin(counts: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += pairsOf(count);
  return sum;
}
