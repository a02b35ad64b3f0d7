/** Directed pairs of users, ordered by the ids of both. */
export interface UserPairs {
  readonly count: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Distinct messages of `source` that met one of `target`. */
  readonly weight: Uint32Array;
}

export interface PairOptions {
  readonly windowS: number;
  /** Pairs of less weight are left out, each direction for itself. */
  readonly minEdgeWeight: number;
  /** Keep users who met themselves. */
  readonly keepLoops: boolean;
}
