import type Graph from "graphology";
import louvain from "graphology-communities-louvain";
import type { Random } from "../math/random.ts";
import { checkEdges, type EdgeList } from "./edge-list.ts";
import { alone, densely, type Partition } from "./labels.ts";

/**
 * Louvain (Blondel et al. 2008, doi 10.1088/1742-5468/2008/10/P10008) by graphology: greedy moves and merging, no refinement, so that a
 * community may fall apart inside; see `leiden.ts`. Cost: O(edges) a sweep, few sweeps.
 *
 * What costs in graphology is the graph (4.5 s for 858,000 edges, five times the search), and its Louvain copies it into typed arrays
 * first thing. `viewOf` answers the few questions it asks of a graph from the columns instead: the same partition, to the last tie.
 */
export interface LouvainOptions {
  readonly resolution: number;
  readonly random: Random;
}

export function louvainOf(edges: EdgeList, { resolution, random }: LouvainOptions): Partition {
  checkEdges(edges);
  const view = viewOf(edges);
  if (view.size === view.selfLoopCount) return named(alone(edges.nodeCount));
  const assigned = louvain(view as unknown as Graph, {
    resolution,
    rng: random,
    getEdgeWeight: (edge) => Number(edge),
  });
  const labels = Uint32Array.from({ length: edges.nodeCount }, (_, node) => assigned[node]!);
  return named(densely(labels, edges.nodeCount));
}

const named = ({ labels, count }: { labels: Uint32Array; count: number }): Partition => ({ community: labels, count });

/** As graphology calls it back for each edge; in place of the edge's key stands its weight, which `getEdgeWeight` returns. */
type EdgeCall = (weight: number, attributes: object, source: number, target: number) => void;

/** Edges in their order, then loops, one for each node: of several, graphology would take the last. */
function viewOf({ nodeCount, from, to, weight, kept }: EdgeList) {
  const degree = new Uint32Array(nodeCount);
  const loop = new Float64Array(nodeCount);
  const isThere = (e: number): boolean => kept === undefined || kept[e] === 1;
  const weightOf = (e: number): number => (weight === undefined ? 1 : weight[e]!);
  let size = 0;
  for (let e = 0; e < from.length; e++) {
    if (!isThere(e)) continue;
    const [a, b] = [from[e]!, to[e]!];
    if (a === b) {
      loop[a]! += weightOf(e);
      continue;
    }
    degree[a]!++;
    degree[b]!++;
    size++;
  }
  const selfLoopCount = loop.reduce((count, own) => count + (own > 0 ? 1 : 0), 0);
  const attributes = {};
  return {
    multi: true,
    type: "undirected",
    order: nodeCount,
    size: size + selfLoopCount,
    selfLoopCount,
    forEachNode(call: (node: number) => void): void {
      for (let v = 0; v < nodeCount; v++) call(v);
    },
    undirectedDegreeWithoutSelfLoops: (node: number): number => degree[node]!,
    forEachEdge(call: EdgeCall): void {
      for (let e = 0; e < from.length; e++) {
        if (isThere(e) && from[e] !== to[e]) call(weightOf(e), attributes, from[e]!, to[e]!);
      }
      for (let v = 0; v < nodeCount; v++) if (loop[v]! > 0) call(loop[v]!, attributes, v, v);
    },
    // What graphology knows a graph by.
    addUndirectedEdgeWithKey: refuse,
    dropNode: refuse,
  };
}

function refuse(): never {
  throw new Error("communities: Louvain changes no edge list");
}
