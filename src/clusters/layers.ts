import { coAct } from "../coaction/kernel.ts";
import { assess } from "../coaction/significance.ts";
import type { Progress } from "../corpus/progress.ts";
import { layerOf } from "../graphs/layer.ts";
import { pairIndex } from "./closest.ts";
import { corroboration, pairsOf } from "./corroboration.ts";
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
  const layers = traces.map(({ actions, windowMs, family, forgery, place }): PairedLayer => {
    progress.stage(`pairing ${actions.trace}`, actions.count);
    // A shared picture is one object and cannot be two; what it may support is decided below.
    const least = place === undefined ? minObjects : 1;
    const { pairs, timeline, commonObjects, met } = coAct(actions, {
      windowMs,
      minObjects: least,
      ...(place === undefined ? {} : { commonLimit: PROFILE_MEETINGS }),
    });
    const { significance, bitsOf, bicmResidual } = assess(pairs, timeline, least);
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
    };
  });
  const behaved = pairsOf(layers.filter((_, i) => traces[i]!.place === undefined));
  return layers.map((one, i) => {
    const { place } = traces[i]!;
    return place === undefined ? one : { ...one, layer: corroboration(one, place, behaved, q) };
  });
}

/** About a hundred accounts with one picture or address: what more have in common proposes no pairs by itself. */
const PROFILE_MEETINGS = 5000;
