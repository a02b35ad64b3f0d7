import type { Store } from "./database.ts";
import { quote } from "./sql.ts";

/** Facts about members that tell trades apart (news desks, feeds, staff). All read `cluster_accounts`; some also `evidence_posts`. */

export interface MemberProfile {
  readonly clusterId: string;
  readonly account: number;
  readonly handle: string | null;
  readonly name: string | null;
  readonly bio: string | null;
  readonly verified: boolean | null;
  /** Share of all accounts of the export with known followers that have fewer; null: not known. */
  readonly followersRank: number | null;
  /** Days from the account's creation to its first post in the case. */
  readonly ageDays: number | null;
}

export async function memberProfiles(store: Store): Promise<MemberProfile[]> {
  return store.rows(`
    with ranked as (select account, percent_rank() over (order by followers) as rank from accounts where followers is not null)
    select m.cluster_id as "clusterId", a.account, a.handle, a.name, a.bio, a.verified, r.rank as "followersRank",
      (a.first_ms - a.created_ms) / 86400000.0 as "ageDays"
    from cluster_accounts m join accounts a using (account) left join ranked r using (account) order by a.account`);
}

export interface MemberOutput {
  readonly clusterId: string;
  readonly account: number;
  readonly posts: number;
  /** Neither repost nor answer nor quote. */
  readonly own: number;
  /** Of these, with a link. */
  readonly linked: number;
  /** Posts that repost, answer or quote another member; null when the export never names the author of a target. */
  readonly boosts: number | null;
  /** Distinct days on which it posted. */
  readonly days: number;
  /** Standard deviation of the gaps between its own posts over their mean; null below ten gaps. */
  readonly gapVariation: number | null;
}

export async function memberOutput(store: Store): Promise<MemberOutput[]> {
  return store.rows(`
    with known as (select count(*) > 0 as targets from posts where target_account_id is not null),
    aimed as (
      select m.account, p.time_ms, p.kind, p.urls, p.text, m.cluster_id,
        t.account is not null and t.account <> m.account as boost,
        p.time_ms - lag(p.time_ms) over (partition by m.account, p.kind = 'post' order by p.time_ms, p.post) as gap
      from cluster_accounts m join posts p using (account)
      left join (select a.account_id, c.account, c.cluster_id from cluster_accounts c join accounts a using (account)) t
        on t.account_id = p.target_account_id and t.cluster_id = m.cluster_id)
    select cluster_id as "clusterId", account, count(*) as posts, count(*) filter (kind = 'post') as own,
      count(*) filter (kind = 'post' and (len(urls) > 0 or (urls is null and text like '%://%'))) as linked,
      case when (select targets from known) then count(*) filter (boost) end as boosts,
      count(distinct time_ms // 86400000) as days,
      case when count(gap) filter (kind = 'post') >= 10 and avg(gap) filter (kind = 'post') > 0
        then stddev_pop(gap) filter (kind = 'post') / avg(gap) filter (kind = 'post') end as "gapVariation"
    from aimed group by all order by account`);
}

/** The site that each member links most, and what share of its posts with links that is; shorteners are no sites. */
export async function memberSites(
  store: Store,
): Promise<{ clusterId: string; account: number; site: string; share: number; posts: number }[]> {
  return store.rows(`
    with counted as (
      select m.cluster_id, d.account, d.domain, count(distinct d.post) as n from domains d join cluster_accounts m using (account) group by all)
    select cluster_id as "clusterId", account, arg_max(domain, (n, domain)) as site, max(n) / sum(n) as share, sum(n) as posts
    from counted group by all order by account`);
}

/** A post of a member on what its cluster met on. */
export interface EvidencePost {
  readonly clusterId: string;
  readonly post: number;
  readonly account: number;
  readonly timeMs: number;
  readonly kind: string;
  readonly text: string | null;
  readonly language: string | null;
  readonly client: string | null;
  readonly urls: readonly string[] | null;
  readonly mentions: readonly string[] | null;
  readonly domains: readonly string[] | null;
  /** Author of what is reposted or answered, as the list of accounts knows it. */
  readonly targetHandle: string | null;
  readonly targetName: string | null;
}

