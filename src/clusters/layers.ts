import { coAct } from "../coaction/kernel.ts";
import { assess } from "../coaction/significance.ts";
import type { Progress } from "../corpus/progress.ts";
import { layerOf } from "../graphs/layer.ts";
import { meetingsOfPair, pairIndex } from "./closest.ts";
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
  const behaved = behaviouralPairs(layers.filter((_, i) => traces[i]!.place === undefined));
  return layers.map((one, i) => {
    const { place } = traces[i]!;
    return place === undefined ? one : { ...one, layer: { ...one.layer, kept: corroborated(one, place, q, behaved) } };
  });
}

/** About a hundred accounts with one picture or address: what more have in common proposes no pairs by itself. */
const PROFILE_MEETINGS = 5000;

const NUMBERS = 2 ** 26;
const keyOf = (a: number, b: number): number => a * NUMBERS + b;

/** Pairs that stand out by what they did. */
function behaviouralPairs(layers: readonly PairedLayer[]): Set<number> {
  const found = new Set<number>();
  for (const { layer } of layers) {
    for (const i of layer.kept) found.add(keyOf(layer.pairs.a[i]!, layer.pairs.b[i]!));
  }
  return found;
}

/**
 * Which pairs of a timeless trace count: those that stand out and share marks in two places of the profile, and those whose behaviour
 * stands out anyway, which a shared picture then supports. One picture, or one description with all its links, is one act of copying.
 */
function corroborated(one: PairedLayer, place: Uint8Array, q: number, behaved: ReadonlySet<number>): Uint32Array {
  const { pairs, significance } = one.layer;
  const kept: number[] = [];
  for (let i = 0; i < pairs.count; i++) {
    const [a, b] = [pairs.a[i]!, pairs.b[i]!];
    if (behaved.has(keyOf(a, b))) kept.push(i);
    else if (significance.q[i]! <= q && placesOf(one, place, a, b) >= 2) kept.push(i);
  }
  return Uint32Array.from(kept);
}

function placesOf({ timeline, index, windowMs }: PairedLayer, place: Uint8Array, a: number, b: number): number {
  return new Set(meetingsOfPair(timeline, index, windowMs, a, b).map(({ object }) => place[object]!)).size;
}
