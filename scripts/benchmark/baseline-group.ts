/** Accounts that a baseline takes for one group, with how strongly each hangs in it (same order; above 0, in any unit). */
export interface BaselineGroup {
  /** Dense numbers as in the store, ascending. */
  readonly accounts: readonly number[];
  readonly strength: readonly number[];
}
