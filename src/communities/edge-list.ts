/** An undirected network as it comes: one row an edge. What every search for communities takes. */
export interface EdgeList {
  readonly nodeCount: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Of each edge; left out: 1 each. Parallel edges count as their sum. */
  readonly weight?: Float64Array;
  /** 1 for an edge that is there, 0 for one left out; without it all are there. Resampling changes this and copies nothing. */
  readonly kept?: Uint8Array;
}

/**
 * @throws when columns differ in length, an end is no node, or a weight is not positive and finite: each would spoil every sum downstream
 * without a trace. Edges that are left out are not looked at.
 */
export function checkEdges({ nodeCount, from, to, weight, kept }: EdgeList): void {
  for (const column of [to, weight, kept]) {
    if (column === undefined || column.length === from.length) continue;
    throw new Error(
      `communities: ${from.length} sources, ${to.length} targets, ${weight?.length} weights, ${kept?.length} marks`,
    );
  }
  for (let e = 0; e < from.length; e++) {
    if (kept !== undefined && kept[e] === 0) continue;
    const [a, b] = [from[e]!, to[e]!];
    if (a >= nodeCount || b >= nodeCount) throw new Error(`communities: edge ${a}-${b} in ${nodeCount} nodes`);
    if (weight === undefined) continue;
    const own = weight[e]!;
    if (!(own > 0 && own < Number.POSITIVE_INFINITY)) throw new Error(`communities: weight ${own} of edge ${a}-${b}`);
  }
}
