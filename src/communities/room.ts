/**
 * Memory of one search, taken once for the network it begins with and used again at every level and iteration: coarser networks are
 * never larger. A search of a million nodes peaks a tenth lower than with columns made anew. What stands in it means nothing between two steps.
 */
export interface Room {
  /**
   * Of group g, at 2g: weight from the node looked at to it; at 2g + 1: its mass. Side by side, because both are asked for together and
   * groups are met in no order: one line of the cache instead of two.
   */
  readonly sums: Float64Array;
  /** Weight from a part to the rest of its community. */
  readonly outward: Float64Array;
  readonly members: Uint32Array;
  readonly order: Uint32Array;
  readonly isQueued: Uint8Array;
  readonly empty: Uint32Array;
  /** Groups around the node looked at, and what each would gain. */
  readonly near: Uint32Array;
  readonly gains: Float64Array;
  /** Columns for the edges of a network that is coarser than the one with these; two take turns. */
  readonly ends: (finer: Uint32Array) => Ends;
}

export interface Ends {
  readonly target: Uint32Array;
  readonly weight: Float64Array;
}

export function roomFor(nodeCount: number): Room {
  const turns: (Ends | undefined)[] = [undefined, undefined];
  return {
    sums: new Float64Array(2 * nodeCount),
    outward: new Float64Array(nodeCount),
    members: new Uint32Array(nodeCount),
    order: new Uint32Array(nodeCount),
    isQueued: new Uint8Array(nodeCount),
    empty: new Uint32Array(nodeCount),
    near: new Uint32Array(nodeCount),
    gains: new Float64Array(nodeCount),
    ends: (finer) => {
      // The one that holds the finer network is read while the coarser is written.
      const turn = turns[0]?.target.buffer === finer.buffer ? 1 : 0;
      const own = turns[turn];
      if (own !== undefined && own.target.length >= finer.length) return own;
      const more = { target: new Uint32Array(finer.length), weight: new Float64Array(finer.length) };
      turns[turn] = more;
      return more;
    },
  };
}
