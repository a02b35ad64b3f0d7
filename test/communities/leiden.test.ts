import { describe, expect, test } from "vitest";
import { aggregate, connectedParts, densely, networkOf } from "../../src/communities/csr.ts";
import { leiden } from "../../src/communities/leiden.ts";
import { louvainOf } from "../../src/communities/louvain.ts";
import { type Objective, qualityOf } from "../../src/communities/objective.ts";
import { adjustedRandIndex } from "../../src/math/rand-index.ts";
import { between, chance, seeded, shuffle } from "../../src/math/random.ts";
import { csrOf, type Edges, edgesOf, faultsOf, KARATE, partitionsOf, randomEdges, ringOfCliques } from "./networks.ts";

const MODULARITY: Objective = { kind: "modularity", resolution: 1 };

/** Any objective, resolutions from next to nothing to far too much. */
function anyObjective(seed: number): Objective {
  const random = seeded("objective", seed);
  return { kind: chance(random, 0.5) ? "modularity" : "cpm", resolution: Math.exp(6 * random() - 4) };
}

describe("Leiden on ten thousand random networks", () => {
  const RUNS = 10_000;
  test("puts every node into exactly one community, each of which hangs together; quality never falls", () => {
    for (let seed = 0; seed < RUNS; seed++) {
      const random = seeded("network", seed);
      const network = csrOf(randomEdges(random, 24));
      const objective = anyObjective(seed);
      // Half of them begin with groups that chance threw together, mostly in pieces.
      const start = chance(random, 0.5)
        ? Array.from({ length: network.nodeCount }, () => between(random, 0, 4))
        : undefined;
      const { community, count, qualities } = leiden(network, {
        ...objective,
        random: seeded(seed),
        iterations: 4,
        ...(start === undefined ? {} : { start }),
      });
      expect(faultsOf(network, community, count), `network ${seed}`).toEqual([]);
      const begin = start === undefined ? [...community.keys()] : start;
      const labels = densely(Uint32Array.from(begin), 1 + Math.max(0, ...begin));
      let before = qualityOf(network, labels.labels, labels.count, objective);
      for (const quality of qualities) {
        expect(quality, `network ${seed}`).toBeGreaterThanOrEqual(before - 1e-9 * (1 + Math.abs(before)));
        before = quality;
      }
      expect(qualities.at(-1)).toBe(qualityOf(network, community, count, objective));
    }
  });

  test("leaves no two communities that would be better as one, and in the end no node that would be better elsewhere", () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded("optimal", seed);
      const network = csrOf(randomEdges(random, 20));
      const objective = anyObjective(seed);
      const start = Array.from({ length: network.nodeCount }, () => between(random, 0, 3));
      for (const [iterations, options] of [
        [1, {}],
        [1, { start }],
        [50, {}],
      ] as const) {
        const { community, count, qualities } = leiden(network, {
          ...objective,
          ...options,
          random: seeded(seed),
          iterations,
        });
        const quality = qualities.at(-1)!;
        const noBetter = (labels: Uint32Array, what: string) =>
          expect(qualityOf(network, labels, count + 1, objective), `network ${seed}, ${what}`).toBeLessThanOrEqual(
            quality + 1e-9 * (1 + Math.abs(quality)),
          );
        for (let one = 0; one < count; one++) {
          for (let other = 0; other < one; other++)
            noBetter(
              community.map((label) => (label === one ? other : label)),
              `${one} with ${other}`,
            );
        }
        if (iterations === 1) continue;
        for (let v = 0; v < network.nodeCount; v++) {
          for (let other = 0; other <= count; other++)
            noBetter(
              community.map((label, at) => (at === v ? other : label)),
              `node ${v} to ${other}`,
            );
        }
      }
    }
  });

  test("reaches the best partition there is in nearly all small ones", () => {
    let reached = 0;
    const tries = 300;
    for (let seed = 0; seed < tries; seed++) {
      const network = csrOf(randomEdges(seeded("small", seed), 8));
      const objective: Objective = {
        kind: seed % 2 === 0 ? "modularity" : "cpm",
        resolution: seed % 3 === 0 ? 0.5 : 1,
      };
      let best = Number.NEGATIVE_INFINITY;
      for (const labels of partitionsOf(network.nodeCount)) {
        best = Math.max(best, qualityOf(network, labels, network.nodeCount, objective));
      }
      const { qualities } = leiden(network, { ...objective, random: seeded(seed), iterations: 10 });
      expect(qualities.at(-1)!).toBeLessThanOrEqual(best + 1e-9);
      if (qualities.at(-1)! >= best - 1e-9) reached++;
    }
    expect(reached / tries).toBeGreaterThanOrEqual(0.95);
  });
});

