import type Graph from "graphology";
import type { Attributes } from "graphology-types";
import { startsOf } from "../math/order.ts";
import { chance, seeded } from "../math/random.ts";
import { UnionFind } from "../math/union-find.ts";
import { bridgesBetweenGroups } from "./bridges.ts";
import type { Community } from "./community.ts";
import type { EdgeList } from "./edge-list.ts";
import { findCommunities } from "./find.ts";

/**
 * Question: which groups does the network fall into, and would they still be there had a few pairs been missed?
 *
 * Louvain is run `runs` times, each time with another order of nodes and with a fifth of the edges left out by chance. Edges whose ends
 * fell together in at most half of the runs that kept them are dropped, the others weighted by that share, and the runs repeated until
 * no edge is in doubt, so that the outcome hangs on no single draw. The groups are the connected parts of what stays,
 * but a single edge never makes one of two groups of ten, nor swallows a ring of three or more (`bridges.ts`). So every group is connected by evidence that survives resampling. Stability of a group = mean over runs of its best Jaccard overlap
 * with a community of that run, parted at the same single edges (Hennig 2007, doi 10.1016/j.csda.2006.11.025: below 0.5 dissolved, from 0.75 stable). Consensus after
 * Lancichinetti and Fortunato 2012, doi 10.1038/srep00336, with the co-assignment kept on edges only, which keeps it O(runs x edges).
 *
 * Resolution: every edge is a significant pair, and at most a share q of those is false. Two groups are one unless the links between
 * them are as few as false edges scattered at random would give, which in modularity is a resolution of q. With the usual 1, one
 * team of a real operation falls apart by week and by topic. A fifth as many runs at a third and at three times this resolution tell
 * whether a group is one at this resolution only.
 *
 * Does not show: overlapping groups; an account belongs to one community at most.
 */
export interface ConsensusOptions {
  readonly seed: number;
  readonly runs: number;
  readonly resolution: number;
  /** Smaller groups are left out. */
  readonly minSize: number;
}

const EDGES_KEPT = 0.8;
/** Rounds of runs on the outcome of the runs before; most networks settle in two. */
const ROUNDS = 5;
/** Two groups of this size or more are not one because of a single pair; smaller ones are called tails, and stay, unless dense. */
const BRIDGED_SIZE = 10;

/** How much finer and coarser the resolutions are at which groups are looked for again. */
const RESOLUTION_STEP = 3;

export function consensusCommunities(
  graph: Graph<Attributes, { weight: number }>,
  options: ConsensusOptions,
): Community[] {
  const nodes = graph.nodes();
  const index = new Map(nodes.map((node, i) => [node, i]));
  const network = edgesOf(graph, index);
  const first = runsOf(network, network.weight, options, 0);
  let last = first;
  for (let round = 1; round < ROUNDS && !isSettled(last); round++) {
    const weight = network.weight.map((own, e) => (shareOf(last, e) > 0.5 ? own * shareOf(last, e) : 0));
    last = runsOf(network, weight, options, round);
  }
  const { from, to } = network;
  const lasting = Uint32Array.from(from.keys()).filter((e) => shareOf(last, e) > 0.5);
  const bridges = bridgesBetweenGroups(nodes.length, from, to, lasting, BRIDGED_SIZE);
  const parts = new UnionFind(nodes.length);
  for (const e of lasting) if (!bridges.has(e)) parts.join(from[e]!, to[e]!);
  const groups = parts.groups().filter((members) => members.length >= options.minSize);
  const inside = membershipOf(nodes.length, network, first, parts);
  // Also those that no longer count: in the runs they did, and a group that is apart for good was swallowed in many of them.
  const narrow = new Set([
    ...bridges,
    ...bridgesBetweenGroups(nodes.length, from, to, Uint32Array.from(from.keys()), BRIDGED_SIZE),
  ]);
  const stabilityIn = (partitions: readonly Uint32Array[]): ((members: readonly number[]) => number) => {
    const parted = partitions.map((partition) => partedAt(narrow, partition, network));
    const sizes = parted.map((partition) => startsOf(partition, nodes.length));
    return (members) => stabilityOf(members, parted, sizes);
  };
  const here = stabilityIn(first.partitions);
  const beyond = [1 / RESOLUTION_STEP, RESOLUTION_STEP].map((factor, i) => {
    const changed = { ...options, resolution: options.resolution * factor, runs: Math.ceil(options.runs / 5) };
    return stabilityIn(runsOf(network, network.weight, changed, ROUNDS + i).partitions);
  });
  return groups.map((members) => ({
    nodes: members.map((i) => nodes[i]!),
    stability: here(members),
    beyondResolution: Math.max(...beyond.map((stability) => stability(members))),
    membership: members.map((i) => inside[i]!),
  }));
}

