import fc from "fast-check";
import { expect, test } from "vitest";
import { bridgesBetweenGroups } from "../../src/communities/bridges.ts";
import { UnionFind } from "../../src/math/union-find.ts";

type Edge = readonly [number, number];

/** Take each edge away and look whether its ends still hang together, how large the two sides are, and how dense. */
function bridgesByTrying(nodeCount: number, edges: readonly Edge[], minSize: number): number[] {
  return [...edges.keys()].filter((taken) => {
    const parts = new UnionFind(nodeCount);
    for (const [e, [a, b]] of edges.entries()) if (e !== taken) parts.join(a, b);
    const [a, b] = edges[taken]!;
    if (parts.find(a) === parts.find(b)) return false;
    const isGroup = (node: number): boolean => {
      const side = parts.find(node);
      const size = [...Array(nodeCount).keys()].filter((i) => parts.find(i) === side).length;
      const links = edges.filter(([from], e) => e !== taken && parts.find(from) === side).length;
      return size >= minSize || (links >= size && links >= (size * (size - 1)) / 4);
    };
    return isGroup(a) && isGroup(b);
  });
}

function bridges(nodeCount: number, edges: readonly Edge[], minSize: number, which?: readonly number[]): number[] {
  const found = bridgesBetweenGroups(
    nodeCount,
    Uint32Array.from(edges, ([a]) => a),
    Uint32Array.from(edges, ([, b]) => b),
    Uint32Array.from(which ?? edges.keys()),
    minSize,
  );
  return [...found].sort((left, right) => left - right);
}

/** Simple networks: no edge twice, none to itself, as pairs of accounts are. */
const network = fc.uniqueArray(
  fc
    .tuple(fc.nat(11), fc.nat(11))
    .filter(([a, b]) => a !== b)
    .map(([a, b]): Edge => [a, b]),
  { maxLength: 18, selector: ([a, b]) => Math.min(a, b) * 12 + Math.max(a, b) },
);

test("the bridges are those whose loss parts two groups of the size asked for, or rings", () => {
  fc.assert(
    fc.property(network, fc.integer({ min: 1, max: 8 }), (edges, minSize) => {
      expect(bridges(12, edges, minSize)).toEqual(bridgesByTrying(12, edges, minSize));
    }),
    { numRuns: 500 },
  );
});

test("edges not asked for are not there", () => {
  const square: Edge[] = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 0],
  ];
  expect(bridges(4, square, 1)).toEqual([]);
  expect(bridges(4, square, 1, [0, 1, 2])).toEqual([0, 1, 2]);
});

test("a chain of a hundred thousand does not overflow the stack", () => {
  const chain = Array.from({ length: 99_999 }, (_, i): Edge => [i, i + 1]);
  expect(bridges(100_000, chain, 50_000)).toEqual([49_999]);
});