describe("Leiden on networks whose groups are known", () => {
  test("the karate club at its best modularity", () => {
    const network = csrOf(KARATE);
    const best = Math.max(
      ...Array.from(
        { length: 10 },
        (_, seed) => leiden(network, { ...MODULARITY, random: seeded(seed), iterations: 10 }).qualities.at(-1)!,
      ),
    );
    expect(best).toBeCloseTo(0.4197896, 6);
  });

  test("a ring of cliques: CPM finds each; modularity merges neighbours, as its resolution limit has it", () => {
    const network = csrOf(ringOfCliques(30, 5));
    const cliques = Uint32Array.from({ length: 150 }, (_, v) => Math.floor(v / 5));
    const cpm = leiden(network, { kind: "cpm", resolution: 0.3, random: seeded(1) });
    expect(adjustedRandIndex(cpm.community, cliques)).toBe(1);
    const modularity = leiden(network, { ...MODULARITY, random: seeded(1), iterations: 10 });
    expect(modularity.count).toBeLessThan(30);
    expect(modularity.qualities.at(-1)!).toBeGreaterThan(qualityOf(network, cliques, 30, MODULARITY));
  });

  test("without any edge, and with loops alone, everybody stays alone", () => {
    expect(leiden(csrOf(edgesOf(4, [])), { ...MODULARITY, random: seeded(1) }).count).toBe(4);
    expect(leiden(csrOf(edgesOf(4, [[1, 1, 9]])), { ...MODULARITY, random: seeded(1) }).count).toBe(4);
    expect(leiden(csrOf(edgesOf(0, [])), { ...MODULARITY, random: seeded(1) }).count).toBe(0);
  });

  test("at resolution 0 the connected parts are the groups", () => {
    for (let seed = 0; seed < 200; seed++) {
      const network = csrOf(randomEdges(seeded("parts", seed), 20));
      const whole = connectedParts(network, new Uint32Array(network.nodeCount));
      const { community } = leiden(network, { kind: "cpm", resolution: 0, random: seeded(seed), iterations: 10 });
      expect(adjustedRandIndex(community, whole.labels)).toBe(1);
    }
  });
});

