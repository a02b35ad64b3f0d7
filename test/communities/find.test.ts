import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import { describe, expect, test } from "vitest";
import { networkOf } from "../../src/communities/csr.ts";
import type { EdgeList } from "../../src/communities/edge-list.ts";
import { findCommunities, type Search } from "../../src/communities/find.ts";
import { connectedParts, densely } from "../../src/communities/labels.ts";
import { qualityOf } from "../../src/communities/objective.ts";
import { between, chance, type Random, seeded, shuffle } from "../../src/math/random.ts";
import { edgesOf, KARATE, plantedEdges } from "./networks.ts";

const METHODS = ["louvain", "leiden"] as const;

const searchBy = (method: Search["method"], random: Random, resolution = 1): Search =>
  method === "louvain" ? { method, resolution, random } : { method, kind: "modularity", resolution, random };

/** No pair twice, no loop; in no order; some nodes without any edge. */
function simpleEdges(random: Random, most: number): EdgeList & { readonly kept: Uint8Array } {
  const nodeCount = between(random, 2, most);
  const share = random() ** 2;
  const isWeighted = chance(random, 0.5);
  const list: [number, number, number][] = [];
  for (let a = 0; a < nodeCount; a++) {
    for (let b = 0; b < a; b++) {
      if (chance(random, share)) list.push([...shuffle(random, [a, b]), isWeighted ? 10 * random() + 0.1 : 1] as never);
    }
  }
  const edges = edgesOf(nodeCount, shuffle(random, list));
  return { ...edges, kept: edges.from.map(() => (chance(random, 0.8) ? 1 : 0)) as unknown as Uint8Array };
}

/** Louvain as anyone would call it. */
function byGraphology({ nodeCount, from, to, weight, kept }: EdgeList, resolution: number, rng: Random): Uint32Array {
  const graph = new Graph({ type: "undirected" });
  for (let v = 0; v < nodeCount; v++) graph.addNode(v);
  for (let e = 0; e < from.length; e++) {
    if (kept?.[e] !== 0) graph.addUndirectedEdge(from[e]!, to[e]!, { weight: weight?.[e] ?? 1 });
  }
  const assigned = louvain(graph, { resolution, rng, getEdgeWeight: "weight" });
  return densely(
    Uint32Array.from({ length: nodeCount }, (_, v) => assigned[v]!),
    nodeCount,
  ).labels;
}

describe("Louvain from columns", () => {
  test("is graphology's on a graph of the same edges, label for label, and leaves chance at the same place", () => {
    for (let seed = 0; seed < 600; seed++) {
      const edges = simpleEdges(seeded("simple", seed), 60);
      const resolution = ([0.05, 0.3, 1, 3] as const)[seed % 4]!;
      const [own, theirs] = [seeded("run", seed), seeded("run", seed)];
      const expected = byGraphology(edges, resolution, theirs);
      expect(findCommunities(edges, searchBy("louvain", own, resolution)).community, `network ${seed}`).toEqual(
        expected,
      );
      expect(own()).toBe(theirs());
    }
  });

  test("also on one of two hundred thousand ends", () => {
    const random = seeded("large");
    const keys = new Set<number>();
    while (keys.size < 100_000) {
      const [a, b] = [between(random, 0, 19_999), between(random, 0, 99)];
      const other = chance(random, 0.3) ? between(random, 0, 19_999) : a - (a % 100) + b;
      if (a !== other) keys.add(Math.min(a, other) * 20_000 + Math.max(a, other));
    }
    const edges = edgesOf(
      20_000,
      [...keys].map((key) => [Math.floor(key / 20_000), key % 20_000, 1 + (key % 7) / 3] as const),
    );
    expect(findCommunities(edges, searchBy("louvain", seeded(1))).community).toEqual(byGraphology(edges, 1, seeded(1)));
  });
});

