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

/**
 * Cost: O(nodes + edges), two passes over the edge list, no sorting.
 *
 * @param weight of each edge; left out: 1 each
 * @throws when an end is no node, or a weight is not positive and finite: either would spoil every sum downstream without a trace
 */
export function networkOf(nodeCount: number, from: Uint32Array, to: Uint32Array, weight?: Float64Array): Network {
  if (from.length !== to.length || (weight !== undefined && weight.length !== from.length)) {
    throw new Error(`communities: ${from.length} sources, ${to.length} targets, ${weight?.length} weights`);
  }
  const starts = new Uint32Array(nodeCount + 1);
  const loop = new Float64Array(nodeCount);
  for (let e = 0; e < from.length; e++) {
    const [a, b] = [from[e]!, to[e]!];
    if (a >= nodeCount || b >= nodeCount) throw new Error(`communities: edge ${a}-${b} in ${nodeCount} nodes`);
    const own = weight === undefined ? 1 : weight[e]!;
    if (!(own > 0 && own < Number.POSITIVE_INFINITY)) throw new Error(`communities: weight ${own} of edge ${a}-${b}`);
    if (a === b) loop[a]! += own;
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
    if (a === b) continue;
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

/**
 * The network whose nodes are the groups of another.
 *
 * @param group of each node, dense from 0
 */
export function aggregate(network: Network, group: Uint32Array, groupCount: number): Network {
  const { nodeCount, starts, target, weight, loop, size } = network;
  const memberStarts = new Uint32Array(groupCount + 1);
  for (let v = 0; v < nodeCount; v++) memberStarts[group[v]! + 1]!++;
  for (let g = 0; g < groupCount; g++) memberStarts[g + 1]! += memberStarts[g]!;
  const members = new Uint32Array(nodeCount);
  const cursor = memberStarts.slice(0, groupCount);
  for (let v = 0; v < nodeCount; v++) members[cursor[group[v]!]!++] = v;

  const nextStarts = new Uint32Array(groupCount + 1);
  const nextLoop = new Float64Array(groupCount);
  const nextSize = new Float64Array(groupCount);
  // Grouping only ever removes edges, so the old room is enough; what is not used is given back at the end.
  const nextTarget = new Uint32Array(target.length);
  const nextWeight = new Float64Array(target.length);
  const toward = new Float64Array(groupCount);
  let used = 0;
  for (let g = 0; g < groupCount; g++) {
    let inside = 0;
    const first = used;
    for (let m = memberStarts[g]!, end = memberStarts[g + 1]!; m < end; m++) {
      const v = members[m]!;
      nextLoop[g]! += loop[v]!;
      nextSize[g]! += size[v]!;
      for (let e = starts[v]!, last = starts[v + 1]!; e < last; e++) {
        const other = group[target[e]!]!;
        const own = weight[e]!;
        if (other === g) inside += own;
        else {
          if (toward[other] === 0) nextTarget[used++] = other;
          toward[other]! += own;
        }
      }
    }
    // Each inner edge was met from both of its ends.
    nextLoop[g]! += inside / 2;
    for (let at = first; at < used; at++) {
      const other = nextTarget[at]!;
      nextWeight[at] = toward[other]!;
      toward[other] = 0;
    }
    nextStarts[g + 1] = used;
  }
  return {
    nodeCount: groupCount,
    starts: nextStarts,
    target: nextTarget.slice(0, used),
    weight: nextWeight.slice(0, used),
    loop: nextLoop,
    size: nextSize,
  };
}

/** Labels 0, 1, 2 ... in the order in which they first appear. */
export function densely(labels: Uint32Array, labelCount: number): { labels: Uint32Array; count: number } {
  const names = new Int32Array(labelCount).fill(-1);
  const dense = new Uint32Array(labels.length);
  let count = 0;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (names[label] === -1) names[label] = count++;
    dense[i] = names[label]!;
  }
  return { labels: dense, count };
}

/** Parts that hang together within their group; dense labels. */
export function connectedParts({ nodeCount, starts, target }: Network, group: Uint32Array) {
  const labels = new Uint32Array(nodeCount);
  const seen = new Uint8Array(nodeCount);
  const stack = new Uint32Array(nodeCount);
  let count = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (seen[root] === 1) continue;
    let height = 0;
    stack[height++] = root;
    seen[root] = 1;
    while (height > 0) {
      const v = stack[--height]!;
      labels[v] = count;
      for (let e = starts[v]!, end = starts[v + 1]!; e < end; e++) {
        const next = target[e]!;
        if (seen[next] === 1 || group[next] !== group[v]) continue;
        seen[next] = 1;
        stack[height++] = next;
      }
    }
    count++;
  }
  return { labels, count };
}
