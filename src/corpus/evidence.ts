import type { Under } from "./pairs.ts";

/**
 * What the explorer's questions are answered with: posts, accounts and pairs as a person must be able to look them up. The store fills
 * these, the local server sends them as JSON, the page shows them. Every list is bounded and says how much there is in all.
 */

/** One post as a person must be able to look it up. */
export interface EvidencePost {
  readonly post: number;
  readonly postId: string;
  readonly account: number;
  readonly timeMs: number;
  readonly kind: string;
  /** Null: the export holds no text. Cut at 4,000 characters. */
  readonly text: string | null;
  /** Characters of the uncut text. */
  readonly textLength: number;
  readonly language: string | null;
  readonly file: string;
  readonly row: number;
}

export interface EvidenceAccount {
  readonly account: number;
  readonly accountId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly platform: string | null;
  readonly createdMs: number | null;
  readonly posts: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Null: in no cluster. */
  readonly clusterId: string | null;
  readonly clusterName: string | null;
  readonly role: string | null;
  readonly membership: number | null;
}

/** What the store holds of one pair in one trace. */
export interface PairRow {
  readonly trace: string;
  readonly objects: number;
  readonly coactions: number;
  readonly expected: number;
  readonly p: number;
  readonly q: number;
  /** The count null: chance of so many objects, rare or not. */
  readonly pSharing: number;
  readonly expectedTime: number | null;
  readonly pTime: number | null;
  readonly bits: number;
  readonly medianDelayMs: number;
  readonly medianGapMs: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Chance under the exogenous baseline; null: none to be had. */
  readonly pOutside: number | null;
  readonly under: Under;
  /** False discovery rate of the two accounts over all traces together. */
  readonly qFused: number;
}

/** One common object, and the two posts on it that are nearest in time. */
export interface PairMatch {
  readonly object: number;
  readonly label: string;
  /** All accounts that touched it. */
  readonly accounts: number;
  /**
   * Surprise of meeting on it: -log2 of the chance that two accounts drawn at random act on it together within the window. A viral post
   * carries few bits, what hardly anybody else touched carries many. The bits of a pair are the sum over its objects.
   */
  readonly bits: number;
  /** Pairs of posts on it within the window; the nearest one is shown. */
  readonly coactions: number;
  /** Time of right minus time of left. */
  readonly delayMs: number;
  readonly left: EvidencePost;
  readonly right: EvidencePost;
}

export interface PairAnswer {
  /** Null: the pair has no row in this trace. */
  readonly pair: PairRow | null;
  readonly windowMs: number;
  readonly left: EvidenceAccount;
  readonly right: EvidenceAccount;
  /** Rarest first, then nearest in time. At most 200. */
  readonly matches: readonly PairMatch[];
  /** Objects that both touched within the window. */
  readonly matchCount: number;
  /** The same two accounts in other traces. */
  readonly others: readonly PairRow[];
}

export interface ObjectAnswer {
  readonly trace: string;
  readonly object: number;
  readonly label: string;
  readonly accounts: number;
  readonly actions: number;
  /** Clusters whose members touched it, most members first. */
  readonly clusters: readonly { readonly clusterId: string; readonly name: string; readonly members: number }[];
  /** In time order, from `offset`. */
  readonly touches: readonly PostHit[];
  readonly offset: number;
  /** All touches there are, or all of the members alone when asked so. */
  readonly touchCount: number;
  /** Of a copy that holds a part of the case: how many of `touchCount` it holds; absent: all. */
  readonly held?: number;
  /** When its accounts came; null where times mean nothing, or only one account came. */
  readonly arrivals: Arrivals | null;
}

/** First actions on one object, and how close together the members of each cluster came, against as many drawn from all who came. */
export interface Arrivals {
  readonly windowMs: number;
  /** Bin i covers [startMs + i * binMs, startMs + (i + 1) * binMs). */
  readonly startMs: number;
  readonly binMs: number;
  /** First actions by bin: of everybody. */
  readonly all: readonly number[];
  readonly clusters: readonly ClusterArrivals[];
}

export interface ClusterArrivals {
  readonly clusterId: string;
  readonly members: number;
  /** First actions by bin: of its members. */
  readonly bins: readonly number[];
  /** Pairs of members within the window; null where one member came alone. */
  readonly met: {
    readonly observed: number;
    readonly expected: number;
    /** Nineteen in twenty draws lie between these, both included. */
    readonly low: number;
    readonly high: number;
    readonly p: number;
    readonly draws: number;
    /** No dealing can look otherwise: all who came are members. */
    readonly isWhole: boolean;
  } | null;
}

/** One post, and whose it is. */
export interface PostHit extends EvidencePost {
  readonly handle: string | null;
  readonly accountId: string;
  readonly clusterId: string | null;
  readonly clusterName: string | null;
}

export interface DomainHit {
  readonly domain: string;
  readonly posts: number;
  readonly accounts: number;
  readonly members: number;
}

/** First hits of each kind; `count` is how many there are. */
export interface SearchAnswer {
  readonly question: string;
  readonly accounts: { readonly count: number; readonly rows: readonly EvidenceAccount[] };
  readonly domains: { readonly count: number; readonly rows: readonly DomainHit[] };
  readonly posts: { readonly count: number; readonly rows: readonly PostHit[] };
}

/** Posts of one account or one domain, in time order. */
export interface PostsAnswer {
  readonly account: EvidenceAccount | null;
  readonly domain: string | null;
  readonly count: number;
  readonly offset: number;
  readonly rows: readonly PostHit[];
  /** Of a copy that holds a part of the case: how many of `count` it holds; absent: all. */
  readonly held?: number;
}
