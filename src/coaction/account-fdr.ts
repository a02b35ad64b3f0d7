import { orderByNumber } from "../math/order.ts";

/**
 * Question: is this pair still surprising among all pairs of each of its two accounts, however many pairs some large group elsewhere has?
 *
 * Benjamini-Hochberg over all pairs allows a share q of ALL those believed to be false. A fan campaign with fifty thousand true pairs then
 * licenses two and a half thousand false ones among everybody else. Selective inference on families (Benjamini and Bogomolov 2014, doi
 * 10.1111/rssb.12028) takes an account's pairs as one family: Simes' p of the family, p_u = min over j of p_(j) m_u / j; families are
 * selected by Benjamini-Hochberg over accounts; within a selected family the level is q times the share of families selected. So the
 * expected share of false pairs holds on average over the accounts believed, and a large group counts once an account, not once a pair.
 *
 * As one adjusted value: with x = the smaller of the pair's Benjamini-Hochberg values within its two families (it is believed when it
 * stands in either) and R(t) = number of
 * accounts with p_u <= t, it is the smallest t A / R(t) over t >= x, A accounts in all. A lone group comes out as under plain
 * Benjamini-Hochberg. Cost: O(pairs log pairs).
 *
 * Does not show: that the two notions of error agree; both are kept, and both must hold.
 *
 * @param a account of each listed pair, `b` the other
 * @param p their p-values; pairs not listed have p = 1
 * @param accounts accounts that could have qualified, A: each has A - 1 pairs
 */
export function accountFdr(a: Uint32Array, b: Uint32Array, p: Float64Array, accounts: number): Float64Array {
  const inFamily = new Float64Array(p.length).fill(1);
  const simes: number[] = [];
  const { starts, pairs } = familiesOf(a, b, p);
  for (let account = 0; account + 1 < starts.length; account++) {
    const from = starts[account]!;
    if (starts[account + 1] === from) continue;
    let smallest = 1;
    for (let rank = starts[account + 1]! - from; rank >= 1; rank--) {
      const pair = pairs[from + rank - 1]!;
      smallest = Math.min(smallest, (p[pair]! * (accounts - 1)) / rank);
      inFamily[pair] = Math.min(inFamily[pair]!, smallest);
    }
    simes.push(smallest);
  }
  const thresholds = Float64Array.from(simes).sort();
  // level[i]: smallest t A / R(t) over t at or above thresholds[i].
  const level = new Float64Array(thresholds.length);
  let smallest = 1;
  for (let i = thresholds.length - 1; i >= 0; i--) {
    smallest = Math.min(smallest, (thresholds[i]! * accounts) / (i + 1));
    level[i] = smallest;
  }
  return inFamily.map((x) => {
    const selected = countAtMost(thresholds, x);
    // Between two thresholds R stays and t A / R(t) grows: x itself, or the next threshold above.
    const here = selected === 0 ? 1 : (x * accounts) / selected;
    return Math.min(1, here, selected < level.length ? level[selected]! : 1);
  });
}

/** Positions of each account's pairs, the surest first: account u owns `pairs[starts[u]..starts[u + 1]]`. */
function familiesOf(a: Uint32Array, b: Uint32Array, p: Float64Array): { starts: Uint32Array; pairs: Uint32Array } {
  let last = -1;
  for (const account of b) if (account > last) last = account;
  for (const account of a) if (account > last) last = account;
  const starts = new Uint32Array(last + 2);
  for (let i = 0; i < a.length; i++) {
    starts[a[i]! + 1]!++;
    starts[b[i]! + 1]!++;
  }
  for (let account = 0; account <= last; account++) starts[account + 1]! += starts[account]!;
  const next = starts.slice();
  const pairs = new Uint32Array(2 * a.length);
  // Sorted once for all families, which then fill up in this order.
  for (const i of orderByNumber(p)) {
    pairs[next[a[i]!]!++] = i;
    pairs[next[b[i]!]!++] = i;
  }
  return { starts, pairs };
}

function countAtMost(sorted: Float64Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
