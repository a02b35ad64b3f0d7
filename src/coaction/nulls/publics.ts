import type { Participation } from "../participation.ts";

/**
 * Question: how is the level of the test dealt out over pairs that are no serious candidates and pairs that are?
 *
 * Accounts of two publics (a public: one platform, one language) hardly ever meet, so most pairs that could be are no serious candidates, and
 * a level spread over all of them alike buries small publics. So it is dealt out beforehand, by who could be whom and never by who met whom
 * (weighted Benjamini-Hochberg, Genovese, Roeder and Wasserman 2006, doi 10.1093/biomet/93.3.509): each public gets a part by its accounts,
 * pairs across publics get `ACROSS` at most. p divided by the pair's weight, whose mean over all pairs is 1 or less, is what q is computed from.
 *
 * Publics of fewer than `LEAST` active accounts count as none: so small a group may be what is looked for. Cost: O(accounts), then O(1) a pair.
 *
 * Does not show: circles of taste inside a public. That one public meets oftener is for `dealing.ts`.
 *
 * @param publicOf number of each account's public, 0 for unknown
 * @param minObjects objects that an account needs for its pairs to be tested
 * @returns share of the level that falls to a pair, as a multiple of an even share
 */
export function publicWeights(
  part: Participation,
  publicOf: Uint32Array,
  minObjects: number,
): (a: number, b: number) => number {
  const active: number[] = [];
  const able: number[] = [];
  let all = 0;
  for (let u = 0; u < part.accountCount; u++) {
    const degree = part.starts[u + 1]! - part.starts[u]!;
    const isAble = degree >= minObjects ? 1 : 0;
    all += isAble;
    const own = publicOf[u]!;
    if (own === 0 || degree === 0) continue;
    active[own] = (active[own] ?? 0) + 1;
    able[own] = (able[own] ?? 0) + isAble;
  }
  const eligible = Float64Array.from(active, (count, one) => ((count ?? 0) >= LEAST ? able[one]! : 0));
  const { within, across } = weights(eligible, all);
  return (a, b) => {
    const one = publicOf[a]!;
    return one === publicOf[b] && one < eligible.length && eligible[one]! > 0 ? within[one]! : across;
  };
}

const LEAST = 30;
const ACROSS = 0.1;

/** Weights of pairs within each public and of all other pairs, from how many accounts of each can be tested. */
function weights(eligible: Float64Array, all: number): { within: Float64Array; across: number } {
  const pairsOf = (n: number): number => (n * (n - 1)) / 2;
  const total = pairsOf(all);
  const accounts = eligible.reduce((sum, n) => sum + n, 0);
  const pairsAcross = total - eligible.reduce((sum, n) => sum + pairsOf(n), 0);
  if (accounts === 0 || total === 0) return { within: new Float64Array(eligible.length).fill(1), across: 1 };
  // Accounts of no public have pairs of the second kind alone.
  const budgetAcross = Math.min(pairsAcross / total, ACROSS + (1 - accounts / all));
  return {
    within: eligible.map((n) => (n > 1 ? (((1 - budgetAcross) * n) / accounts) * (total / pairsOf(n)) : 1)),
    across: pairsAcross > 0 ? (budgetAcross * total) / pairsAcross : 1,
  };
}
