import type { MessageMarks } from "../../corpus/message-marks.ts";
import { GrowableUint32 } from "../../math/growable.ts";
import { orderByKey, orderByNumber, startsOf } from "../../math/order.ts";
import { weighPairs } from "./pair-weights.ts";
import { sameKeyPairs } from "./same-key.ts";
import type { PairOptions, UserPairs } from "./user-pairs.ts";

/**
 * Question: how many messages of one user had, within the window, a message of another with nearly the same words? As the Coordination
 * Network Toolkit (commit daa0e11) answers it for co_similar_tweet.
 *
 * Similar: |x and y| / |x or y| >= threshold over the token sets of `message-text.ts`; a set of fewer than `minTokens` is similar to none
 * (its similarity is 0, so a threshold of 0 takes it in again).
 *
 * Source: coordination_network_toolkit/similarity.py and compute_networks.py. The toolkit compares every two messages within the window. Here, as
 * in all-pairs search (Bayardo, Ma, Srikant 2007, doi 10.1145/1242572.1242591): two sets as similar as that share one of their first
 * |x| - ceil(threshold |x|) + 1 tokens when tokens stand rarest first, so only those that do are compared, exactly. The result is the same.
 * Cost: O(candidates x tokens + similar pairs); 8 bytes a similar pair.
 * Does not show: that the words mean the same, or are rare: short formulas everybody uses are as similar as copied lines.
 */
export interface SimilarOptions extends PairOptions {
  /** 0 to 1, inclusive. */
  readonly threshold: number;
  readonly minTokens: number;
}

/** @param tokens distinct tokens of each mark; one mark a message, and its key counts for nothing */
export function similarPairs(
  marks: MessageMarks,
  tokens: readonly (readonly string[])[],
  options: SimilarOptions,
): UserPairs {
  if (options.threshold <= 0)
    return sameKeyPairs({ ...marks, key: new Uint32Array(marks.count), keyCount: 1 }, options);
  const sets = rareFirst(tokens);
  const from = new GrowableUint32();
  const to = new GrowableUint32();
  const { timeS } = marks;
  const { windowS, threshold } = options;
  const postings = new Map<number, Posting>();
  const comparedWith = new Int32Array(marks.count).fill(-1);
  for (const mark of orderByNumber(timeS)) {
    const set = sets[mark]!;
    if (set.length < options.minTokens) continue;
    for (let i = 0; i < prefixLength(set.length, threshold); i++) {
      const posting = postings.get(set[i]!) ?? new Posting();
      postings.set(set[i]!, posting);
      posting.forget(
        (earlier) =>
          !reaches(timeS[mark]!, timeS[earlier]!, windowS) && !reaches(timeS[earlier]!, timeS[mark]!, windowS),
      );
      for (let k = posting.first; k < posting.marks.length; k++) {
        const earlier = posting.marks[k]!;
        if (comparedWith[earlier] === mark) continue;
        comparedWith[earlier] = mark;
        if (marks.message[earlier] === marks.message[mark] || !(jaccard(set, sets[earlier]!) >= threshold)) continue;
        // Rounding may let one see the other and not be seen.
        if (reaches(timeS[mark]!, timeS[earlier]!, windowS)) {
          from.push(mark);
          to.push(earlier);
        }
        if (reaches(timeS[earlier]!, timeS[mark]!, windowS)) {
          from.push(earlier);
          to.push(mark);
        }
      }
      posting.marks.push(mark);
    }
  }
  const [froms, others] = [from.take(), to.take()];
  const order = orderByKey(froms, marks.count);
  const starts = startsOf(froms, marks.count);
  return weighPairs(marks, options, (mark, meet) => {
    for (let i = starts[mark]!; i < starts[mark + 1]!; i++) meet(marks.user[others[order[i]!]!]!);
  });
}

/** Marks that have a token among their first, in order of time; those too long ago are passed over for good. */
class Posting {
  readonly marks: number[] = [];
  first = 0;

  forget(isGone: (mark: number) => boolean): void {
    while (this.first < this.marks.length && isGone(this.marks[this.first]!)) this.first++;
    // Cut off what is passed over when it is most of the list.
    if (this.first > 64 && this.first * 2 > this.marks.length) {
      this.marks.splice(0, this.first);
      this.first = 0;
    }
  }
}

/** Whether the message at `time` looks far enough to see one at `other`. */
function reaches(time: number, other: number, windowS: number): boolean {
  return other >= time - windowS && other <= time + windowS;
}

/** Never too short: a candidate too many is compared and dropped, one too few would be lost. */
function prefixLength(size: number, threshold: number): number {
  return size - Math.ceil(threshold * size - 1e-9) + 1;
}

/** Token sets as ascending numbers, the rarest token the smallest. */
function rareFirst(tokens: readonly (readonly string[])[]): Uint32Array[] {
  const counts = new Map<string, number>();
  for (const set of tokens) for (const token of set) counts.set(token, (counts.get(token) ?? 0) + 1);
  const sorted = Array.from(counts).sort(([, a], [, b]) => a - b);
  const numbers = new Map(sorted.map(([token], i) => [token, i]));
  return tokens.map((set) => Uint32Array.from(set, (token) => numbers.get(token)!).sort());
}

function jaccard(x: Uint32Array, y: Uint32Array): number {
  let common = 0;
  for (let i = 0, k = 0; i < x.length && k < y.length; ) {
    if (x[i] === y[k]) {
      common++;
      i++;
      k++;
    } else if (x[i]! < y[k]!) i++;
    else k++;
  }
  return common / (x.length + y.length - common);
}
