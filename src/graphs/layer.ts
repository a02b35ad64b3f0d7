import type { Pairs, Significance } from "../corpus/pairs.ts";
import type { Family, Forgery } from "../corpus/trace.ts";

/**
 * The network of significant pairs of one trace: those that stand in it alone, and those that stand over all traces together and of whose
 * evidence it is a part. Each of the two is a false discovery rate of its own; to ask for the second alone would make every pair pay for
 * all traces being asked, which costs more than the few false pairs it spares (docs/method.md, figures).
 */
export interface Layer {
  readonly pairs: Pairs;
  readonly significance: Significance;
  readonly family: Family;
  readonly forgery: Forgery;
  /** q of each pair's two accounts over all traces together, and the same among each account's own pairs. */
  readonly fusedQ: Float64Array;
  readonly fusedQAccount: Float64Array;
  /** Positions in `pairs` that stand at the level asked for in this trace, or over all traces together with p here at most that level; ascending. */
  readonly kept: Uint32Array;
  /** Positions of pairs that are not significant by themselves, but show how an account acts with its group, ascending. */
  readonly carried: Uint32Array;
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
  for (let i = 0; i < pairs.count; i++) {
    // A trace that finds nothing in a pair is no evidence for it, however sure the others are.
    const together = fused.q[i]! <= level && significance.p[i]! <= level;
    // Who merely reposts fast is no evidence alone.
    const alone = significance.q[i]! <= level && family !== "timing";
    if (alone || together) kept.push(i);
  }
  return {
    pairs,
    significance,
    family,
    forgery,
    fusedQ: fused.q,
    fusedQAccount: fused.qAccount,
    kept: Uint32Array.from(kept),
    carried: new Uint32Array(0),
  };
}
