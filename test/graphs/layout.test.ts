import fc from "fast-check";
import { expect, test } from "vitest";
import { type LayoutEdges, layOutGraph } from "../../src/graphs/layout.ts";

const NONE: LayoutEdges = { from: [], to: [], weight: [] };
const network = fc.integer({ min: 1, max: 25 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    edges: fc
      .array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.double({ min: 0.1, max: 50, noNaN: true })), { maxLength: 40 })
      .map((edges) => edges.filter(([a, b]) => a !== b)),
  }),
);
const columns = (edges: readonly (readonly [number, number, number])[]): LayoutEdges => ({
  from: edges.map(([from]) => from),
  to: edges.map(([, to]) => to),
  weight: edges.map(([, , weight]) => weight),
});

test("positions fill the unit square and are the same for the same seed", () => {
  fc.assert(
    fc.property(network, fc.nat(100), ({ n, edges }, seed) => {
      const { x, y } = layOutGraph(n, columns(edges), seed);
      for (const value of [...x, ...y]) expect(value >= 0 && value <= 1).toBe(true);
      if (n > 1) expect(Math.max(...x, ...y)).toBe(1);
      expect(Math.min(...x)).toBe(0);
      expect(Math.min(...y)).toBe(0);
      expect(layOutGraph(n, columns(edges), seed)).toEqual({ x, y });
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

test("another seed, another picture", () => {
  const edges = columns([
    [0, 1, 1],
    [1, 2, 1],
    [3, 4, 1],
  ]);
  expect(layOutGraph(5, edges, 1)).not.toEqual(layOutGraph(5, edges, 2));
});

test("nothing, and one node alone", () => {
  expect(layOutGraph(0, NONE, 1)).toEqual({ x: new Float64Array(), y: new Float64Array() });
  expect(layOutGraph(1, NONE, 1)).toEqual({ x: Float64Array.of(0), y: Float64Array.of(0) });
});

test("accounts that are tied lie nearer to each other than to strangers", () => {
  const edges: [number, number, number][] = [];
  for (const from of [0, 8])
    for (let a = 0; a < 8; a++) for (let b = 0; b < a; b++) edges.push([from + a, from + b, 5]);
  edges.push([0, 8, 1]);
  const { x, y } = layOutGraph(16, columns(edges), 4);
  const apart = (a: number, b: number) => Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
  let [own, other, owns, others] = [0, 0, 0, 0];
  for (let a = 0; a < 16; a++) {
    for (let b = 0; b < a; b++) {
      if (a < 8 === b < 8) {
        own += apart(a, b);
        owns++;
      } else {
        other += apart(a, b);
        others++;
      }
    }
  }
  expect(own / owns).toBeLessThan(0.95 * (other / others));
});

test("a clique of hundreds keeps a place for everybody", () => {
  const edges: [number, number, number][] = [];
  for (let a = 0; a < 200; a++) for (let b = 0; b < a; b++) edges.push([a, b, 1]);
  const { x, y } = layOutGraph(200, columns(edges), 1);
  expect(new Set([...x].map((at, i) => `${at} ${y[i]}`)).size).toBeGreaterThan(190);
});
