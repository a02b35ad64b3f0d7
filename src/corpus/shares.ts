/**
 * CooRTweet's table of shares, struct of arrays in the order of the file: account, object, post and time of each row. Accounts,
 * objects and posts are each numbered in order of first appearance.
 */
export interface Shares {
  readonly count: number;
  readonly account: Uint32Array;
  /** NONE where the row names no object: it counts as a row of its account, but nothing is shared. */
  readonly object: Uint32Array;
  readonly content: Uint32Array;
  /** Seconds, with their fraction. NaN where there is none: the row counts, but meets nothing. */
  readonly timeS: Float64Array;
  readonly accountIds: readonly string[];
  readonly objectIds: readonly string[];
  readonly contentIds: readonly string[];
  /** The post that has an object's id, by number of the object; NONE where no post of the table has it. */
  readonly contentOfObject: Uint32Array;
}

export const NONE = 0xffffffff;