type Network = Required<Omit<EdgeList, "kept">>;

/** Partitions of many runs, and for each edge in how many it was kept, and in how many of those its ends fell together. */
interface Runs {
  readonly partitions: readonly Uint32Array[];
  readonly together: Uint16Array;
  readonly present: Uint16Array;
}

/** @param weight 0 leaves an edge out */
function runsOf(network: Network, weight: Float64Array, options: ConsensusOptions, round: number): Runs {
  const { from, to } = network;
  const { resolution } = options;
  const together = new Uint16Array(from.length);
  const present = new Uint16Array(from.length);
  const partitions: Uint32Array[] = [];
  for (let run = 0; run < options.runs; run++) {
    const random = seeded(options.seed, "consensus", round, run);
    const kept = Uint8Array.from(weight, (one) => (chance(random, EDGES_KEPT) && one > 0 ? 1 : 0));
    const search = { method: "louvain", resolution, random } as const;
    const partition = findCommunities({ ...network, weight, kept }, search).community;
    partitions.push(partition);
    for (let e = 0; e < from.length; e++) {
      if (kept[e] === 0) continue;
      present[e]!++;
      if (partition[from[e]!] === partition[to[e]!]) together[e]!++;
    }
  }
  return { partitions, together, present };
}

function shareOf({ together, present }: Runs, e: number): number {
  return present[e] === 0 ? 0 : together[e]! / present[e]!;
}

/** No edge is in doubt any more. */
function isSettled(runs: Runs): boolean {
  for (let e = 0; e < runs.present.length; e++) {
    const share = shareOf(runs, e);
    if (share > 0.1 && share < 0.9) return false;
  }
  return true;
}

function edgesOf(graph: Graph<Attributes, { weight: number }>, index: ReadonlyMap<string, number>): Network {
  const from = new Uint32Array(graph.size);
  const to = new Uint32Array(graph.size);
  const weight = new Float64Array(graph.size);
  let e = 0;
  graph.forEachEdge((_, attributes, source, target) => {
    if (!(attributes.weight > 0)) throw new Error(`communities: weight ${attributes.weight} is not positive`);
    from[e] = index.get(source)!;
    to[e] = index.get(target)!;
    weight[e++] = attributes.weight;
  });
  return { nodeCount: graph.order, from, to, weight };
}

/** Communities fall apart where only a bridge holds them together; as it is where there is no bridge. */
function partedAt(bridges: ReadonlySet<number>, partition: Uint32Array, { from, to }: Network): Uint32Array {
  if (bridges.size === 0) return partition;
  const parts = new UnionFind(partition.length);
  for (let e = 0; e < from.length; e++) {
    if (!bridges.has(e) && partition[from[e]!] === partition[to[e]!]) parts.join(from[e]!, to[e]!);
  }
  return partition.map((_, node) => parts.find(node));
}

/** @param starts for each partition, where each community begins once nodes are ordered by community: its size by subtraction */
function stabilityOf(
  members: readonly number[],
  partitions: readonly Uint32Array[],
  starts: readonly Uint32Array[],
): number {
  let sum = 0;
  for (const [run, partition] of partitions.entries()) {
    const inside = new Map<number, number>();
    for (const i of members) inside.set(partition[i]!, (inside.get(partition[i]!) ?? 0) + 1);
    let best = 0;
    for (const [community, shared] of inside) {
      const size = starts[run]![community + 1]! - starts[run]![community]!;
      best = Math.max(best, shared / (members.length + size - shared));
    }
    sum += best;
  }
  return partitions.length === 0 ? 0 : sum / partitions.length;
}

function membershipOf(nodeCount: number, { from, to }: Network, runs: Runs, parts: UnionFind): Float64Array {
  const kept = new Float64Array(nodeCount);
  const all = new Float64Array(nodeCount);
  for (let e = 0; e < from.length; e++) {
    if (parts.find(from[e]!) !== parts.find(to[e]!)) continue;
    for (const node of [from[e]!, to[e]!]) {
      kept[node]! += runs.together[e]!;
      all[node]! += runs.present[e]!;
    }
  }
  return kept.map((sum, node) => (all[node]! > 0 ? sum / all[node]! : 0));
}
