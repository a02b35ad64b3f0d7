import { coAct } from "../coaction/kernel.ts";
import { assess } from "../coaction/significance.ts";
import type { Progress } from "../corpus/progress.ts";
import { layerOf } from "../graphs/layer.ts";
import { pairIndex } from "./closest.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import type { TraceActions } from "./trace-actions.ts";

export interface LayerOptions {
  readonly minObjects: number;
  readonly q: number;
}

/** Pairs and their significance, trace by trace. */
export function pairedLayers(
  traces: readonly TraceActions[],
  { minObjects, q }: LayerOptions,
  progress: Progress,
): PairedLayer[] {
  return traces.map(({ actions, windowMs, family, forgery }) => {
    progress.stage(`pairing ${actions.trace}`, actions.count);
    const { pairs, timeline, commonObjects, met } = coAct(actions, { windowMs, minObjects });
    const { significance, bitsOf, bicmResidual, toBeSeen } = assess(pairs, timeline, minObjects);
    progress.advance(actions.count);
    return {
      windowMs,
      timeline,
      layer: layerOf(pairs, significance, family, forgery, q),
      index: pairIndex(timeline),
      bitsOf,
      commonObjects,
      met,
      bicmResidual,
      toBeSeen,
    };
  });
}
