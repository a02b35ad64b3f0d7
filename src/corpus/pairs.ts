import type { TraceName } from "./trace.ts";

/**
 * Pairs of accounts of one trace, struct of arrays, sorted by (a, b) with a < b.
 *
 * `expected` is the expected number of distinct objects acted on together within the window, under the joint null of
 * `src/coaction/`: activity and popularity held, times drawn from each object's own profile.
 */
export interface Pairs {
  readonly trace: TraceName;
  readonly windowMs: number;
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Distinct objects acted on together within the window. */
  readonly objects: Uint32Array;
  /** Pairs of actions within the window. */
  readonly coactions: Uint32Array;
  /** Median of (time of b - time of a), in milliseconds; signed: negative when b is usually first. */
  readonly medianDelayMs: Float64Array;
  /** Median of |time of b - time of a|. */
  readonly medianGapMs: Float64Array;
  readonly firstMs: Float64Array;
  readonly lastMs: Float64Array;
}

/**
 * Under which of the two timing nulls a pair stands out at the level asked for: dealing each object's times out anew among its own
 * participants (within), and the response of matched objects outside (outside). They have opposite weaknesses.
 */
export const UNDER = ["both", "within", "outside", "neither", "not-assessable"] as const;
export type Under = (typeof UNDER)[number];

/** What chance would do, for each pair of `Pairs`, same order. */
export interface Significance {
  /** Expected number of objects acted on together when who acts on what, and when, is drawn anew. */
  readonly expected: Float64Array;
  /** Chance of meeting on objects at least this surprising under that joint null: what decides. */
  readonly p: Float64Array;
  /** Benjamini-Hochberg over all `tested` pairs, those with no overlap at p = 1. */
  readonly q: Float64Array;
  /** False discovery rate among each account's own pairs: a large group elsewhere does not lower it. */
  readonly qAccount: Float64Array;
  /** Chance of meeting on so many objects, rare or not, under the joint null. */
  readonly pSharing: Float64Array;
  /** Given the objects they share, when only the timing is drawn anew: expected within the window, and the tail. NaN: not assessable. */
  readonly expectedTime: Float64Array;
  readonly pTime: Float64Array;
  /** Chance under the exogenous baseline. NaN: no matched objects. */
  readonly pOutside: Float64Array;
  /** Index into UNDER. */
  readonly under: Uint8Array;
  /** Surprise of the objects met on, in bits. */
  readonly bits: Float64Array;
  /** Pairs that could have qualified. */
  readonly tested: number;
}
