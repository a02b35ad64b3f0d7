/**
 * Question: which members of a cluster stand in its dense middle, and which hang on by a few links?
 *
 * Core number of a node: the largest k such that it belongs to a part of the graph in which everybody has k links to others of that
 * part (Seidman 1983, doi 10.1016/0378-8733(83)90028-X); found by taking away the node with fewest links again and again (Matula and
 * Beck 1983, doi 10.1145/2402.322385). Asked cluster by cluster: over a whole network one dense operation would hide all others, as
 * it does with eigenvector centrality. Cost: O(nodes + links). It counts links, whatever their strength.
 */
export function coreNumbers(nodes: number, links: readonly (readonly [a: number, b: number])[]): Uint32Array {
  const neighbours: Set<number>[] = Array.from({ length: nodes }, () => new Set());
  for (const [a, b] of links) {
    if (a === b) continue;
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  }
  const degree = Uint32Array.from(neighbours, ({ size }) => size);
  const core = new Uint32Array(nodes);
  const taken = new Uint8Array(nodes);
  const buckets: number[][] = Array.from(
    { length: degree.reduce((most, one) => Math.max(most, one), 0) + 1 },
    () => [],
  );
  for (let node = 0; node < nodes; node++) buckets[degree[node]!]!.push(node);
  let k = 0;
  for (let d = 0; d < buckets.length; ) {
    const node = buckets[d]!.pop();
    if (node === undefined) {
      d++;
      continue;
    }
    // A node stands in the bucket of each degree it has had; only the last one counts.
    if (taken[node] === 1 || degree[node] !== d) continue;
    taken[node] = 1;
    k = Math.max(k, d);
    core[node] = k;
    for (const other of neighbours[node]!) {
      if (taken[other] === 1) continue;
      degree[other]!--;
      buckets[degree[other]!]!.push(other);
    }
    d = Math.max(0, d - 1);
  }
  return core;
}
