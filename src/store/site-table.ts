import {
  type CommonIndicator,
  MOST_SITES,
  type SiteAnswer,
  type SiteIndicator,
  type SiteMatrixAnswer,
  type SiteRow,
} from "../corpus/site-table.ts";
import type { Store } from "./database.ts";
import { countOf } from "./evidence.ts";

/** Rows that travel at most; what is beyond is counted. */
const SITE_LIMIT = 2000;
const INDICATORS = 200;
const COMMON = 2000;
const PUSHERS = 60;
const ALIKE = 20;
const MATRIX_SITES = 36;
const MATRIX_ACCOUNTS = 60;
/** Shorter names are alike by chance. */
const LEAST_NAME = 5;

/** Sites of the case: those in groups first, or those of one cluster, most members first. */
export async function siteRows(
  store: Store,
  cluster: string | null,
): Promise<{ total: number; sites: Omit<SiteRow, "links">[] }> {
  const rows = await store.rows<Omit<SiteRow, "links"> & { total: number }>(
    `with mine as (select account from members where $cluster is null or cluster_id = $cluster),
          pushed as (select domain, count(distinct account) as n from domains where account in (select account from mine) group by domain)
     select s.domain, s.site_group as "group", s.posts, s.accounts, coalesce(p.n, 0) as members, s.indicators, count(*) over () as total
     from sites s left join pushed p on p.domain = s.domain where $cluster is null or p.n > 0
     order by if($cluster is null, s.site_group, null) nulls last, members desc, s.posts desc, s.domain limit ${SITE_LIMIT}`,
    { cluster },
  );
  return { total: rows[0]?.total ?? 0, sites: rows.map(({ total: _total, ...row }) => row) };
}

/** What is known of one site. Undefined when no post of the case links to it and no indicator is held of it. */
export async function findSite(
  store: Store,
  domain: string,
): Promise<Omit<SiteAnswer, "links" | "linkTotal"> | undefined> {
  const known = await countOf(
    store,
    `select (select count(*) from domains where domain = $domain) + (select count(*) from indicators where domain = $domain) as n`,
    { domain },
  );
  if (known === 0) return undefined;
  const spread = `spread as (select indicator_type as type, indicator_value as value, count(distinct domain) as sites
    from indicators group by all)`;
  const indicators = await store.rows<SiteIndicator & { total: number }>(
    `with ${spread} select s.type, left(s.value, 300) as value, s.sites, min(i.first_seen_ms) as "firstMs", max(i.last_seen_ms) as "lastMs",
       min(i.source) as source, count(*) over () as total
     from indicators i join spread s on s.type = i.indicator_type and s.value = i.indicator_value where i.domain = $domain
     group by s.type, s.value, s.sites order by s.sites, s.type, s.value limit ${INDICATORS}`,
    { domain },
  );
  const common = await store.rows<CommonIndicator & { total: number }>(
    `with ${spread}, own as (select distinct indicator_type as type, indicator_value as value from indicators where domain = $domain)
     select i.domain as other, s.type, left(s.value, 300) as value, s.sites, count(*) over () as total
     from own join spread s using (type, value)
       join (select distinct domain, indicator_type, indicator_value from indicators) i
         on i.indicator_type = s.type and i.indicator_value = s.value
     where i.domain <> $domain and s.sites <= ${MOST_SITES} order by s.sites, i.domain, s.type, s.value limit ${COMMON}`,
    { domain },
  );
  const pushers = await store.rows<SiteAnswer["pushers"][number] & { total: number }>(
    `select a.account, a.account_id as "accountId", a.handle, m.cluster_id as "clusterId", count(distinct d.post) as posts,
       min(p.time_ms) as "firstMs", max(p.time_ms) as "lastMs", count(*) over () as total
     from domains d join posts p on p.post = d.post join accounts a on a.account = d.account left join members m on m.account = d.account
     where d.domain = $domain group by a.account, a.account_id, a.handle, m.cluster_id
     order by posts desc, a.account limit ${PUSHERS}`,
    { domain },
  );
  return {
    domain,
    sitesWithIndicators: await countOf(store, "select count(distinct domain) as n from indicators", {}),
    indicators: indicators.map(({ total: _total, ...row }) => row),
    indicatorTotal: indicators[0]?.total ?? 0,
    common: common.map(({ total: _total, ...row }) => row),
    commonTotal: common[0]?.total ?? 0,
    pushers: pushers.map(({ total: _total, ...row }) => row),
    pusherTotal: pushers[0]?.total ?? 0,
    alike: await alikeNames(store, domain),
  };
}

