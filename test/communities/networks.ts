import { type Network, networkOf } from "../../src/communities/csr.ts";
import type { EdgeList } from "../../src/communities/edge-list.ts";
import { connectedParts, densely } from "../../src/communities/labels.ts";
import { between, chance, type Random, seeded } from "../../src/math/random.ts";

export type Edges = Required<Omit<EdgeList, "kept">>;

export function edgesOf(nodeCount: number, list: readonly (readonly [number, number, number?])[]): Edges {
  return {
    nodeCount,
    from: Uint32Array.from(list, ([a]) => a),
    to: Uint32Array.from(list, ([, b]) => b),
    weight: Float64Array.from(list, ([, , weight]) => weight ?? 1),
  };
}

export const csrOf = (edges: Edges): Network => networkOf(edges);

/** Few or many edges, some doubled, some loops, weights of very different size. */
export function randomEdges(random: Random, most: number): Edges {
  const nodeCount = between(random, 1, most);
  const share = random() ** 2;
  const isWeighted = chance(random, 0.5);
  const list: [number, number, number][] = [];
  for (let a = 0; a < nodeCount; a++) {
    for (let b = a; b < nodeCount; b++) {
      if (!chance(random, a === b ? 0.05 : share)) continue;
      list.push([a, b, isWeighted ? Math.exp(8 * random() - 4) : 1]);
      if (chance(random, 0.05)) list.push([b, a, 1]);
    }
  }
  return edgesOf(nodeCount, list);
}

/** `count` cliques of `size`, each tied to the next by one edge. */
export function ringOfCliques(count: number, size: number): Edges {
  const list: [number, number][] = [];
  for (let c = 0; c < count; c++) {
    for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) list.push([c * size + a, c * size + b]);
    list.push([c * size, ((c + 1) % count) * size + 1]);
  }
  return edgesOf(count * size, list);
}

/** Communities that do not hang together, and labels that are not 0, 1, 2 ...: there should be none. */
export function faultsOf(network: Network, community: Uint32Array, count: number): string[] {
  const faults: string[] = [];
  if (community.length !== network.nodeCount) faults.push(`${community.length} labels of ${network.nodeCount} nodes`);
  if (new Set(community).size !== count) faults.push(`${count} said, ${new Set(community).size} there`);
  if (densely(community, network.nodeCount + 1).labels.some((label, v) => label !== community[v]))
    faults.push("labels are not dense");
  const parts = connectedParts(network, community).count;
  if (parts !== count) faults.push(`${count} communities fall into ${parts} connected parts`);
  return faults;
}

/** Every way to part n things, each as labels that first appear in order (restricted growth). */
export function* partitionsOf(n: number): Generator<Uint32Array> {
  const labels = new Uint32Array(n);
  function* grow(at: number, used: number): Generator<Uint32Array> {
    if (at === n) yield labels;
    else
      for (let label = 0; label <= used; label++) {
        labels[at] = label;
        yield* grow(at + 1, Math.max(used, label + 1));
      }
  }
  yield* grow(0, 0);
}

/** Zachary's karate club (1977): 34 members, 78 friendships. */
export const KARATE: Edges = edgesOf(
  34,
  `1-2 1-3 2-3 1-4 2-4 3-4 1-5 1-6 1-7 5-7 6-7 1-8 2-8 3-8 4-8 1-9 3-9 3-10 1-11 5-11 6-11 1-12 1-13 4-13 1-14 2-14 3-14 4-14 6-17 7-17
   1-18 2-18 1-20 2-20 1-22 2-22 24-26 25-26 3-28 24-28 25-28 3-29 24-30 27-30 2-31 9-31 1-32 25-32 26-32 29-32 3-33 9-33 15-33 16-33
   19-33 21-33 23-33 24-33 30-33 31-33 32-33 9-34 10-34 14-34 15-34 16-34 19-34 20-34 21-34 23-34 24-34 27-34 28-34 29-34 30-34 31-34
   32-34 33-34`
    .split(/\s+/)
    .map((edge): [number, number] => {
      const [a = 0, b = 0] = edge.split("-").map(Number);
      return [a - 1, b - 1];
    }),
);

/** Twenty groups of thirty, a third of the edges anywhere; no loops, no pair twice. */
export function plantedEdges(seed: number): Edges {
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
