/**
 * Has each member a site of its own?
 *
 * The site a member links most is its own when most of its links lead there; outlets of a chain have one each, all different. A crew that
 * pushes one page has one for all, ordinary people have none.
 *
 * What it does not show: a network of sham outlets looks the same here. Shorteners are no sites. Cost: one query.
 */
export interface OwnSites {
  /** Members with links to sites. */
  readonly linking: number;
  /** Of these, members most of whose links lead to one site that is no other member's. */
  readonly own: number;
}

const MOST = 0.6;

export function ownSitesOf(rows: readonly { readonly site: string; readonly share: number }[]): OwnSites {
  const taken = new Map<string, number>();
  for (const { site } of rows) taken.set(site, (taken.get(site) ?? 0) + 1);
  return {
    linking: rows.length,
    own: rows.filter(({ site, share }) => share >= MOST && taken.get(site) === 1).length,
  };
}
