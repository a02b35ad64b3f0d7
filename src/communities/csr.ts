import { checkEdges, type EdgeList } from "./edge-list.ts";

/**
 * An undirected weighted network as typed columns (compressed sparse rows): what the community search reads and coarsens. Every edge
 * stands twice, once at each end; parallel edges stay beside each other and count as their sum; loops are kept apart, because they never
 * decide where a node belongs.
 */
export interface Network {
  readonly nodeCount: number;
  /** Edges of node v stand at `starts[v]..starts[v + 1]`. */
  readonly starts: Uint32Array;
  readonly target: Uint32Array;
  readonly weight: Float64Array;
  /** Weight inside the node itself: of loops, and of what was merged into it. */
  readonly loop: Float64Array;
  /** Nodes of the first network that this one stands for. */
  readonly size: Float64Array;
}

/** Cost: O(nodes + edges), three passes over the edge list, no sorting. @throws as `checkEdges` */
export function networkOf(edges: EdgeList): Network {
  checkEdges(edges);
  const { nodeCount, from, to, weight, kept } = edges;
  const starts = new Uint32Array(nodeCount + 1);
  const loop = new Float64Array(nodeCount);
  for (let e = 0; e < from.length; e++) {
    if (kept !== undefined && kept[e] === 0) continue;
    const [a, b] = [from[e]!, to[e]!];
    if (a === b) loop[a]! += weight === undefined ? 1 : weight[e]!;
    else {
      starts[a + 1]!++;
      starts[b + 1]!++;
    }
  }
  for (let v = 0; v < nodeCount; v++) starts[v + 1]! += starts[v]!;
  const ends = starts[nodeCount]!;
  const target = new Uint32Array(ends);
  const weights = new Float64Array(ends);
  const cursor = starts.slice(0, nodeCount);
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [from[e]!, to[e]!];
    if (a === b || (kept !== undefined && kept[e] === 0)) continue;
    const own = weight === undefined ? 1 : weight[e]!;
    const [atA, atB] = [cursor[a]!++, cursor[b]!++];
    target[atA] = b;
    target[atB] = a;
    weights[atA] = own;
    weights[atB] = own;
  }
  return { nodeCount, starts, target, weight: weights, loop, size: new Float64Array(nodeCount).fill(1) };
}

/** Weight at each node: its edges, and its loops from both ends. */
export function strengthsOf({ nodeCount, starts, weight, loop }: Network): Float64Array {
  const strengths = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    let sum = 2 * loop[v]!;
    for (let e = starts[v]!, end = starts[v + 1]!; e < end; e++) sum += weight[e]!;
    strengths[v] = sum;
  }
  return strengths;
}