/** Names that a reader could take for this one. By the name alone: it shows neither who runs a site nor which one came first. */
async function alikeNames(store: Store, domain: string): Promise<SiteAnswer["alike"]> {
  return store.rows(
    `with known as (select domain, count(distinct post) as posts from domains group by domain
                    union all select domain, 0 from indicators where domain not in (select domain from domains) group by domain),
          named as (select domain, posts, split_part(domain, '.', 1) as name, split_part($domain, '.', 1) as mine from known)
     select domain, if(name = mine, 'ending', 'letter') as how, posts from named
     where domain <> $domain and length(mine) >= ${LEAST_NAME}
       and (name = mine or (abs(length(name) - length(mine)) <= 1 and levenshtein(name, mine) = 1))
     order by how, posts desc, domain limit ${ALIKE}`,
    { domain },
  );
}

/** Who links to what, within one cluster, one group of sites, or the whole case: the sites and accounts with most between them. */
export async function siteMatrix(
  store: Store,
  scope: { readonly cluster: string | null; readonly group: string | null },
): Promise<SiteMatrixAnswer> {
  const within = `
    within_scope as (
      select d.account, d.domain, count(distinct d.post) as posts from domains d
      where ($cluster is null or d.account in (select account from members where cluster_id = $cluster))
        and ($group is null or d.domain in (select domain from sites where site_group = $group))
      group by d.account, d.domain),
    top_sites as (
      select domain, count(*) as accounts, sum(posts) as posts, count(*) over () as total from within_scope group by domain
      order by accounts desc, posts desc, domain limit ${MATRIX_SITES}),
    top_accounts as (
      select account, count(*) as sites, sum(posts) as posts, count(*) over () as total
      from within_scope where domain in (select domain from top_sites) group by account
      order by sites desc, posts desc, account limit ${MATRIX_ACCOUNTS})`;
  const sites = await store.rows<{ domain: string; group: string | null; total: number }>(
    `with ${within} select t.domain, s.site_group as "group", t.total from top_sites t left join sites s on s.domain = t.domain
     order by t.accounts desc, t.posts desc, t.domain`,
    scope as Record<string, string | null>,
  );
  const accounts = await store.rows<SiteMatrixAnswer["accounts"][number] & { total: number }>(
    `with ${within} select a.account, a.account_id as "accountId", a.handle, m.cluster_id as "clusterId", t.total
     from top_accounts t join accounts a on a.account = t.account left join members m on m.account = t.account
     order by t.sites desc, t.posts desc, t.account`,
    scope as Record<string, string | null>,
  );
  const cells = await store.rows<{ account: number; domain: string; posts: number }>(
    `with ${within} select account, domain, posts from within_scope
     where domain in (select domain from top_sites) and account in (select account from top_accounts)`,
    scope as Record<string, string | null>,
  );
  const rowOf = new Map(accounts.map(({ account }, index) => [account, index]));
  const columnOf = new Map(sites.map(({ domain }, index) => [domain, index]));
  return {
    sites: sites.map(({ domain, group }) => ({ domain, group })),
    siteTotal: sites[0]?.total ?? 0,
    accounts: accounts.map(({ total: _total, ...row }) => row),
    accountTotal: accounts[0]?.total ?? 0,
    cells: cells
      .map(({ account, domain, posts }) => [rowOf.get(account)!, columnOf.get(domain)!, posts] as const)
      .sort((x, y) => x[0] - y[0] || x[1] - y[1]),
  };
}
