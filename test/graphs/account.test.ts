import { expect, test } from "vitest";
import { accountGraph } from "../../src/graphs/account.ts";
import { layerOf } from "../../src/graphs/layer.ts";
import { layerByHand } from "../support/layers.ts";

test("of one family the strongest trace counts, families add up", () => {
  const graph = accountGraph([
    layerByHand([{ a: 1, b: 2, bits: 3 }], "content", "co-url"),
    layerByHand([{ a: 1, b: 2, bits: 15 }], "content", "same-text"),
    layerByHand([{ a: 1, b: 2, bits: 7 }], "target", "co-reply"),
    layerByHand([{ a: 1, b: 2, bits: 1 }], "content", "hashtag-set"),
  ]);
  // log2(1 + 15) for content, log2(1 + 7) for target; the weaker content traces count no more.
  expect(graph.getEdgeAttribute("1", "2", "weight")).toBeCloseTo(4 + 3, 12);
  expect(graph.getEdgeAttribute("1", "2", "evidence")).toEqual([
    { layer: 0, pair: 0 },
    { layer: 1, pair: 0 },
    { layer: 2, pair: 0 },
    { layer: 3, pair: 0 },
  ]);
});

test("only significant pairs make nodes and edges, and nodes stand in order", () => {
  const graph = accountGraph([
    layerByHand([
      { a: 7, b: 20, q: 0.05 },
      { a: 3, b: 7, q: 0.0500001 },
      { a: 2, b: 20, q: 0 },
    ]),
  ]);
  expect(graph.nodes()).toEqual(["2", "7", "20"]);
  expect(graph.mapNodes((_, { account }) => account)).toEqual([2, 7, 20]);
  expect(graph.mapEdges((_, { evidence }, a, b) => [a, b, evidence[0]!.pair])).toEqual([
    ["7", "20", 0],
    ["2", "20", 2],
  ]);
});

test("without a significant pair the network is empty", () => {
  expect(accountGraph([]).order).toBe(0);
  expect(accountGraph([layerByHand([{ a: 0, b: 1, q: 1 }])]).order).toBe(0);
});

test("a pair stands by its own trace, or by all together where its trace is part of the evidence", () => {
  const { pairs, significance, kept } = layerByHand([
    { a: 0, b: 1, q: 0.04 },
    { a: 0, b: 2, q: 0.08 },
    { a: 0, b: 3, q: 0.08 },
    { a: 0, b: 4, q: 0.9 },
    { a: 0, b: 5, q: 0.08 },
  ]);
  expect([...kept]).toEqual([0]);
  // Together: silent on the first, sure of the others. `layerByHand` gives p half of q.
  const together = { q: Float64Array.of(1, 0.05, 0.051, 0.001, 0), qAccount: Float64Array.of(1, 1, 1, 1, 1) };
  const fused = layerOf(pairs, significance, "content", "cheap", 0.05, together);
  // The fourth has p 0.45 in this trace: no evidence.
  expect([...fused.kept]).toEqual([0, 1, 4]);
  // Timing never stands alone.
  expect([...layerOf(pairs, significance, "timing", "cheap", 0.05, together).kept]).toEqual([1, 4]);
});
