import { describe, expect, test } from "vitest";
import { aggregate } from "../../src/communities/aggregate.ts";
import { connectedParts, densely } from "../../src/communities/labels.ts";
import { leiden } from "../../src/communities/leiden.ts";
import { type Objective, qualityOf } from "../../src/communities/objective.ts";
import { roomFor } from "../../src/communities/room.ts";
import { adjustedRandIndex } from "../../src/math/rand-index.ts";
import { between, chance, seeded, shuffle } from "../../src/math/random.ts";
import {
  csrOf,
  edgesOf,
  faultsOf,
  KARATE,
  partitionsOf,
  plantedEdges,
  randomEdges,
  ringOfCliques,
} from "./networks.ts";

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
      const told = qualities.at(-1)!;
      const own = qualityOf(network, community, count, objective);
      expect(Math.abs(told - own), `network ${seed}`).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(own)));
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

  test("never passes the best partition there is of a small one, and the best of a few seeds reaches it", () => {
    let first = 0;
    const tries = 400;
    for (let seed = 0; seed < tries; seed++) {
      const network = csrOf(randomEdges(seeded("small", seed), 8));
      const objective: Objective = {
        kind: seed % 2 === 0 ? "modularity" : "cpm",
        resolution: ([0.25, 0.5, 1] as const)[seed % 3]!,
      };
      let best = Number.NEGATIVE_INFINITY;
      for (const labels of partitionsOf(network.nodeCount)) {
        best = Math.max(best, qualityOf(network, labels, network.nodeCount, objective));
      }
      const rounding = 1e-9 * (1 + Math.abs(best));
      const found = Array.from(
        { length: 10 },
        (_, run) => leiden(network, { ...objective, random: seeded(seed, run), iterations: 10 }).qualities.at(-1)!,
      );
      expect(Math.max(...found), `network ${seed}`).toBeLessThanOrEqual(best + rounding);
      expect(Math.max(...found), `network ${seed}`).toBeGreaterThanOrEqual(best - rounding);
      if (found[0]! >= best - rounding) first++;
    }
    expect(first / tries).toBeGreaterThanOrEqual(0.95);
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
});

describe("columns of a network", () => {
  test("merging groups, and groups of those, keeps all weight and the quality of every partition", () => {
    for (let seed = 0; seed < 200; seed++) {
      const random = seeded("merge", seed);
      const network = csrOf(randomEdges(random, 24));
      const room = roomFor(network.nodeCount);
      let [level, place] = [network, Uint32Array.from({ length: network.nodeCount }, (_, v) => v)];
      for (const groups of [11, 7, 5, 3]) {
        const drawn = Uint32Array.from({ length: level.nodeCount }, () => between(random, 0, groups));
        const parts = densely(drawn, groups + 1);
        level = aggregate(level, parts.labels, parts.count, room);
        place = place.map((at) => parts.labels[at]!);
        const over = Uint32Array.from({ length: parts.count }, () => between(random, 0, 1));
        const fine = place.map((at) => over[at]!);
        for (const kind of ["modularity", "cpm"] as const) {
          const [own, theirs] = [
            qualityOf(level, over, 2, { kind, resolution: 0.7 }),
            qualityOf(network, fine, 2, { kind, resolution: 0.7 }),
          ];
          expect(Math.abs(own - theirs)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(theirs)));
        }
      }
    }
  });

  test.each([
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
