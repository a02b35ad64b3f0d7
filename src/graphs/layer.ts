import type { Pairs, Significance } from "../corpus/pairs.ts";
import type { Family, Forgery } from "../corpus/trace.ts";

/** The network of significant pairs of one trace. */
export interface Layer {
  readonly pairs: Pairs;
  readonly significance: Significance;
  readonly family: Family;
  readonly forgery: Forgery;
  /** Positions in `pairs` with q at most the level asked for, ascending. */
  readonly kept: Uint32Array;
  /** Positions of pairs that are not significant by themselves, but show how an account acts with its group, ascending. */
  readonly carried: Uint32Array;
}

export function layerOf(pairs: Pairs, significance: Significance, family: Family, forgery: Forgery, q: number): Layer {
  const kept: number[] = [];
  for (let i = 0; i < pairs.count; i++) if (significance.q[i]! <= q) kept.push(i);
  return { pairs, significance, family, forgery, kept: Uint32Array.from(kept), carried: new Uint32Array(0) };
}
