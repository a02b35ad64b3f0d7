import type { ObjectTimeline } from "../coaction/timeline.ts";
import type { PairIndex } from "./closest.ts";
import type { Layer } from "../graphs/layer.ts";
import type { ObservedTrace } from "../traces/observe.ts";

/** One trace with all that a cluster's evidence is read from: its actions laid out, its significant pairs, its names of objects. */
export interface EvidenceLayer {
  readonly observed: ObservedTrace;
  readonly windowMs: number;
  readonly timeline: ObjectTimeline;
  readonly layer: Layer;
  readonly index: PairIndex;
  /** Surprise of one object, in bits. */
  readonly bitsOf: (object: number) => number;
  /** Objects too common to propose pairs by themselves. */
  readonly commonObjects: number;
}
