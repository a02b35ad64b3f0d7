import type { Family, LayerLetter, TraceName } from "../corpus/trace.ts";

/**
 * The pairs of a case as typed columns, one row for each pair of accounts and trace, sorted by (a, b, trace): what the live threshold
 * groups anew. Accounts are positions in `account`.
 */
export interface TieColumns {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Position in `TieTable.traces`. */
  readonly trace: Uint8Array;
  /**
   * Smallest false discovery rate at which the pair enters its layer (`graphs/layer.ts`): its q in this trace, or, where that is less, the
   * larger of its q over all traces together and its p in this one. A trace of timing enters by the second alone.
   */
  readonly standsAt: Float64Array;
  /** Surprise of the objects met on. */
  readonly bits: Float32Array;
  /** Distinct objects met on. */
  readonly objects: Uint32Array;
  /** Number in the case of each account that has a pair, ascending. */
  readonly account: Uint32Array;
  /** Of each of these, its cluster: 1 + position in `TieTable.clusters`, 0 for none. */
  readonly cluster: Uint32Array;
}

/** What the columns refer to, and how much of the case they hold. */
export interface TieTable {
  readonly traces: readonly { readonly trace: TraceName; readonly layer: LayerLetter; readonly family: Family }[];
  readonly clusters: readonly string[];
  /** Rows of the case, and most that travel: the surest are taken. */
  readonly total: number;
  readonly cap: number;
  /** Up to this rate every pair of the export is here. Above it the case holds but some, and no group can be drawn. */
  readonly completeTo: number;
}

export interface Ties extends TieTable {
  readonly columns: TieColumns;
}
