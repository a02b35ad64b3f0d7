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

/** Pairs of rows that share an object within the window: what `detect_groups` returns, in its order. */
export interface SharedPairs {
  readonly count: number;
  readonly object: Uint32Array;
  /** Row of the older share, and of the newer; of two at the same second the older is the one whose account stands first in the file. */
  readonly older: Uint32Array;
  readonly newer: Uint32Array;
  /** Seconds between them, never negative. */
  readonly deltaS: Float64Array;
}

/** The rows of `pairs` at these places, in that order. */
export function pickPairs(pairs: SharedPairs, places: Uint32Array): SharedPairs {
  const object = new Uint32Array(places.length);
  const older = new Uint32Array(places.length);
  const newer = new Uint32Array(places.length);
  const deltaS = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    object[i] = pairs.object[place]!;
    older[i] = pairs.older[place]!;
    newer[i] = pairs.newer[place]!;
    deltaS[i] = pairs.deltaS[place]!;
  }
  return { count: places.length, object, older, newer, deltaS };
}
