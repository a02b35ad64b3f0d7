import { type Network, strengthsOf } from "./csr.ts";

/**
 * What a good partition is. Both measures have one form: weight inside communities, less `density` times half the square of their mass,
 * so one search serves both.
 *
 * - Modularity (Newman and Girvan 2004, doi 10.1103/PhysRevE.69.026113, with the resolution of Reichardt and Bornholdt 2006): mass of a
 *   node is its strength, density is resolution / 2m. Has a resolution limit: groups far smaller than the network are merged.
 * - Constant Potts model, CPM (Traag, Van Dooren, Nesterov 2011, doi 10.1103/PhysRevE.84.016114): mass of a node is the number of nodes
 *   it stands for, density is the resolution, read as the least share of pairs that must be linked (in weight). No resolution limit.
 */
export interface Objective {
  readonly kind: "modularity" | "cpm";
  readonly resolution: number;
}

/** The objective made ready for one network: coarser ones keep `density` and `tolerance`, and add up `mass`. */
export interface Terms {
  readonly mass: Float64Array;
  readonly density: number;
  /** Gains below this are rounding: without it, two nodes could swap places for ever. A millionth of a millionth of all weight. */
  readonly tolerance: number;
}

const ROUNDING = 1e-12;

export function termsOf(network: Network, { kind, resolution }: Objective): Terms {
  if (!(resolution >= 0 && resolution < Number.POSITIVE_INFINITY)) {
    throw new Error(`communities: resolution ${resolution}`);
  }
  const strengths = strengthsOf(network);
  const ends = strengths.reduce((sum, own) => sum + own, 0);
  const tolerance = ROUNDING * ends;
  if (kind === "cpm") return { mass: network.size, density: resolution, tolerance };
  return { mass: strengths, density: ends === 0 ? 0 : resolution / ends, tolerance };
}

/** Mass of each group. */
export function massOf(mass: Float64Array, group: Uint32Array, groupCount: number): Float64Array {
  const sums = new Float64Array(groupCount);
  for (let v = 0; v < group.length; v++) sums[group[v]!]! += mass[v]!;
  return sums;
}

/**
 * Quality of a partition as it is published: modularity between -1 and 1; CPM as weight inside, less resolution times the pairs inside.
 *
 * @param group of each node, below `groupCount`
 */
export function qualityOf(network: Network, group: Uint32Array, groupCount: number, objective: Objective): number {
  const { nodeCount, starts, target, weight, loop } = network;
  const { mass, density } = termsOf(network, objective);
  let inside = 0;
  let ends = 0;
  for (let v = 0; v < nodeCount; v++) {
    inside += 2 * loop[v]!;
    ends += 2 * loop[v]!;
    for (let e = starts[v]!, end = starts[v + 1]!; e < end; e++) {
      ends += weight[e]!;
      if (group[target[e]!] === group[v]) inside += weight[e]!;
    }
  }
  let squares = 0;
  for (const sum of massOf(mass, group, groupCount)) squares += sum * sum;
  if (objective.kind === "modularity") return ends === 0 ? 0 : (inside - density * squares) / ends;
  let own = 0;
  for (let v = 0; v < nodeCount; v++) own += mass[v]!;
  return inside / 2 - (density * (squares - own)) / 2;
}
