/** A group of nodes that holds together. */
export interface Community {
  /** Node keys, ascending by number of the account. */
  readonly nodes: readonly string[];
  /** Mean over the runs of the best Jaccard overlap with a community of that run, 0 to 1. */
  readonly stability: number;
  /**
   * The same at resolutions three times as fine and as coarse, the better of the two; 0 to 1. Low: it is a group at one resolution only.
   */
  readonly beyondResolution: number;
  /** For each of `nodes`, the share of its ties inside the community that the runs kept together, 0 to 1. */
  readonly membership: readonly number[];
}
