import type { EvidenceAccount } from "./evidence.ts";

/** A value on more sites than this links none of them: it is not even counted together with others, for its pairs would be millions. */
export const MOST_SITES = 100;

/** Why two sites are linked, kind by kind with what chance would give; 0 (q: 1) where a kind of evidence is absent. */
export interface SiteLink {
  readonly a: string;
  readonly b: string;
  /** Accounts that push both. */
  readonly sharedAccounts: number;
  readonly expectedAccounts: number;
  /** Texts published with links to both. */
  readonly sharedTexts: number;
  readonly expectedTexts: number;
  /** Rarity of the web indicators in common, and the false discovery rate of so much among all pairs of sites. */
  readonly indicatorBits: number;
  readonly indicatorQ: number;
}

/** `explorer/sites.json`: links of the site graph, strongest first; `total` says how many there are. */
export interface SiteLinksFile {
  readonly total: number;
  readonly links: readonly SiteLink[];
}

export interface SiteRow {
  readonly domain: string;
  /** Sites that belong together, "S01"; null: in no group. */
  readonly group: string | null;
  readonly posts: number;
  readonly accounts: number;
  /** Accounts in clusters. */
  readonly members: number;
  readonly indicators: number;
  /** Sites it is linked with; null: the case was written before links were kept for the page. */
  readonly links: number | null;
}

/** Sites that members link to or that carry indicators, groups first; or those of one cluster, most members first. */
export interface SitesAnswer {
  readonly total: number;
  readonly sites: readonly SiteRow[];
  /** Links of all sites, and how many of them the case keeps for the page; null: none, it was written before they were kept. */
  readonly links: { readonly total: number; readonly kept: number } | null;
}

export interface SiteIndicator {
  readonly type: string;
  readonly value: string;
  /** Sites that have the same value, this one included. */
  readonly sites: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly source: string | null;
}

/** A value that another site has too. */
export interface CommonIndicator {
  readonly other: string;
  readonly type: string;
  readonly value: string;
  readonly sites: number;
}

export interface SiteAnswer {
  readonly domain: string;
  readonly sitesWithIndicators: number;
  /** Strongest first; null: the case was written before links were kept for the page. */
  readonly links: readonly SiteLink[] | null;
  readonly linkTotal: number;
  readonly indicators: readonly SiteIndicator[];
  readonly indicatorTotal: number;
  readonly common: readonly CommonIndicator[];
  readonly commonTotal: number;
  /** Who links to it, most posts first. */
  readonly pushers: readonly (Pick<EvidenceAccount, "account" | "accountId" | "handle" | "clusterId"> & {
    readonly posts: number;
    readonly firstMs: number;
    readonly lastMs: number;
  })[];
  readonly pusherTotal: number;
  /** Domains of the case whose names are alike: the same name under another ending, or one letter off. */
  readonly alike: readonly { readonly domain: string; readonly how: "ending" | "letter"; readonly posts: number }[];
}

/** Accounts by sites, posts in the cells; sparse. */
export interface SiteMatrixAnswer {
  readonly sites: readonly { readonly domain: string; readonly group: string | null }[];
  readonly siteTotal: number;
  readonly accounts: readonly Pick<EvidenceAccount, "account" | "accountId" | "handle" | "clusterId">[];
  readonly accountTotal: number;
  /** Index into accounts, index into sites, posts. */
  readonly cells: readonly (readonly [account: number, site: number, posts: number])[];
}
