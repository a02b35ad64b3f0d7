import type { Random } from "../math/random.ts";
import { aggregate } from "./aggregate.ts";
import { type Network, networkOf } from "./csr.ts";
import type { EdgeList } from "./edge-list.ts";
import { alone, connectedParts, densely, type Labelled, labelled, type Partition } from "./labels.ts";
import { moveNodes } from "./local-move.ts";
import { massOf, type Objective, qualityOf, type Terms, termsOf } from "./objective.ts";
import { refine } from "./refine.ts";
import { type Room, roomFor } from "./room.ts";

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

export interface LeidenPartition extends Partition {
  /** After each iteration. */
  readonly qualities: readonly number[];
}

const ITERATIONS = 2;

export function leiden(network: Network, options: LeidenOptions): LeidenPartition {
  const { nodeCount } = network;
  const { start, random } = options;
  if (start !== undefined && start.length !== nodeCount) {
    throw new Error(`communities: a start for ${start.length} of ${nodeCount} nodes`);
  }
  const terms = termsOf(network, options);
  const room = roomFor(nodeCount);
  let found = start === undefined ? alone(nodeCount) : labelled(start);
  const qualities: number[] = [];
  for (let i = 0; i < (options.iterations ?? ITERATIONS); i++) {
    const { coarsest, ...next } = iterate(network, terms, found, random, room);
    const isSame = i > 0 && next.count === found.count && next.labels.every((label, v) => label === found.labels[v]);
    found = next;
    // Of one node for each community: the same quality, at a thousandth of the edges.
    qualities.push(qualityOf(coarsest, alone(coarsest.nodeCount).labels, coarsest.nodeCount, options));
    if (isSame) break;
  }
  return { community: found.labels, count: found.count, qualities };
}

/** The same from an edge list. @throws as `checkEdges` */
export const leidenOf = (edges: EdgeList, options: LeidenOptions): LeidenPartition => leiden(networkOf(edges), options);

/** One iteration, from a partition of the whole network to a better one of connected communities, and the network of these. */
function iterate(
  network: Network,
  { mass: first, density, tolerance }: Terms,
  start: Labelled,
  random: Random,
  room: Room,
): Labelled & { readonly coarsest: Network } {
  let level = network;
  let terms: Terms = { mass: first, density, tolerance };
  let found: Labelled = { labels: start.labels.slice(), count: start.count };
  /** Node of the present level that each node of the network is in. */
  const place = alone(network.nodeCount).labels;
  for (;;) {
    moveNodes(level, terms, found.labels, random, room);
    found = densely(found.labels, level.nodeCount);
    if (found.count === level.nodeCount) return { ...densely(place, level.nodeCount), coarsest: level };
    const parts = partsOf(level, terms, found, random, room);
    if (parts.count === level.nodeCount) {
      // No two nodes of any community are linked, as a start from elsewhere may have it: they begin again by themselves.
      found = parts;
      continue;
    }
    const groupOfPart = new Uint32Array(parts.count);
    for (let v = 0; v < level.nodeCount; v++) groupOfPart[parts.labels[v]!] = found.labels[v]!;
    for (let v = 0; v < place.length; v++) place[v] = parts.labels[place[v]!]!;
    terms = { ...terms, mass: massOf(terms.mass, parts.labels, parts.count) };
    level = aggregate(level, parts.labels, parts.count, room);
    found = { labels: groupOfPart, count: found.count };
  }
}

/** Refined parts; where chance merged nothing at all, the connected parts, which lose no quality either and let the search go on. */
function partsOf(level: Network, terms: Terms, found: Labelled, random: Random, room: Room): Labelled {
  const parts = densely(refine(level, terms, found.labels, found.count, random, room), level.nodeCount);
  return parts.count < level.nodeCount ? parts : connectedParts(level, found.labels);
}
