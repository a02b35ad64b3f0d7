/**
 * What a network of the Coordination Network Toolkit is made of, struct of arrays: mark i says that `user[i]` touched `key[i]` with
 * `message[i]` at `timeS[i]`. A message has one mark for each key: one as a rule, several links in co_link.
 */
export interface Marks {
  readonly count: number;
  readonly message: Uint32Array;
  readonly messageCount: number;
  readonly user: Uint32Array;
  readonly key: Uint32Array;
  readonly keyCount: number;
  /** Seconds, with their fraction. */
  readonly timeS: Float64Array;
  readonly userIds: readonly string[];
}

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
