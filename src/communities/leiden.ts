import type { Random } from "../math/random.ts";
import { aggregate, connectedParts, densely, type Network } from "./csr.ts";
import { moveNodes } from "./local-move.ts";
import { massOf, type Objective, qualityOf, type Terms, termsOf } from "./objective.ts";
import { refine } from "./refine.ts";

/**
 * Question: into which groups does a network fall, if every group must hang together?
 *
 * Leiden (Traag, Waltman, van Eck 2019, doi 10.1038/s41598-019-41695-z) on typed columns. One iteration: nodes move to the community
 * that gains most (`local-move.ts`), communities are taken apart into well-connected parts (`refine.ts`), the parts become the nodes of a
 * coarser network that starts from the communities found, and so on until nothing moves. Each iteration starts from the partition before
 * it, so quality never falls; and what ends it is a partition into refined parts, so every community is connected.
 *
 * Pure and seeded: same network, options and stream of chance, same partition. Runs in a browser worker. Cost: O(edges) for each
 * sweep and level, in practice a few dozen; memory about 40 bytes an edge end.
 *
 * Does not show: whether the groups are more than chance (the best partition of a random network has high modularity, too), nor
 * overlapping groups. Ties are settled by chance: see how far partitions of several seeds agree.
 */
export interface LeidenOptions extends Objective {
  readonly random: Random;
  /** Partition to begin from, of any labels: every node by itself when left out. */
  readonly start?: ArrayLike<number>;
  /** Most iterations; it stops sooner when one of them changes nothing. */
  readonly iterations?: number;
}

export interface Partition {
  /** Community of each node, dense from 0, in the order in which they first appear. */
  readonly community: Uint32Array;
  readonly count: number;
  /** After each iteration. */
  readonly qualities: readonly number[];
}

const ITERATIONS = 2;

export function leiden(network: Network, options: LeidenOptions): Partition {
  const terms = termsOf(network, options);
  let { labels, count } = startFrom(network.nodeCount, options.start);
  const qualities: number[] = [];
  for (let i = 0; i < (options.iterations ?? ITERATIONS); i++) {
    const next = iterate(network, terms, labels, count, options.random);
    const isSame = i > 0 && next.count === count && next.labels.every((label, v) => label === labels[v]);
    ({ labels, count } = next);
    qualities.push(qualityOf(network, labels, count, options));
    if (isSame) break;
  }
  return { community: labels, count, qualities };
}

interface Labelled {
  readonly labels: Uint32Array;
  readonly count: number;
}

function startFrom(nodeCount: number, start: ArrayLike<number> | undefined): Labelled {
  if (start === undefined) return alone(nodeCount);
  if (start.length !== nodeCount) throw new Error(`communities: a start for ${start.length} of ${nodeCount} nodes`);
  const names = new Map<number, number>();
  const labels = new Uint32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    const known = names.get(start[v]!) ?? names.size;
    names.set(start[v]!, known);
    labels[v] = known;
  }
  return { labels, count: names.size };
}

function alone(nodeCount: number): Labelled {
  return { labels: Uint32Array.from({ length: nodeCount }, (_, v) => v), count: nodeCount };
}

/** One iteration, from a partition of the whole network to a better one of connected communities. */
function iterate(network: Network, terms: Terms, start: Uint32Array, startCount: number, random: Random): Labelled {
  let level = network;
  let { mass } = terms;
  let found: Labelled = { labels: start.slice(), count: startCount };
  /** Node of the present level that each node of the network is in. */
  let place: Uint32Array | null = null;
  for (;;) {
    const group = found.labels.slice();
    moveNodes(level, { mass, density: terms.density }, group, random);
    found = densely(group, level.nodeCount);
    if (found.count === level.nodeCount) break;
    const parts = partsOf(level, { mass, density: terms.density }, found, random);
    if (parts.count === level.nodeCount) {
      // No two nodes of any community are linked, as a start from elsewhere may have it: they begin again by themselves.
      found = parts;
      continue;
    }
    const groupOfPart = new Uint32Array(parts.count);
    for (let v = 0; v < level.nodeCount; v++) groupOfPart[parts.labels[v]!] = found.labels[v]!;
    place = place === null ? parts.labels : throughout(place, parts.labels);
    mass = massOf(mass, parts.labels, parts.count);
    level = aggregate(level, parts.labels, parts.count);
    found = { labels: groupOfPart, count: found.count };
  }
  const labels = place === null ? found.labels : throughout(place, found.labels);
  return densely(labels, found.count);
}

/** Refined parts; where chance merged nothing at all, the connected parts, which lose no quality either and let the search go on. */
function partsOf(level: Network, terms: Terms, found: Labelled, random: Random): Labelled {
  const parts = densely(refine(level, terms, found.labels, found.count, random), level.nodeCount);
  return parts.count < level.nodeCount ? parts : connectedParts(level, found.labels);
}

/** `result[v] = names[place[v]]`. */
function throughout(place: Uint32Array, names: Uint32Array): Uint32Array {
  const result = new Uint32Array(place.length);
  for (let v = 0; v < place.length; v++) result[v] = names[place[v]!]!;
  return result;
}