/** Cluster by cluster, so that no more than one cluster's texts are held at a time. */
export async function evidencePosts(store: Store, clusterId: string): Promise<EvidencePost[]> {
  return store.rows<EvidencePost>(
    `with linked as (select d.post, list(distinct d.domain order by d.domain) as domains
       from domains d join evidence_posts e using (post) where e.cluster_id = $clusterId group by d.post)
     select e.cluster_id as "clusterId", p.post, p.account, p.time_ms as "timeMs", p.kind, p.text, p.language, p.client, p.urls, p.mentions,
       l.domains, t.handle as "targetHandle", t.name as "targetName"
     from evidence_posts e join posts p using (post) left join linked l using (post)
     left join accounts t on t.account_id = p.target_account_id
     where e.cluster_id = $clusterId order by p.time_ms, p.post`,
    { clusterId },
  );
}

/** Texts of members' own posts, at most `each` an account and spread evenly over its posts, in order of time. */
export async function ownTexts(
  store: Store,
  clusterId: string,
  each: number,
): Promise<{ account: number; text: string }[]> {
  return store.rows(
    `with own as (
       select p.account, p.text, row_number() over w - 1 as i, count(*) over (partition by p.account) as n
       from posts p join cluster_accounts m using (account)
       where m.cluster_id = $clusterId and p.kind = 'post' and p.text is not null
       window w as (partition by p.account order by p.time_ms, p.post))
     select account, text from own where i % greatest(1, n // $each) = 0 and i // greatest(1, n // $each) < $each order by account, i`,
    { clusterId, each },
  );
}

/** Of the links on evidence to sites: the share that lead to sites which more accounts outside of the cluster link than inside. */
export async function publicLinks(store: Store): Promise<Map<string, number>> {
  const rows = await store.rows<{ clusterId: string; share: number }>(`
    with led as (select e.cluster_id, d.domain, count(*) as links from evidence_posts e join domains d using (post) group by all),
    linking as (
      select l.cluster_id, l.domain, any_value(l.links) as links,
        count(distinct d.account) filter (m.cluster_id is distinct from l.cluster_id) as outside,
        count(distinct d.account) filter (m.cluster_id = l.cluster_id) as inside
      from led l join domains d using (domain) left join cluster_accounts m using (account) group by l.cluster_id, l.domain)
    select cluster_id as "clusterId", (sum(links) filter (outside > inside))::double / sum(links) as share from linking group by 1`);
  return new Map(rows.map(({ clusterId, share }) => [clusterId, share ?? 0]));
}

/** Accounts of the export whose handle or name, letters and digits alone, is one of `keys`: the one with the largest audience for each. */
export async function namesakes(
  store: Store,
  keys: readonly string[],
): Promise<Map<string, { followersRank: number | null; verified: boolean | null }>> {
  if (keys.length === 0) return new Map();
  const rows = await store.rows<{ key: string; followersRank: number | null; verified: boolean | null }>(`
    with ranked as (select account, percent_rank() over (order by followers) as rank from accounts where followers is not null),
    named as (
      select unnest(list_distinct([
          regexp_replace(lower(coalesce(handle, '')), '[^\\p{L}\\p{N}]+', '', 'g'),
          regexp_replace(lower(coalesce(name, '')), '[^\\p{L}\\p{N}]+', '', 'g')])) as key, account, verified
      from accounts)
    select n.key, max(r.rank) as "followersRank", bool_or(n.verified) as verified
    from named n left join ranked r using (account) where n.key in (${keys.map(quote).join(", ")}) group by n.key`);
  return new Map(rows.map(({ key, ...rest }) => [key, rest]));
}

/** Share of posts outside of all clusters that each client sent. */
export async function clientsOfOthers(store: Store): Promise<Map<string, number>> {
  const rows = await store.rows<{ client: string; share: number }>(`
    select client, count(*) / sum(count(*)) over () as share from posts
    where client is not null and account not in (select account from cluster_accounts) group by client`);
  return new Map(rows.map(({ client, share }) => [client, share]));
}

/** Whether times tell seconds: one post off the full minute is enough. */
export async function tellsSeconds(store: Store): Promise<boolean> {
  const [row] = await store.rows<{ tells: boolean }>(
    "select coalesce(bool_or(time_ms % 60000 <> 0), false) as tells from posts",
  );
  return row!.tells;
}