describe.each(METHODS)("communities by %s", (method) => {
  const find = (edges: EdgeList, seed = 1, resolution = 1) =>
    findCommunities(edges, searchBy(method, seeded(seed), resolution));

  test("same seed, same partition, labels dense in order of appearance", () => {
    const edges = plantedEdges(6);
    const { community, count } = find(edges);
    expect(find(edges)).toMatchObject({ community, count });
    expect(densely(community, count)).toEqual({ labels: community, count });
  });

  test("the planted groups, about as well as they were planted", () => {
    const edges = plantedEdges(6);
    const network = networkOf(edges);
    const planted = Uint32Array.from({ length: 600 }, (_, v) => Math.floor(v / 30));
    const quality = (labels: Uint32Array) => qualityOf(network, labels, 600, { kind: "modularity", resolution: 1 });
    expect(quality(find(edges).community)).toBeGreaterThanOrEqual(quality(planted) - 0.005);
  });

  test("the karate club near its best", () => {
    const { community, count } = find(KARATE);
    const quality = qualityOf(networkOf(KARATE), community, count, { kind: "modularity", resolution: 1 });
    expect(quality).toBeGreaterThan(0.41);
    expect(quality).toBeLessThan(0.41979);
  });

  test("no node, no edge, loops alone: everybody alone", () => {
    expect(find(edgesOf(0, []))).toMatchObject({ count: 0 });
    expect([...find(edgesOf(3, [])).community]).toEqual([0, 1, 2]);
    expect([...find(edgesOf(3, [[1, 1, 5]])).community]).toEqual([0, 1, 2]);
    const left = edgesOf(2, [[0, 1]]);
    expect([...find({ ...left, kept: Uint8Array.of(0) }).community]).toEqual([0, 1]);
  });

  test("never across what is not connected, and who has no edge stays alone", () => {
    for (let seed = 0; seed < 200; seed++) {
      const edges = simpleEdges(seeded("apart", seed), 30);
      const network = networkOf(edges);
      const whole = connectedParts(network, new Uint32Array(network.nodeCount)).labels;
      const { community, count } = find(edges, seed, 0.01);
      for (let group = 0; group < count; group++) {
        const parts = new Set(whole.filter((_, v) => community[v] === group));
        expect(parts.size, `network ${seed}`).toBe(1);
      }
    }
  });

  test("parallel edges are one edge of their sum, and so are loops", () => {
    for (let seed = 0; seed < 100; seed++) {
      const random = seeded("parallel", seed);
      const { nodeCount, from, to } = simpleEdges(random, 20);
      const loops = Array.from({ length: 3 }, () => between(random, 0, nodeCount - 1)).sort();
      const pairs = [...Array.from(from, (a, e) => [a, to[e]!] as const), ...new Set(loops)].map((one) =>
        typeof one === "number" ? ([one, one] as const) : one,
      );
      const once = pairs.map(([a, b]) => [a, b, between(random, 1, 3)] as const);
      const split = once.flatMap(([a, b, weight]) => Array.from({ length: weight }, () => [a, b, 1] as const));
      const [whole, parts] = [edgesOf(nodeCount, once), edgesOf(nodeCount, split)];
      expect(find(parts, seed).community, `network ${seed}`).toEqual(find(whole, seed).community);
    }
  });

  test("edges left out are as if they were not there, whatever they weigh", () => {
    const { kept, ...edges } = simpleEdges(seeded("kept", 1), 40);
    const weight = Float64Array.from(edges.from, (_, e) => (kept[e] === 1 ? 1 : -1));
    const there = [...kept.keys()].filter((e) => kept[e] === 1);
    const only = edgesOf(
      edges.nodeCount,
      there.map((e) => [edges.from[e]!, edges.to[e]!] as const),
    );
    expect(find({ ...edges, weight, kept }).community).toEqual(find(only).community);
  });

  test.each([
    ["a stranger", { from: [0], to: [2] }, /edge 0-2 in 2 nodes/],
    ["no weight", { from: [0], to: [1], weight: [0] }, /weight 0 of edge 0-1/],
    ["a weight below nothing", { from: [1], to: [0], weight: [-2.5] }, /weight -2.5 of edge 1-0/],
    ["a weight that is none", { from: [0], to: [1], weight: [Number.NaN] }, /weight NaN of edge 0-1/],
    ["a weight without end", { from: [0], to: [1], weight: [Number.POSITIVE_INFINITY] }, /weight Infinity of edge 0-1/],
    ["columns of two lengths", { from: [0], to: [1, 0] }, /1 sources, 2 targets/],
    ["too few weights", { from: [0, 1], to: [1, 0], weight: [1] }, /2 sources, 2 targets, 1 weights/],
  ])("refuse %s", (_, { from, to, weight }: { from: number[]; to: number[]; weight?: number[] }, message) => {
    const edges = { nodeCount: 2, from: Uint32Array.from(from), to: Uint32Array.from(to) };
    expect(() => find(weight === undefined ? edges : { ...edges, weight: Float64Array.from(weight) })).toThrow(message);
  });
});
