import type { ObjectTimeline } from "../coaction/timeline.ts";
import type { Layer } from "../graphs/layer.ts";
import type { ObservedTrace } from "../traces/observe.ts";
import type { PairIndex } from "./closest.ts";

/** One trace with its actions laid out and its significant pairs: all that groups are found from. */
export interface PairedLayer {
  readonly windowMs: number;
  readonly timeline: ObjectTimeline;
  readonly layer: Layer;
  readonly index: PairIndex;
  /** Surprise of one object, in bits. */
  readonly bitsOf: (object: number) => number;
  /** Objects too common to propose pairs by themselves. */
  readonly commonObjects: number;
  /** Pairs met on at least one other object, before the least number of objects was asked for. */
  readonly met: number;
  /** Largest relative error left in the degrees of the sharing null. */
  readonly bicmResidual: number;
}

/** The same with the names of its objects: all that a cluster's evidence is read from. */
export interface EvidenceLayer extends PairedLayer {
  readonly observed: ObservedTrace;
}
