import fc from "fast-check";
import Graph from "graphology";
import { describe, expect, test } from "vitest";
import type { Community } from "../../src/communities/community.ts";
import { consensusCommunities } from "../../src/communities/consensus.ts";
import { chance, seeded } from "../../src/math/random.ts";
import { UnionFind } from "../../src/math/union-find.ts";

type Edge = readonly [number, number];
const OPTIONS = { seed: 1, runs: 50, resolution: 0.1, minSize: 3 };

function communities(edges: readonly Edge[], options: Partial<typeof OPTIONS> = {}, weight = 1): Community[] {
  const graph = new Graph<Record<string, never>, { weight: number }>({ type: "undirected" });
  const nodes = [...new Set(edges.flat())].sort((left, right) => left - right);
  for (const node of nodes) graph.addNode(String(node));
  for (const [a, b] of edges) graph.mergeUndirectedEdge(String(a), String(b), { weight });
  return consensusCommunities(graph, { ...OPTIONS, ...options });
}

const clique = (from: number, size: number): Edge[] =>
  Array.from({ length: size }, (_, i) => Array.from({ length: i }, (_, j): Edge => [from + i, from + j])).flat();
const chain = (from: number, size: number): Edge[] =>
  Array.from({ length: size - 1 }, (_, i): Edge => [from + i, from + i + 1]);
const numbers = (found: readonly Community[]): number[][] => found.map(({ nodes }) => nodes.map(Number));
const range = (from: number, size: number): number[] => Array.from({ length: size }, (_, i) => from + i);

/** A third group, so large that by modularity alone a single pair would make one of two groups of ten. */
const CROWD = clique(100, 32);

describe("planted groups", () => {
  test("two groups of ten that one pair joins stay two", () => {
    const found = communities([...clique(0, 10), ...clique(10, 10), [3, 14], ...CROWD]);
    expect(numbers(found)).toEqual([range(0, 10), range(10, 10), range(100, 32)]);
    // Most runs see them as one, which holds no more than the pair does.
    expect(found[0]!.stability).toBeGreaterThan(0.95);
    for (const { membership } of found) expect(Math.min(...membership)).toBeGreaterThan(0.95);
  });

  test("two such pairs make them one", () => {
    const found = communities([...clique(0, 10), ...clique(10, 10), [3, 14], [5, 16], ...CROWD]);
    expect(numbers(found)).toEqual([range(0, 20), range(100, 32)]);
  });

  test("a tail shorter than ten stays with what it hangs on", () => {
    const found = communities([...clique(0, 10), ...chain(10, 4), [3, 10], ...CROWD]);
    expect(numbers(found)).toEqual([range(0, 14), range(100, 32)]);
  });

  test.each([3, 4, 5])(
    "a ring of %d that one pair ties to a community of two hundred stays its own, and steady",
    (ring) => {
      const random = seeded("ring", ring);
      const crowd: Edge[] = chain(0, 200);
      for (let a = 0; a < 200; a++) for (let b = 0; b < a - 1; b++) if (chance(random, 0.1)) crowd.push([b, a]);
      const found = communities([...crowd, ...clique(200, ring), [7, 200]], { resolution: 0.05 });
      expect(numbers(found)).toEqual([range(0, 200), range(200, ring)]);
      expect(found[1]!.stability).toBeGreaterThan(0.75);
      expect(found[1]!.beyondResolution).toBeGreaterThan(0.75);
      // A second pair, and it is a part of them.
      expect(communities([...crowd, ...clique(200, ring), [7, 200], [9, 201]], { resolution: 0.05 })).toHaveLength(1);
    },
  );

  test("small rings without any link to the large group are neither lost nor swallowed", () => {
    const found = communities([...clique(0, 40), ...clique(40, 3), ...clique(43, 4), ...clique(47, 5)], {
      resolution: 0.05,
    });
    expect(numbers(found)).toEqual([range(0, 40), range(40, 3), range(43, 4), range(47, 5)]);
    for (const { stability, beyondResolution } of found)
      expect(Math.min(stability, beyondResolution)).toBeGreaterThan(0.9);
  });

  test("groups that hang together at one resolution only say so", () => {
    // Twelve groups of six in a circle, each with five links to the next: at a resolution of one they are twelve.
    const circle = range(0, 12).flatMap((i) => clique(i * 6, 6));
    const links = range(0, 12).flatMap((i) => range(0, 5).map((k): Edge => [i * 6 + k, ((i + 1) % 12) * 6 + k]));
    const [coarse] = communities([...circle, ...links], { resolution: 0.05 });
    expect(coarse!.nodes).toHaveLength(72);
    expect(coarse!.beyondResolution).toBeGreaterThan(0.5);
  });

  test("by themselves they are two by modularity already, and steady", () => {
    const found = communities([...clique(0, 10), ...clique(10, 10), [3, 14], [5, 16]]);
    expect(numbers(found)).toEqual([range(0, 10), range(10, 10)]);
    for (const { stability } of found) expect(stability).toBeGreaterThan(0.95);
  });

  test("groups without any link are apart, each wholly stable", () => {
    const found = communities([...clique(0, 6), ...clique(6, 5), ...clique(11, 4)]);
    expect(numbers(found)).toEqual([range(0, 6), range(6, 5), range(11, 4)]);
    for (const { stability, membership } of found) {
      expect(stability).toBeGreaterThan(0.95);
      expect(Math.min(...membership)).toBe(1);
    }
  });

  test("groups below the least size are left out", () => {
    expect(numbers(communities([...clique(0, 4), [10, 11]]))).toEqual([range(0, 4)]);
    expect(numbers(communities([...clique(0, 4), [10, 11]], { minSize: 5 }))).toEqual([]);
    expect(numbers(communities([...clique(0, 4), [10, 11]], { minSize: 2 }))).toEqual([range(0, 4), [10, 11]]);
  });

  test("without an edge there is no group", () => {
    expect(communities([])).toEqual([]);
  });
});

