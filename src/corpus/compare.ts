import type { Share } from "./ego.ts";

/** Two groups of accounts measured alike. */
export interface CompareAnswer {
  readonly left: CompareSide;
  readonly right: CompareSide;
  /** How the accounts on the right were drawn; null: they are a cluster. */
  readonly matching: Matching | null;
  /** The one time axis: bin i covers [startMs + i * binMs, startMs + (i + 1) * binMs). */
  readonly startMs: number;
  readonly binMs: number;
  readonly common: CompareCommon;
}

export interface CompareSide {
  /** Null: random accounts. */
  readonly clusterId: string | null;
  readonly accounts: number;
  readonly posts: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Posts by bin of the time axis, and by hour of the day in UTC. */
  readonly time: readonly number[];
  readonly hours: readonly number[];
  readonly languages: readonly Share[];
  readonly platforms: readonly Share[];
  /** Accounts by year of creation, "2016"; those whose creation is not told are not in it. */
  readonly created: readonly Share[];
  /** Accounts by the shape of their name. */
  readonly names: readonly Share[];
  readonly rates: Rates;
}

/** The same counts for any group of accounts, straight from the posts: no null, no threshold. */
export interface Rates {
  /** Pairs of accounts that there could be. */
  readonly pairs: number;
  /** Of them, pairs that are significant in at least one trace of the case. */
  readonly significant: number;
  /** Times that two of them did the same, added up over pairs: passed on or answered the same post, linked the same site, wrote word for word the same. */
  readonly sameTarget: number;
  readonly sameSite: number;
  readonly sameText: number;
  /** Posts that link to a site, and distinct sites. */
  readonly linking: number;
  readonly sites: number;
}

export interface Matching {
  readonly wanted: number;
  /** With the same platform and main language, and between half and twice as many posts. */
  readonly close: number;
  /** With the same platform and main language; the nearest in posts that was left. */
  readonly near: number;
  /** Nobody left of the same platform and language: these members have no counterpart. */
  readonly none: number;
  /** Accounts outside all clusters that could have been drawn. */
  readonly pool: number;
  readonly seed: number;
}

export interface CompareCommon {
  /** Accounts in both. */
  readonly accounts: number;
  /** Significant pairs with one account on either side, by trace. */
  readonly pairs: readonly {
    readonly trace: string;
    readonly pairs: number;
    readonly objects: number;
    readonly expected: number;
  }[];
  /** The most surprising of them. */
  readonly strongest: readonly {
    readonly trace: string;
    readonly a: number;
    readonly b: number;
    readonly aName: string;
    readonly bName: string;
    readonly objects: number;
    readonly expected: number;
  }[];
  /** Objects of the evidence that both touched, most accounts of the smaller side first. */
  readonly objects: readonly {
    readonly trace: string;
    readonly object: number;
    readonly label: string;
    readonly left: number;
    readonly right: number;
  }[];
  readonly objectTotal: number;
  readonly sites: readonly { readonly domain: string; readonly left: number; readonly right: number }[];
  readonly siteTotal: number;
  /** Sites that at least one side links to. */
  readonly siteUnion: number;
  /** Texts kept as evidence that both published nearly alike, and those that either did. */
  readonly texts: number;
  readonly textUnion: number;
}
