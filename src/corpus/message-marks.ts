/**
 * What a network of the Coordination Network Toolkit is made of, struct of arrays: mark i says that `user[i]` touched `key[i]` with
 * `message[i]` at `timeS[i]`. A message has one mark for each key: one as a rule, several links in co_link.
 */
export interface MessageMarks {
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
