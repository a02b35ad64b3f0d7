/**
 * Question: which of many tests can be believed, if at most a share q of those believed may be false?
 *
 * Benjamini-Hochberg: with p sorted ascending, q_(i) = min over j >= i of p_(j) * m / j, where m counts ALL tests made, also those
 * whose p is 1 and which are therefore not listed. Source: Benjamini and Hochberg 1995, doi 10.1111/j.2517-6161.1995.tb02031.x.
 * Cost: O(k log k) for k listed. Valid for independent or positively dependent tests; it does not say which of those believed are
 * the false ones.
 *
 * @param p listed p-values in [0, 1]; tests not listed count as p = 1
 * @param tested m, at least p.length
 */
export function benjaminiHochberg(p: Float64Array, tested: number): Float64Array {
  if (tested < p.length) throw new Error(`math/fdr: ${p.length} p-values listed but only ${tested} tests made`);
  for (const one of p) if (!(one >= 0 && one <= 1)) throw new Error(`math/fdr: p-value ${one} is not in [0, 1]`);
  // Sorting the values and looking each p up again is several times faster than sorting positions by a comparator.
  const sorted = p.slice().sort();
  const level = new Float64Array(sorted.length);
  let smallest = 1;
  for (let rank = sorted.length; rank >= 1; rank--) {
    smallest = Math.min(smallest, (sorted[rank - 1]! * tested) / rank);
    level[rank - 1] = smallest;
  }
  const q = new Float64Array(p.length);
  for (let i = 0; i < p.length; i++) q[i] = level[firstAtLeast(sorted, p[i]!)]!;
  return q;
}

/** Equal p share the level of the last of them, which the minimum above has already carried to the first. */
function firstAtLeast(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
