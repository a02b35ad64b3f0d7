import { expect, test } from "vitest";
import { connectedParts, densely } from "../../src/communities/labels.ts";
import { qualityOf, termsOf } from "../../src/communities/objective.ts";
import { refine } from "../../src/communities/refine.ts";
import { roomFor } from "../../src/communities/room.ts";
import { between, seeded } from "../../src/math/random.ts";
import { csrOf, type Edges, edgesOf, randomEdges } from "./networks.ts";

/** Parts of a network that is one community. */
function partsOf(edges: Edges, resolution: number, seed: number): Uint32Array {
  const network = csrOf(edges);
  const whole = new Uint32Array(edges.nodeCount);
  const terms = termsOf(network, { kind: "cpm", resolution });
  return refine(network, terms, whole, 1, seeded("refine", seed), roomFor(edges.nodeCount));
}

const RUNS = 4000;
const share = (isTrue: (seed: number) => boolean): number =>
  [...Array(RUNS).keys()].filter((seed) => isTrue(seed)).length / RUNS;

test("two nodes merge at the odds of the paper: exp(gain / 0.01) against 1 for staying alone, each in turn", () => {
  const pair = (gain: number) =>
    share((seed) => {
      const parts = partsOf(edgesOf(2, [[0, 1, gain]]), 0, seed);
      return parts[0] === parts[1];
    });
  // Each of the two is asked once unless the first has come already: 1 - 1 / (1 + e)^2.
  for (const gain of [0.01, 0.02]) expect(pair(gain)).toBeCloseTo(1 - 1 / (1 + Math.exp(gain / 0.01)) ** 2, 1.5);
  expect(pair(1)).toBe(1);
  expect(pair(1e-9)).toBeCloseTo(0.75, 1.5);
});

test("of two parts the better one is likelier, not certain", () => {
  const triple = edgesOf(3, [
    [0, 1, 10],
    [0, 2, 10.01],
  ]);
  // Only runs in which the node in the middle came first: it alone had the choice.
  const joined = [...Array(RUNS).keys()].map((seed) => partsOf(triple, 5, seed)).filter((parts) => parts[0] !== 0);
  const second = joined.filter((parts) => parts[0] === 2).length / joined.length;
  expect(second).toBeCloseTo(Math.E / (1 + Math.E), 1.3);
});

test("who is tied too loosely to the community stays alone, and nobody joins them", () => {
  const tailed = edgesOf(4, [
    [0, 1],
    [0, 2],
    [1, 2],
    [2, 3],
  ]);
  // One link to three others: less than half of what there could be, more than three tenths.
  expect(share((seed) => partsOf(tailed, 0.5, seed).filter((part) => part === 3).length !== 1)).toBe(0);
  expect(share((seed) => partsOf(tailed, 0.3, seed)[3] !== 3)).toBeGreaterThan(0.2);
});

test("parts lie within their community, hang together, and are no worse than everybody alone", () => {
  for (let seed = 0; seed < 1000; seed++) {
    const random = seeded("communities", seed);
    const network = csrOf(randomEdges(random, 20));
    const drawn = Uint32Array.from({ length: network.nodeCount }, () => between(random, 0, 3));
    const group = densely(drawn, 4);
    const objective = { kind: seed % 2 === 0 ? "cpm" : "modularity", resolution: 2 * random() } as const;
    const terms = termsOf(network, objective);
    const found = refine(network, terms, group.labels, group.count, random, roomFor(network.nodeCount));
    const parts = densely(found, network.nodeCount);
    const groupOf = new Map<number, number>();
    parts.labels.forEach((part, v) => {
      expect(groupOf.get(part) ?? group.labels[v]).toBe(group.labels[v]);
      groupOf.set(part, group.labels[v]!);
    });
    expect(connectedParts(network, parts.labels).count, `network ${seed}`).toBe(parts.count);
    const alone = Uint32Array.from({ length: network.nodeCount }, (_, v) => v);
    const before = qualityOf(network, alone, network.nodeCount, objective);
    expect(qualityOf(network, parts.labels, parts.count, objective)).toBeGreaterThanOrEqual(
      before - 1e-9 * (1 + Math.abs(before)),
    );
  }
});
