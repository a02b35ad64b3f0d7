/**
 * Question: which single edges are all that holds two groups together?
 *
 * Bridges by depth-first search with low links (Tarjan 1974, doi 10.1016/0020-0190(74)90003-9), iterative, O(nodes + edges). Only those
 * are returned that part the network into two sides (within the connected part) that are groups by themselves: of at least `minSize`
 * nodes, or rings: at least as many edges as nodes, and half of all pairs linked. A leaf or a chain hanging on its only edge is a
 * weak member, not a second group.
 *
 * @param edges positions in `from` and `to` that make up the network
 * @returns positions of the bridges
 */
export function bridgesBetweenGroups(
  nodeCount: number,
  from: Uint32Array,
  to: Uint32Array,
  edges: Uint32Array,
  minSize: number,
): Set<number> {
  const { starts, edgeAt } = adjacency(nodeCount, from, to, edges);
  const order = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const size = new Uint32Array(nodeCount).fill(1);
  /** Ends of edges at the node and below it; below a bridge, only the bridge's own end is not matched by another. */
  const ends = Float64Array.from({ length: nodeCount }, (_, node) => starts[node + 1]! - starts[node]!);
  const cursor = starts.slice(0, nodeCount);
  const enteredBy = new Int32Array(nodeCount).fill(-1);
  const found: { edge: number; below: number; ends: number; root: number }[] = [];
  let clock = 0;
  for (let root = 0; root < nodeCount; root++) {
    if (order[root] !== -1) continue;
    const stack = [root];
    order[root] = low[root] = clock++;
    while (stack.length > 0) {
      const node = stack[stack.length - 1]!;
      if (cursor[node]! < starts[node + 1]!) {
        const edge = edgeAt[cursor[node]!++]!;
        if (edge === enteredBy[node]) continue;
        const next = from[edge] === node ? to[edge]! : from[edge]!;
        if (order[next] === -1) {
          order[next] = low[next] = clock++;
          enteredBy[next] = edge;
          stack.push(next);
        } else low[node] = Math.min(low[node]!, order[next]!);
        continue;
      }
      stack.pop();
      const parent = stack[stack.length - 1];
      if (parent === undefined) continue;
      low[parent] = Math.min(low[parent]!, low[node]!);
      size[parent]! += size[node]!;
      ends[parent]! += ends[node]!;
      if (low[node]! > order[parent]!) {
        found.push({ edge: enteredBy[node]!, below: size[node]!, ends: ends[node]!, root });
      }
    }
  }
  const isGroup = (nodes: number, inside: number): boolean =>
    nodes >= minSize || (inside >= nodes && 2 * inside >= RING_DENSITY * nodes * (nodes - 1));
  return new Set(
    found
      .filter(
        (one) =>
          isGroup(one.below, (one.ends - 1) / 2) &&
          isGroup(size[one.root]! - one.below, (ends[one.root]! - one.ends - 1) / 2),
      )
      .map(({ edge }) => edge),
  );
}

const RING_DENSITY = 0.5;

function adjacency(
  nodeCount: number,
  from: Uint32Array,
  to: Uint32Array,
  edges: Uint32Array,
): { starts: Uint32Array; edgeAt: Uint32Array } {
  const starts = new Uint32Array(nodeCount + 1);
  for (const edge of edges) {
    starts[from[edge]! + 1]!++;
    starts[to[edge]! + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) starts[node + 1]! += starts[node]!;
  const edgeAt = new Uint32Array(edges.length * 2);
  const cursor = starts.slice();
  for (const edge of edges) {
    edgeAt[cursor[from[edge]!]!++] = edge;
    edgeAt[cursor[to[edge]!]!++] = edge;
  }
  return { starts, edgeAt };
}
