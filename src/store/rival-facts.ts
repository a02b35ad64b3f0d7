import type { Store } from "./database.ts";
import { append } from "./evidence-tables.ts";

/**
 * Facts by which innocent explanations are judged, straight from the rows. All of them read the temporary tables `cluster_accounts`
 * (account, cluster_id) and `evidence_posts` (post, cluster_id).
 */

/** Posts of members on what their cluster met on. */
export async function nameEvidencePosts(
  store: Store,
  rows: Iterable<{ post: number; clusterId: string }>,
): Promise<void> {
  await store.run("create or replace temp table evidence_posts (post uinteger not null, cluster_id varchar not null)");
  await append(store, "evidence_posts", (row) => {
    for (const { post, clusterId } of rows) {
      row.appendUInteger(post);
      row.appendVarchar(clusterId);
      row.endRow();
    }
  });
}

/** A member's post on the evidence, with the words of the post it answers or passes on, where the export holds that. */
export interface EvidenceText {
  readonly clusterId: string;
  readonly account: number;
  readonly text: string | null;
  readonly targetText: string | null;
  /** Links as exported, with spaces between; null: read them from the text. */
  readonly urls: string | null;
}

export async function* evidenceTexts(store: Store): AsyncGenerator<EvidenceText> {
  // Targets are chosen before their texts are put together: most posts are nobody's target here.
  for await (const chunk of store.chunks(`
    with evidence as (
      select e.cluster_id, p.post, p.account, p.text, p.urls, p.target_post_id
      from evidence_posts e join posts p using (post)),
    targets as (
      select post_id, any_value(text) as text from posts
      where post_id in (select target_post_id from evidence where target_post_id is not null) group by post_id)
    select e.cluster_id, e.account, e.text, t.text, array_to_string(e.urls, ' ')
    from evidence e left join targets t on t.post_id = e.target_post_id
    order by e.post`)) {
    const [clusterIds, accounts, texts, targetTexts, urls] = [0, 1, 2, 3, 4].map((k) => chunk.getColumnVector(k));
    for (let i = 0; i < chunk.rowCount; i++) {
      yield {
        clusterId: clusterIds!.getItem(i) as string,
        account: accounts!.getItem(i) as number,
        text: texts!.getItem(i) as string | null,
        targetText: targetTexts!.getItem(i) as string | null,
        urls: urls!.getItem(i) as string | null,
      };
    }
  }
}

/** The words of these posts, those without left out. */
export async function* postTexts(store: Store, posts: Iterable<number>): AsyncGenerator<[post: number, text: string]> {
  await store.run("create or replace temp table asked_posts (post uinteger not null)");
  await append(store, "asked_posts", (row) => {
    for (const post of posts) {
      row.appendUInteger(post);
      row.endRow();
    }
  });
  const query = "select p.post, p.text from asked_posts join posts p using (post) where p.text is not null";
  for await (const chunk of store.chunks(query)) {
    const [numbers, texts] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    for (let i = 0; i < chunk.rowCount; i++) yield [numbers.getItem(i) as number, texts.getItem(i) as string];
  }
}

/** Posts of accounts in no cluster, every so many-th, as a yardstick of how common a word is. */
export async function outsideTexts(store: Store, atMost: number): Promise<string[]> {
  const rows = await store.rows<{ text: string }>(
    `with outside as (
       select p.post, p.text, row_number() over (order by p.post) - 1 as i, count(*) over () as n
       from posts p where p.text is not null and p.account not in (select account from cluster_accounts))
     select text from outside where i % greatest(1, ceil(n / $atMost)::bigint) = 0 order by post`,
    { atMost },
  );
  return rows.map(({ text }) => text);
}

/** Descriptions of accounts in no cluster, every so many-th. */
export async function outsideBios(store: Store, atMost: number): Promise<string[]> {
  const rows = await store.rows<{ bio: string }>(
    `with outside as (
       select account, bio, row_number() over (order by account) - 1 as i, count(*) over () as n
       from accounts where trim(bio) <> '' and account not in (select account from cluster_accounts))
     select bio from outside where i % greatest(1, ceil(n / $atMost)::bigint) = 0 order by account`,
    { atMost },
  );
  return rows.map(({ bio }) => bio);
}

