/** A word or phrase that tells a cluster from everybody else, with the counts behind it. */
export interface Term {
  /** Normalised: lower case, without punctuation; two words make a phrase. */
  readonly term: string;
  /** Posts of the cluster with it, and how many of its accounts wrote them. */
  readonly posts: number;
  readonly accounts: number;
  /** Posts of the others with it. */
  readonly others: number;
  /** Log-odds against the others, in standard errors. */
  readonly z: number;
}

/** Nearly the same text by several accounts. */
export interface TextFamily {
  readonly object: number;
  readonly label: string;
  /** Posts and accounts in all, and of the cluster. */
  readonly posts: number;
  readonly accounts: number;
  readonly memberPosts: number;
  readonly members: number;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly firstAccount: number;
  readonly firstAccountId: string;
  readonly firstHandle: string | null;
  /** Cluster of the first poster; null: it is in none. */
  readonly firstCluster: string | null;
  /** Median over the other accounts of how long after the first poster each of them followed. */
  readonly medianLagMs: number;
  /** As exported, most posts first, the first three; empty: not told. */
  readonly languages: readonly string[];
}

export interface NarrativesAnswer {
  readonly clusterId: string;
  /** Both sides were counted in this language alone, that of most of the cluster's texts; null: in all, for languages are not told or mixed, or too few others write in it. */
  readonly language: string | null;
  /** Texts that were counted, and how many there are: a large case is sampled evenly. */
  readonly texts: {
    readonly cluster: number;
    readonly clusterAll: number;
    readonly others: number;
    readonly othersAll: number;
  };
  /** Most distinguishing first; `termTotal` says how many stand out. */
  readonly terms: readonly Term[];
  readonly termTotal: number;
  /** Most members first. */
  readonly families: readonly TextFamily[];
  readonly familyTotal: number;
}