test("a chain is less stable than a group of the same size", () => {
  const [line] = communities(chain(0, 12));
  const [group] = communities(clique(0, 12));
  expect(group!.stability).toBeGreaterThan(0.99);
  expect(line === undefined ? 0 : line.stability).toBeLessThan(0.75);
});

test("noise gives no group as steady as a planted one", () => {
  const random = seeded(3, "noise");
  const edges: Edge[] = [];
  for (let a = 0; a < 60; a++) for (let b = 0; b < a; b++) if (chance(random, 0.02)) edges.push([a, b]);
  for (const { stability } of communities(edges, { resolution: 1 })) expect(stability).toBeLessThan(0.95);
});

const sparse = fc
  .uniqueArray(
    fc.tuple(fc.nat(19), fc.nat(19)).filter(([a, b]) => a < b),
    { minLength: 3, maxLength: 40, selector: ([a, b]) => a * 20 + b },
  )
  .map((edges) => edges as Edge[]);

test("every group hangs together by its own edges, groups share nobody, and shares lie between 0 and 1", () => {
  fc.assert(
    fc.property(sparse, fc.nat(1000), (edges, seed) => {
      const found = communities(edges, { seed, runs: 10, resolution: 1 });
      const seen = new Set<number>();
      for (const { nodes, membership, stability } of found) {
        const inside = new Set(nodes.map(Number));
        const parts = new UnionFind(20);
        for (const [a, b] of edges) if (inside.has(a) && inside.has(b)) parts.join(a, b);
        expect(new Set([...inside].map((node) => parts.find(node))).size).toBe(1);
        for (const node of inside) {
          expect(seen.has(node)).toBe(false);
          seen.add(node);
        }
        for (const share of [...membership, stability]) expect(share >= 0 && share <= 1).toBe(true);
        expect(membership).toHaveLength(nodes.length);
        expect([...inside]).toEqual([...inside].sort((left, right) => left - right));
      }
    }),
    { numRuns: 60 },
  );
});

test("the same seed gives the same groups, shares and all", () => {
  const random = seeded(5, "edges");
  const edges: Edge[] = [];
  for (let a = 0; a < 40; a++) for (let b = 0; b < a; b++) if (chance(random, 0.1)) edges.push([a, b]);
  const once = communities(edges, { resolution: 1 });
  expect(communities(edges, { resolution: 1 })).toEqual(once);
  expect(communities(edges, { resolution: 1, seed: 2 })).not.toEqual(once);
});

test("a weight that is not positive is a fault of the caller", () => {
  expect(() => communities(clique(0, 3), {}, 0)).toThrow("weight 0 is not positive");
  expect(() => communities(clique(0, 3), {}, Number.NaN)).toThrow("weight NaN is not positive");
});