/** What members say of themselves; null where the export holds no description of the account. */
export async function memberBios(
  store: Store,
): Promise<{ clusterId: string; account: number; bio: string | null; name: string | null; handle: string | null }[]> {
  return store.rows(`
    select m.cluster_id as "clusterId", m.account, nullif(trim(a.bio), '') as bio, a.name, a.handle
    from cluster_accounts m join accounts a using (account) order by m.account`);
}

/** Times of all posts in order, with the account: who else acts at a given moment. */
export async function postTimes(store: Store): Promise<{ timeMs: Float64Array; account: Uint32Array }> {
  const [size] = await store.rows<{ n: number }>("select count(*) as n from posts");
  const timeMs = new Float64Array(size!.n);
  const account = new Uint32Array(size!.n);
  let at = 0;
  for await (const chunk of store.chunks("select time_ms::double, account from posts order by time_ms, post")) {
    const [times, accounts] = [chunk.getColumnVector(0), chunk.getColumnVector(1)];
    for (let i = 0; i < chunk.rowCount; i++, at++) {
      timeMs[at] = times.getItem(i) as number;
      account[at] = accounts.getItem(i) as number;
    }
  }
  return { timeMs, account };
}

/** Members who speak to members, in any of their posts: answers, reposts and quotes of each other, and mentions by handle. */
export async function memberLinks(store: Store): Promise<{ clusterId: string; from: number; to: number }[]> {
  return store.rows(`
    with spoken as (
      select m.cluster_id, p.account as source, t.account as target
      from cluster_accounts m join posts p using (account)
      join accounts t on t.account_id = p.target_account_id
      union
      select m.cluster_id, s.account, t.account
      from (
        select m.account, m.cluster_id,
          unnest(coalesce(p.mentions, regexp_extract_all(p.text, '@(\\w{2,})', 1))) as handle
        from cluster_accounts m join posts p using (account)) s
      join accounts t on lower(t.handle) = lower(s.handle)
      join cluster_accounts m on m.account = s.account)
    select distinct s.cluster_id as "clusterId", s.source as "from", s.target as "to"
    from spoken s join cluster_accounts o on o.account = s.target and o.cluster_id = s.cluster_id
    where s.source <> s.target order by 1, 2, 3`);
}

/** Whether the export could have shown such links at all: it names authors answered, or handles. */
export async function knowsLinks(store: Store): Promise<boolean> {
  const [row] = await store.rows<{ knows: boolean }>(
    "select exists (select 1 from posts where target_account_id is not null) or exists (select 1 from accounts where handle is not null) as knows",
  );
  return row!.knows;
}

/** When members' accounts were made, and their first and last post here. */
export async function memberAges(
  store: Store,
): Promise<
  { clusterId: string; account: number; createdMs: number | null; firstMs: number; lastMs: number; posts: number }[]
> {
  return store.rows(`
    select m.cluster_id as "clusterId", m.account, any_value(a.created_ms) as "createdMs",
      min(p.time_ms) as "firstMs", max(p.time_ms) as "lastMs", count(*) as posts
    from cluster_accounts m join accounts a using (account) join posts p using (account)
    group by m.cluster_id, m.account order by m.account`);
}

/** Of the posts on the evidence that answer or pass on another account's: how many concern each author, the commonest first. */
export async function evidenceTargets(
  store: Store,
): Promise<{ clusterId: string; posts: number; top: number; authors: number; toMembers: number }[]> {
  return store.rows(`
    with each_author as (
      select e.cluster_id, p.target_account_id as author, count(*) as posts, bool_or(o.cluster_id is not null) as is_member
      from evidence_posts e join posts p using (post)
      left join accounts t on t.account_id = p.target_account_id
      left join cluster_accounts o on o.account = t.account and o.cluster_id = e.cluster_id
      where p.target_account_id is not null group by all)
    select cluster_id as "clusterId", sum(posts)::bigint as posts, max(posts) as top, count(*) as authors,
      coalesce(sum(posts) filter (is_member), 0)::bigint as "toMembers"
    from each_author group by cluster_id order by cluster_id`);
}
