/** Pairs with what was counted of them, struct of arrays; only the first `count` entries of each column mean anything. */
export interface PairRows {
  count: number;
  /** The lower account of each pair, and the higher. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Distinct objects acted on together within the window. */
  readonly objects: Uint32Array;
  /** Pairs of actions within the window. */
  readonly coactions: Uint32Array;
  /** Different posts of each side among them; left at 0 where not asked for. */
  readonly postsA: Uint32Array;
  readonly postsB: Uint32Array;
  /** Median of (time of b - time of a), in milliseconds. */
  readonly medianDelayMs: Float64Array;
  /** Mean and median of |time of b - time of a|. */
  readonly meanGapMs: Float64Array;
  readonly medianGapMs: Float64Array;
  readonly firstMs: Float64Array;
  readonly lastMs: Float64Array;
}

export function pairRows(capacity: number): PairRows {
  const integers = (): Uint32Array => new Uint32Array(capacity);
  const numbers = (): Float64Array => new Float64Array(capacity);
  return {
    count: 0,
    a: integers(),
    b: integers(),
    objects: integers(),
    coactions: integers(),
    postsA: integers(),
    postsB: integers(),
    medianDelayMs: numbers(),
    meanGapMs: numbers(),
    medianGapMs: numbers(),
    firstMs: numbers(),
    lastMs: numbers(),
  };
}
