import type { DomainHit, EvidenceAccount, EvidencePost, PairRow } from "./evidence.ts";

/**
 * The rows of a case that a one-file copy carries: for every pair of accounts in clusters what they did together, and the posts. The
 * store reads them, the page answers from them.
 */
export interface SharedRows {
  /** Members of clusters, and authors of the posts below; by number. */
  readonly accounts: readonly EvidenceAccount[];
  /** By number. */
  readonly posts: readonly EvidencePost[];
  /** By trace and number. */
  readonly objects: readonly SharedObject[];
  /** By trace, object, time and post. */
  readonly actions: readonly SharedAction[];
  /** All rows of pairs whose two accounts are in clusters. */
  readonly pairs: readonly SharedPair[];
  /** Sites that the posts link to, with their figures in the whole case. */
  readonly domains: readonly DomainHit[];
  readonly postDomains: readonly { readonly post: number; readonly domain: string }[];
  /** What the whole case has. */
  readonly totals: {
    readonly accounts: number;
    readonly posts: number;
    readonly objects: number;
    readonly domains: number;
  };
}

export interface SharedObject {
  readonly trace: string;
  readonly object: number;
  readonly label: string;
  readonly accounts: number;
  readonly actions: number;
  readonly bits: number;
  /** Touches in the whole case; the copy may hold fewer, those of members always. */
  readonly touches: number;
  /** First actions of accounts in no cluster, milliseconds; null: all touches are in the copy, and tell. */
  readonly othersMs: readonly number[] | null;
}

export interface SharedAction {
  readonly trace: string;
  readonly object: number;
  readonly account: number;
  readonly timeMs: number;
  readonly post: number;
}

export interface SharedPair extends PairRow {
  readonly a: number;
  readonly b: number;
  /** Objects that both touched within the window, in the whole case; null: all of them are in the copy, and can be counted. */
  readonly matchCount: number | null;
}

/** How much of a case goes into a copy. */
export interface SharedBounds {
  /** First touches of each object, whoever's; those of members come all. */
  readonly touchesPerObject: number;
  /** Rarest objects of each pair; null: all on which any two members met within the window. */
  readonly objectsPerPair: number | null;
}
