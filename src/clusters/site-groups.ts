import { consensusCommunities } from "../communities/consensus.ts";
import type { SiteGraph } from "../graphs/site.ts";

/** A site of the case, and the group of sites it is run or pushed with. */
export interface GroupedSite {
  readonly domain: string;
  /** null: nothing ties it to another site closely enough. */
  readonly group: string | null;
  readonly accounts: number;
  readonly posts: number;
  readonly indicators: number;
}

export interface SiteGroupOptions {
  readonly seed: number;
  /** False discovery rate of links; as for accounts it is the resolution of the grouping. 1 takes every link of the graph. */
  readonly q: number;
}

const RUNS = 50;
/** Two sites on one rare address are a finding already; two accounts are only a pair. */
const LEAST_SITES = 2;

/**
 * Which sites belong together?
 *
 * Communities of what is beyond chance in the site graph, found as those of accounts (`communities/consensus.ts`), from two sites up. Groups are named `S01`...,
 * largest first, then by the first domain. Shows which sites share accounts, texts or rare indicators; does not show that one hand
 * runs them: customers of one small host share its address as well.
 *
 * @returns every site of the graph: by group, those without one last, then by domain
 */
export function siteGroups(graph: SiteGraph, { seed, q }: SiteGroupOptions): GroupedSite[] {
  const sure = graph.copy();
  sure.forEachEdge((edge, { sharedAccounts, sharedTexts, indicatorQ }) => {
    if (sharedAccounts === 0 && sharedTexts === 0 && indicatorQ > q) sure.dropEdge(edge);
  });
  const found = consensusCommunities(sure, { seed, runs: RUNS, resolution: q, minSize: LEAST_SITES })
    .map(({ nodes }) => [...nodes].sort())
    .sort((left, right) => right.length - left.length || (left[0]! < right[0]! ? -1 : 1));
  const grouped = new Set(found.flat());
  const alone = graph.filterNodes((domain) => !grouped.has(domain)).sort();
  const rowOf = (domain: string, group: string | null): GroupedSite => {
    const { accounts, posts, indicators } = graph.getNodeAttributes(domain);
    return { domain, group, accounts, posts, indicators };
  };
  return [
    ...found.flatMap((domains, i) => domains.map((domain) => rowOf(domain, groupIdOf(i)))),
    ...alone.map((domain) => rowOf(domain, null)),
  ];
}

const groupIdOf = (rank: number): string => `S${String(rank + 1).padStart(2, "0")}`;
