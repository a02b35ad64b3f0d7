import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import type { Random } from "../math/random.ts";

/**
 * Louvain (Blondel et al. 2008, doi 10.1088/1742-5468/2008/10/P10008) by graphology, on the edges marked in `kept`.
 *
 * @returns community of each node; numbers have no meaning beyond this call
 */
export function louvainOf(
  nodeCount: number,
  from: Uint32Array,
  to: Uint32Array,
  weight: Float64Array,
  kept: Uint8Array,
  resolution: number,
  random: Random,
): Uint32Array {
  const graph = new Graph({ type: "undirected" });
  for (let node = 0; node < nodeCount; node++) graph.addNode(node);
  for (let e = 0; e < from.length; e++) {
    if (kept[e] === 1) graph.addUndirectedEdge(from[e]!, to[e]!, { weight: weight[e]! });
  }
  const communities = new Uint32Array(nodeCount);
  if (graph.size === 0) return communities.map((_, node) => node);
  const assigned = louvain(graph, { resolution, rng: random, getEdgeWeight: "weight" });
  for (let node = 0; node < nodeCount; node++) communities[node] = assigned[node]!;
  return communities;
}
