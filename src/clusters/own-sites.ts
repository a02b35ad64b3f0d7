import type { OwnSites } from "../coaction/own-sites.ts";
import type { Store } from "../store/database.ts";

/**
 * Whose sites are whose: a site is an account's own when it made more than half of all posts that link it; of several, the one it links
 * most. A page that pushes its paper owns it in this sense, whoever registered it; a site that many link is nobody's.
 *
 * @param mostSites a value on more sites tells nothing
 */
export async function ownSites(store: Store, accountCount: number, mostSites: number): Promise<OwnSites> {
  const values = await store.rows<{ site: number; value: number; label: string }>(
    `with numbered as (
       select domain, (row_number() over (order by domain) - 1)::uinteger as site from (select distinct domain from indicators)),
     shared as (
       select indicator_type, indicator_value, (row_number() over (order by indicator_type, indicator_value) - 1)::uinteger as value
       from indicators group by indicator_type, indicator_value having count(distinct domain) between 2 and ${mostSites})
     select distinct site, value, indicator_type || '=' || indicator_value as label
     from indicators join numbered using (domain) join shared using (indicator_type, indicator_value) order by value, site`,
  );
  const owners = await store.rows<{ account: number; site: number }>(
    `with numbered as (
       select domain, (row_number() over (order by domain) - 1)::uinteger as site from (select distinct domain from indicators)),
     linked as (select domain, account, count(*) as posts from domains group by domain, account),
     owned as (
       select domain, account, posts from linked
       qualify 2 * posts > sum(posts) over (partition by domain))
     select account, site from owned join numbered using (domain)
     qualify row_number() over (partition by account order by posts desc, domain) = 1 order by account`,
  );
  const [count] = await store.rows<{ sites: number }>("select count(distinct domain)::double as sites from indicators");
  const siteOf = new Int32Array(accountCount).fill(-1);
  for (const { account, site } of owners) siteOf[account] = site;
  const labels: string[] = [];
  for (const { value, label } of values) labels[value] = label;
  return {
    siteOf,
    siteCount: count!.sites,
    valueCount: labels.length,
    site: Uint32Array.from(values, ({ site }) => site),
    value: Uint32Array.from(values, ({ value }) => value),
    labels,
  };
}
