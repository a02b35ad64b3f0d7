import { fuse } from "../coaction/fuse.ts";
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

/** Pairs and their significance, trace by trace, and then over all traces together. */
export function pairedLayers(
  traces: readonly TraceActions[],
  { minObjects, q }: LayerOptions,
  progress: Progress,
): { layers: PairedLayer[]; tested: number } {
  const paired = traces.map(({ actions, windowMs, family, forgery }) => {
    progress.stage(`pairing ${actions.trace}`, actions.count);
    const { pairs, timeline, commonObjects, met } = coAct(actions, { windowMs, minObjects });
    const assessment = assess(pairs, timeline, minObjects, q);
    progress.advance(actions.count);
    return { windowMs, family, forgery, pairs, timeline, commonObjects, met, ...assessment };
  });
  progress.stage("joining traces");
  const fusion = fuse(paired, minObjects);
  const layers = paired.map(
    ({ windowMs, family, forgery, pairs, timeline, commonObjects, met, significance, bitsOf, bicmResidual }, t) => {
      const at = fusion.at[t]!;
      const fused = {
        q: Float64Array.from(at, (i) => fusion.q[i]!),
        qAccount: Float64Array.from(at, (i) => fusion.qAccount[i]!),
      };
      return {
        windowMs,
        timeline,
        layer: layerOf(pairs, significance, family, forgery, q, fused),
        index: pairIndex(timeline),
        bitsOf,
        commonObjects,
        met,
        bicmResidual,
      };
    },
  );
  return { layers, tested: fusion.tested };
}
