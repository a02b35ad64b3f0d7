import type { Store } from "./database.ts";

/** Facts about the posts of clusters, straight from the rows. All of them read the temporary table `cluster_accounts`. */

export interface AccountFacts {
  readonly account: number;
  readonly accountId: string;
  readonly handle: string;
  readonly posts: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Posts by kind. */
  readonly own: number;
  readonly passedOn: number;
  readonly answers: number;
}

export async function accountFacts(store: Store): Promise<AccountFacts[]> {
  return store.rows<AccountFacts>(`
    select a.account, any_value(a.account_id) as "accountId",
      coalesce(any_value(a.handle), any_value(a.name), any_value(a.account_id)) as handle,
      count(*) as posts, min(p.time_ms) as "firstMs", max(p.time_ms) as "lastMs",
      count(*) filter (p.kind = 'post') as own,
      count(*) filter (p.kind in ('repost', 'quote')) as "passedOn",
      count(*) filter (p.kind in ('reply', 'comment')) as answers
    from cluster_accounts m join accounts a using (account) join posts p using (account)
    group by a.account order by a.account`);
}

/** Posts by hour of the week in UTC, Monday 00 first. Cluster null: everybody who is in no cluster. */
export async function rhythms(store: Store): Promise<{ clusterId: string | null; hour: number; posts: number }[]> {
  return store.rows(`
    select m.cluster_id as "clusterId",
      ((isodow(make_timestamp_ms(p.time_ms)) - 1) * 24 + hour(make_timestamp_ms(p.time_ms)))::integer as hour,
      count(*) as posts
    from posts p left join cluster_accounts m using (account) group by all order by all`);
}

export async function domainCounts(
  store: Store,
): Promise<{ clusterId: string; domain: string; posts: number; members: number; total: number }[]> {
  return store.rows(`
    select m.cluster_id as "clusterId", d.domain, count(distinct d.post) as posts, count(distinct d.account) as members,
      count(*) over (partition by m.cluster_id) as total
    from domains d join cluster_accounts m using (account) group by m.cluster_id, d.domain
    qualify row_number() over (partition by m.cluster_id order by posts desc, d.domain) <= 20
    order by 1, posts desc, d.domain`);
}

export async function languageCounts(
  store: Store,
): Promise<{ clusterId: string; language: string | null; posts: number }[]> {
  return store.rows(`
    select m.cluster_id as "clusterId", p.language, count(*) as posts
    from posts p join cluster_accounts m using (account) where p.text is not null group by all order by 1, posts desc, p.language`);
}

/** Texts of a cluster for guessing its language, spread evenly over its posts. */
export async function textsOf(store: Store, clusterId: string, limit: number): Promise<string[]> {
  const rows = await store.rows<{ text: string }>(
    `with own as (
       select p.post, p.text, row_number() over (order by p.post) - 1 as i, count(*) over () as n
       from posts p join cluster_accounts m using (account)
       where m.cluster_id = $clusterId and p.text is not null and p.language is null)
     select text from own where i % greatest(1, n // $limit) = 0 order by post limit $limit`,
    { clusterId, limit },
  );
  return rows.map((row) => row.text);
}

export interface StoredPost {
  readonly post: number;
  readonly postId: string;
  readonly account: number;
  readonly timeMs: number;
  readonly text: string | null;
  readonly file: string;
  readonly row: number;
}

export async function postsByNumber(store: Store, posts: readonly number[]): Promise<Map<number, StoredPost>> {
  if (posts.length === 0) return new Map();
  const rows = await store.rows<StoredPost>(`
    select p.post, p.post_id as "postId", p.account, p.time_ms as "timeMs", p.text, f.path as file, p.row
    from posts p join files f using (file) where p.post in (${posts.join(", ")})`);
  return new Map(rows.map((row) => [row.post, row]));
}

/** Authors whose posts the members of a cluster answered, most members first. Known to the export by id only, perhaps. */
export async function targetCounts(
  store: Store,
): Promise<{ clusterId: string; accountId: string; posts: number; members: number; total: number }[]> {
  return store.rows(`
    select m.cluster_id as "clusterId", p.target_account_id as "accountId",
      count(distinct p.target_post_id) as posts, count(distinct p.account) as members,
      count(*) over (partition by m.cluster_id) as total
    from posts p join cluster_accounts m using (account)
    where p.target_account_id is not null and p.kind in ('reply', 'comment')
    group by m.cluster_id, p.target_account_id having count(distinct p.account) > 1
    qualify row_number() over (partition by m.cluster_id order by members desc, posts desc, p.target_account_id) <= 5
    order by 1, members desc, posts desc, 2`);
}

/** Ids and handles of some accounts, by number. */
export async function accountNames(
  store: Store,
  accounts: readonly number[],
): Promise<{ idOf: (account: number) => string; handleOf: (account: number) => string }> {
  const rows = await store.rows<{ account: number; id: string; handle: string }>(
    `select account, account_id as id, coalesce(handle, name, account_id) as handle from accounts
     where account in (${accounts.length === 0 ? "null" : accounts.join(", ")})`,
  );
  const byAccount = new Map(rows.map((row) => [row.account, row]));
  return {
    idOf: (account) => byAccount.get(account)?.id ?? "",
    handleOf: (account) => byAccount.get(account)?.handle ?? "",
  };
}
