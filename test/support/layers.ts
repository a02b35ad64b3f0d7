import { pairIndex } from "../../src/clusters/closest.ts";
import type { EvidenceLayer } from "../../src/clusters/evidence-layer.ts";
import { layOut } from "../../src/coaction/timeline.ts";
import type { Actions } from "../../src/corpus/actions.ts";
import { type Pairs, type Significance, UNDER } from "../../src/corpus/pairs.ts";
import type { Family } from "../../src/corpus/trace.ts";
import { type Layer, layerOf } from "../../src/graphs/layer.ts";

/** One pair by hand; what a test does not care about gets a plain value. */
export interface PairByHand {
  readonly a: number;
  readonly b: number;
  readonly bits?: number;
  /** Half of q where it is not said. */
  readonly p?: number;
  readonly q?: number;
  /** Among the pairs of its own accounts; q where it is not said. */
  readonly qAccount?: number;
  readonly objects?: number;
  readonly expected?: number;
  readonly delayMs?: number;
}

export function layerByHand(
  list: readonly PairByHand[],
  family: Family = "content",
  trace: Pairs["trace"] = "co-url",
): Layer {
  const column = (read: (pair: PairByHand) => number) => Float64Array.from(list, read);
  const pairs: Pairs = {
    trace,
    windowMs: 60_000,
    count: list.length,
    a: Uint32Array.from(list, ({ a }) => a),
    b: Uint32Array.from(list, ({ b }) => b),
    objects: Uint32Array.from(list, ({ objects = 2 }) => objects),
    coactions: Uint32Array.from(list, ({ objects = 2 }) => objects),
    medianDelayMs: column(({ delayMs = 1000 }) => delayMs),
    medianGapMs: column(({ delayMs = 1000 }) => Math.abs(delayMs)),
    firstMs: column(() => 0),
    lastMs: column(() => 1),
  };
  const significance: Significance = {
    expected: column(({ expected = 0.1 }) => expected),
    p: column(({ q = 0.001, p = q / 2 }) => p),
    q: column(({ q = 0.001 }) => q),
    qAccount: column(({ q = 0.001, qAccount = q }) => qAccount),
    pSharing: column(() => 0.01),
    expectedTime: column(() => Number.NaN),
    pTime: column(() => Number.NaN),
    pOutside: column(() => Number.NaN),
    under: Uint8Array.from(list, () => UNDER.indexOf("not-assessable")),
    bits: column(({ bits = 10 }) => bits),
    tested: 1000,
  };
  return layerOf(pairs, significance, family, "cheap", 0.05);
}

/** Account, object, time. */
export type ActionByHand = readonly [account: number, object: number, timeMs: number];

/** A layer with its actions laid out; the post of action i is i. */
export function evidenceByHand(
  list: readonly ActionByHand[],
  windowMs: number,
  layer: Layer = layerByHand([]),
): EvidenceLayer {
  const actions: Actions = {
    trace: layer.pairs.trace,
    count: list.length,
    accountCount: 1 + Math.max(0, ...list.map(([account]) => account)),
    objectCount: 1 + Math.max(0, ...list.map(([, object]) => object)),
    account: Uint32Array.from(list, ([account]) => account),
    object: Uint32Array.from(list, ([, object]) => object),
    timeMs: Float64Array.from(list, ([, , timeMs]) => timeMs),
    post: Uint32Array.from(list.keys()),
  };
  const timeline = layOut(actions);
  return {
    observed: {
      trace: {
        name: layer.pairs.trace,
        question: "",
        object: "",
        windowMs,
        family: layer.family,
        forgery: layer.forgery,
        objects: () => {},
      },
      actions,
      examplePost: new Uint32Array(actions.objectCount),
      objectOf: () => -1,
    },
    windowMs,
    timeline,
    layer,
    index: pairIndex(timeline),
    bitsOf: () => 1,
    commonObjects: 0,
    met: 0,
    bicmResidual: 0,
  };
}
