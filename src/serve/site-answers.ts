import type { SiteAnswer, SitesAnswer } from "../corpus/site-table.ts";
import { findSite, siteRows } from "../store/site-table.ts";
import type { CaseSource } from "./case-source.ts";

/** Links of one site that travel at most. */
const LINKS = 60;

/** Rows of the store with the links that the case keeps beside it. */
export async function sitesAnswer(source: CaseSource, cluster: string | null): Promise<SitesAnswer> {
  const { total, sites } = await siteRows(source.store, cluster);
  const file = source.siteLinks();
  const degree = new Map<string, number>();
  for (const { a, b } of file?.links ?? []) {
    degree.set(a, (degree.get(a) ?? 0) + 1);
    degree.set(b, (degree.get(b) ?? 0) + 1);
  }
  return {
    total,
    sites: sites.map((site) => ({ ...site, links: file === null ? null : (degree.get(site.domain) ?? 0) })),
    links: file === null ? null : { total: file.total, kept: file.links.length },
  };
}

export async function siteAnswer(source: CaseSource, domain: string): Promise<SiteAnswer | undefined> {
  const found = await findSite(source.store, domain);
  if (found === undefined) return undefined;
  const links = source.siteLinks()?.links.filter(({ a, b }) => a === domain || b === domain) ?? null;
  const shown = links?.slice(0, LINKS) ?? null;
  const others = new Set(shown?.map(({ a, b }) => (a === domain ? b : a)));
  // What is in common with a site that is not linked explains no link.
  return {
    ...found,
    common: found.common.filter(({ other }) => others.has(other)),
    links: shown,
    linkTotal: links?.length ?? 0,
  };
}
