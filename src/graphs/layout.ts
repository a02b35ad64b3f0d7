import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { seeded } from "../math/random.ts";

/** Edges by node index, with weights. */
export interface LayoutEdges {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly weight: readonly number[];
}

/** ForceAtlas2 (Jacomy et al. 2014, doi 10.1371/journal.pone.0098679) from seeded positions: same input, same picture. */
export interface Positions {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Work is nodes x iterations; large graphs get fewer rounds, and position carries no evidence in either. */
const ROUNDS_OF_NODES = 150_000;
/** Each node pulls by its strongest ties only: a clique of hundreds needs no more to stay together. */
const TIES_PER_NODE = 12;

/** @returns positions within the unit square, the longer side filled */
export function layOutGraph(nodeCount: number, edges: LayoutEdges, seed: number): Positions {
  const random = seeded(seed, "layout");
  const graph = new Graph({ type: "undirected" });
  for (let node = 0; node < nodeCount; node++) graph.addNode(node, { x: random() - 0.5, y: random() - 0.5 });
  for (const e of backbone(nodeCount, edges)) {
    graph.mergeUndirectedEdge(edges.from[e]!, edges.to[e]!, { weight: edges.weight[e]! });
  }
  const iterations = Math.max(30, Math.min(400, Math.round(ROUNDS_OF_NODES / Math.max(1, nodeCount))));
  if (nodeCount > 1 && graph.size > 0) {
    forceAtlas2.assign(graph, {
      iterations,
      getEdgeWeight: "weight",
      settings: {
        ...forceAtlas2.inferSettings(graph),
        barnesHutOptimize: nodeCount > 500,
        barnesHutTheta: 1.2,
        gravity: 1.5,
        scalingRatio: 8,
        linLogMode: true,
        edgeWeightInfluence: 0.5,
      },
    });
  }
  const x = new Float64Array(nodeCount);
  const y = new Float64Array(nodeCount);
  graph.forEachNode((node, attributes) => {
    x[Number(node)] = attributes.x;
    y[Number(node)] = attributes.y;
  });
  return fitUnitSquare(x, y);
}

/** Positions of each node's strongest edges, ascending. */
function backbone(nodeCount: number, edges: LayoutEdges): number[] {
  const order = edges.weight
    .map((_, e) => e)
    .sort((left, right) => edges.weight[right]! - edges.weight[left]! || left - right);
  const used = new Uint32Array(nodeCount);
  const kept = order.filter((e) => {
    const [a, b] = [edges.from[e]!, edges.to[e]!];
    if (used[a]! >= TIES_PER_NODE && used[b]! >= TIES_PER_NODE) return false;
    used[a]!++;
    used[b]!++;
    return true;
  });
  return kept.sort((left, right) => left - right);
}

/** Rounded to five decimals, so that files stay small and last bits do not travel. */
function fitUnitSquare(x: Float64Array, y: Float64Array): Positions {
  const lowX = lowest(x);
  const lowY = lowest(y);
  let side = 1e-9;
  for (let i = 0; i < x.length; i++) side = Math.max(side, x[i]! - lowX, y[i]! - lowY);
  const round = (value: number): number => Math.round(value * 1e5) / 1e5;
  return { x: x.map((value) => round((value - lowX) / side)), y: y.map((value) => round((value - lowY) / side)) };
}

/** By a loop: spreading a hundred thousand numbers into Math.min would overflow the stack. */
function lowest(values: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  for (const value of values) low = Math.min(low, value);
  return low;
}
