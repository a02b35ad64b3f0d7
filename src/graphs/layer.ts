import type { Pairs, Significance } from "../corpus/pairs.ts";
import type { Family, Forgery } from "../corpus/trace.ts";

/** The network of significant pairs of one trace. */
export interface Layer {
  readonly pairs: Pairs;
  readonly significance: Significance;
  readonly family: Family;
  readonly forgery: Forgery;
  /** q of each pair's two accounts over all traces together, and the same among each account's own pairs. */
  readonly fusedQ: Float64Array;
  readonly fusedQAccount: Float64Array;
  /** Positions in `pairs` whose accounts stand at the level asked for over all traces, and that this trace speaks for; ascending. */
  readonly kept: Uint32Array;
}

/** What all traces say together of the pairs of this one. */
export interface FusedColumns {
  readonly q: Float64Array;
  readonly qAccount: Float64Array;
}

/** @param fused left out where there is but one trace: its own q then decides */
export function layerOf(
  pairs: Pairs,
  significance: Significance,
  family: Family,
  forgery: Forgery,
  level: number,
  fused: FusedColumns = significance,
): Layer {
  const kept: number[] = [];
  // A trace that finds nothing in a pair is no evidence for it, however sure the others are.
  for (let i = 0; i < pairs.count; i++) if (fused.q[i]! <= level && significance.p[i]! <= level) kept.push(i);
  return {
    pairs,
    significance,
    family,
    forgery,
    fusedQ: fused.q,
    fusedQAccount: fused.qAccount,
    kept: Uint32Array.from(kept),
  };
}
