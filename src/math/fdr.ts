import { orderByNumber } from "./order.ts";

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
  const q = new Float64Array(p.length);
  const order = orderByNumber(p);
  let smallest = 1;
  for (let rank = p.length; rank >= 1; rank--) {
    const at = order[rank - 1]!;
    // Equal p share the level of the last of them: the minimum carries it to the first.
    smallest = Math.min(smallest, (p[at]! * tested) / rank);
    q[at] = smallest;
  }
  return q;
}
