import { fuse } from "../coaction/fuse.ts";
import { coAct } from "../coaction/kernel.ts";
import { recurrence } from "../coaction/recurrence.ts";
import { SCREEN_LEVELS } from "../coaction/screen.ts";
import { assess } from "../coaction/significance.ts";
import type { Significance } from "../corpus/pairs.ts";
import type { Progress } from "../corpus/progress.ts";
import { layerOf } from "../graphs/layer.ts";
import { pairIndex } from "./closest.ts";
import { corroboration, pairsOf } from "./corroboration.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import type { TraceActions } from "./trace-actions.ts";

export interface LayerOptions {
  readonly minObjects: number;
  readonly q: number;
  /** Leave out what only describes pairs, as `assess` does; the groups found are the same. */
  readonly decideOnly?: boolean;
}

/** Pairs and their significance, trace by trace, and over all traces of behaviour together. */
export function pairedLayers(
  traces: readonly TraceActions[],
  { minObjects, q, decideOnly = false }: LayerOptions,
  progress: Progress,
): { layers: PairedLayer[]; tested: number } {
  const paired = traces.map(({ actions, windowMs, family, forgery, place }) => {
    progress.stage(`pairing ${actions.trace}`, actions.count);
    // A shared picture is one object and cannot be two; what it may support is decided below.
    const least = place === undefined ? minObjects : 1;
    const { pairs, timeline, commonObjects, met } = coAct(actions, {
      windowMs,
      minObjects: least,
      ...(place === undefined ? {} : { commonLimit: PROFILE_MEETINGS }),
    });
    const assessed = assess(pairs, timeline, least, q, decideOnly);
    const assessment =
      actions.trace === "burst-hashtag"
        ? { ...assessed, significance: orByRecurrence(assessed.significance, recurrence(pairs, timeline, q)) }
        : assessed;
    progress.advance(actions.count);
    return { windowMs, family, forgery, place, pairs, timeline, commonObjects, met, ...assessment };
  });
  progress.stage("joining traces");
  const deeds = paired.filter(({ place }) => place === undefined);
  const fusion = fuse(deeds, minObjects, decideOnly ? SCREEN_LEVELS * q : null);
  const layers = paired.map((one): PairedLayer => {
    const { pairs, significance, family, forgery } = one;
    const at = fusion.at[deeds.indexOf(one)];
    const fused =
      at === undefined
        ? undefined
        : {
            q: Float64Array.from(at, (i) => fusion.q[i]!),
            qAccount: Float64Array.from(at, (i) => fusion.qAccount[i]!),
          };
    return {
      windowMs: one.windowMs,
      timeline: one.timeline,
      layer: layerOf(pairs, significance, family, forgery, q, fused),
      index: pairIndex(one.timeline),
      bitsOf: one.bitsOf,
      commonObjects: one.commonObjects,
      met: one.met,
      bicmResidual: one.bicmResidual,
    };
  });
  // Profiles speak last: they support what behaviour has singled out.
  const behaved = pairsOf(layers.filter((_, i) => paired[i]!.place === undefined));
  return {
    layers: layers.map((one, i) => {
      const { place } = paired[i]!;
      return place === undefined ? one : { ...one, layer: corroboration(one, place, behaved, q) };
    }),
    tested: fusion.tested,
  };
}

/** Two people who met at bursts that draw on the same people stand by that, where they could not stand by themselves. */
function orByRecurrence(significance: Significance, byBursts: Float64Array): Significance {
  const smaller = (own: number, i: number): number => Math.min(own, byBursts[i]!);
  return { ...significance, q: significance.q.map(smaller), qAccount: significance.qAccount.map(smaller) };
}

/** About a hundred accounts with one picture or address: what more have in common proposes no pairs by itself. */
const PROFILE_MEETINGS = 5000;