describe("Leiden is repeatable", () => {
  const network = csrOf(plantedEdges(3));

  test("same seed, same partition; another seed, nearly the same", () => {
    const first = leiden(network, { ...MODULARITY, random: seeded(5) });
    expect(leiden(network, { ...MODULARITY, random: seeded(5) })).toEqual(first);
    const other = leiden(network, { ...MODULARITY, random: seeded(6) });
    expect(Math.abs(other.qualities.at(-1)! - first.qualities.at(-1)!)).toBeLessThan(0.01);
  });

  test("the order of nodes changes quality but slightly", () => {
    const edges = plantedEdges(4);
    const quality = leiden(csrOf(edges), { ...MODULARITY, random: seeded(1) }).qualities.at(-1)!;
    for (let seed = 0; seed < 10; seed++) {
      const names = Uint32Array.from(shuffle(seeded("names", seed), [...Array(edges.nodeCount).keys()]));
      const renamed = { ...edges, from: edges.from.map((v) => names[v]!), to: edges.to.map((v) => names[v]!) };
      const again = leiden(csrOf(renamed), { ...MODULARITY, random: seeded(1) });
      expect(Math.abs(again.qualities.at(-1)! - quality)).toBeLessThan(0.01);
    }
  });

  test("weights in other units change nothing of modularity's groups", () => {
    const edges = plantedEdges(5);
    const scaled = { ...edges, weight: edges.weight.map((weight) => weight * 1024) };
    const [plain, thousandfold] = [edges, scaled].map((one) =>
      leiden(csrOf(one), { ...MODULARITY, random: seeded(1), iterations: 10 }),
    );
    expect(Math.abs(plain!.qualities.at(-1)! - thousandfold!.qualities.at(-1)!)).toBeLessThan(0.01);
  });

  test("from a partition that is good already it keeps its quality", () => {
    const good = leiden(network, { ...MODULARITY, random: seeded(1), iterations: 10 });
    const again = leiden(network, { ...MODULARITY, random: seeded(2), start: good.community, iterations: 1 });
    expect(again.qualities[0]!).toBeGreaterThanOrEqual(good.qualities.at(-1)! - 1e-12);
    expect(adjustedRandIndex(again.community, good.community)).toBeGreaterThan(0.95);
  });

  test("is at least as good as Louvain", () => {
    const { nodeCount, from, to, weight } = plantedEdges(6);
    const network = networkOf(nodeCount, from, to, weight);
    const own = leiden(network, { ...MODULARITY, random: seeded(1) });
    const theirs = louvainOf(nodeCount, from, to, weight, new Uint8Array(from.length).fill(1), 1, seeded(1));
    expect(qualityOf(network, own.community, own.count, MODULARITY)).toBeGreaterThanOrEqual(
      qualityOf(network, theirs, nodeCount, MODULARITY) - 0.005,
    );
  });
});

describe("columns of a network", () => {
  test("merging groups keeps all weight and the quality of every partition", () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded("merge", seed);
      const network = csrOf(randomEdges(random, 12));
      const parts = densely(
        Uint32Array.from({ length: network.nodeCount }, () => between(random, 0, 5)),
        6,
      );
      const coarse = aggregate(network, parts.labels, parts.count);
      const over = Uint32Array.from({ length: parts.count }, () => between(random, 0, 1));
      const fine = parts.labels.map((part) => over[part]!);
      expect(qualityOf(coarse, over, 2, MODULARITY)).toBeCloseTo(qualityOf(network, fine, 2, MODULARITY), 12);
    }
  });

  test.each([
    ["a stranger", () => networkOf(2, Uint32Array.of(0), Uint32Array.of(2)), /edge 0-2 in 2 nodes/],
    ["no weight", () => networkOf(2, Uint32Array.of(0), Uint32Array.of(1), Float64Array.of(0)), /weight 0 of edge 0-1/],
    [
      "a weight that is none",
      () => networkOf(2, Uint32Array.of(0), Uint32Array.of(1), Float64Array.of(Number.NaN)),
      /NaN/,
    ],
    ["columns of two lengths", () => networkOf(2, Uint32Array.of(0), Uint32Array.of(1, 0)), /1 sources, 2 targets/],
    [
      "a start of another network",
      () => leiden(csrOf(KARATE), { ...MODULARITY, random: seeded(1), start: [0] }),
      /start for 1 of 34/,
    ],
    ["no resolution", () => leiden(csrOf(KARATE), { kind: "cpm", resolution: -1, random: seeded(1) }), /resolution -1/],
  ])("refuse %s", (_, call, message) => {
    expect(call).toThrow(message);
  });
});

/** Twenty groups of thirty, a third of the edges anywhere; no loops, no pair twice. */
function plantedEdges(seed: number): Edges {
  const random = seeded("planted", seed);
  const list = new Map<string, [number, number, number]>();
  while (list.size < 4000) {
    const a = between(random, 0, 599);
    const b = chance(random, 0.33) ? between(random, 0, 599) : 30 * Math.floor(a / 30) + between(random, 0, 29);
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    if (low !== high) list.set(`${low} ${high}`, [low, high, 0.5 + random()]);
  }
  return edgesOf(600, [...list.values()]);
}
