import { coAct } from "../coaction/kernel.ts";
import { assess } from "../coaction/significance.ts";
import type { Progress } from "../corpus/progress.ts";
import { layerOf } from "../graphs/layer.ts";
import type { Observation } from "../traces/observe.ts";
import { pairIndex } from "./closest.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";

export interface LayerOptions {
  /** Replaces every trace's own window. */
  readonly windowMs?: number;
  readonly minObjects: number;
  readonly q: number;
}

/** Pairs and their significance, trace by trace. */
export function evidenceLayers(observation: Observation, options: LayerOptions, progress: Progress): EvidenceLayer[] {
  return observation.traces.map((observed) => {
    const { trace, actions } = observed;
    progress.stage(`pairing ${trace.name}`, actions.count);
    const windowMs = options.windowMs ?? trace.windowMs;
    const { pairs, timeline, commonObjects, met } = coAct(actions, { windowMs, minObjects: options.minObjects });
    const { significance, bitsOf, bicmResidual } = assess(pairs, timeline, options.minObjects);
    progress.advance(actions.count);
    return {
      observed,
      windowMs,
      timeline,
      layer: layerOf(pairs, significance, trace.family, trace.forgery, options.q),
      index: pairIndex(timeline),
      bitsOf,
      commonObjects,
      met,
      bicmResidual,
    };
  });
}
