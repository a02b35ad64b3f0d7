import { poissonBinomialTail } from "../../math/poisson-binomial.ts";

/**
 * Question: do the answers of a crew to one post come in batches of a fixed size, so that posts pile up at k, 2k, 3k of them?
 *
 * For each k the posts at a multiple of k are held against those near one: were the counts smooth there, each of the N posts within w of
 * a multiple would stand on it with chance 1 / (2w + 1), w = min(3, floor((k - 1) / 2)): P(X >= x), X binomial. The smallest p over all k
 * is multiplied by their number (Bonferroni). The case that asks for it: batches of exactly thirty comments (OpenAI, February 2025).
 * Cost: O(posts x k). A crew of k who all answer every post piles up as well: that is no batch but a roll call, and as telling.
 */
export interface Batch {
  readonly size: number;
  /** Posts at a multiple of it, of how many near one. */
  readonly at: number;
  readonly near: number;
  /** After the correction for all sizes looked at. */
  readonly p: number;
}

const SMALLEST = 5;
const LARGEST = 60;
const REACH = 3;
/** Fewer posts cannot be told from chance. */
const LEAST_POSTS = 4;

/** @param counts answers of the crew to each post that it answered at all */
export function batchOf(counts: readonly number[]): Batch | null {
  if (counts.length < LEAST_POSTS) return null;
  let best: Batch | null = null;
  for (let size = SMALLEST; size <= LARGEST; size++) {
    const reach = Math.min(REACH, Math.floor((size - 1) / 2));
    let at = 0;
    let near = 0;
    for (const count of counts) {
      const off = Math.abs(count - size * Math.max(1, Math.round(count / size)));
      if (off <= reach) near++;
      if (off === 0) at++;
    }
    if (at === 0) continue;
    const chances = new Float64Array(near).fill(1 / (2 * reach + 1));
    const p = Math.min(1, poissonBinomialTail(chances, near, at) * (LARGEST - SMALLEST + 1));
    // Equal p: the larger size, since whatever is a multiple of ten is one of five.
    if (best === null || p <= best.p) best = { size, at, near, p };
  }
  return best;
}
