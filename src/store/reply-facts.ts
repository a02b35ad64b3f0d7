import type { DuckDBVector } from "@duckdb/node-api";
import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import type { Store } from "./database.ts";
import { choosePosts } from "./marks.ts";

/** Who answered whose posts, straight from the rows: replies and comments whose parent and its author are known by id. */

/** Struct of arrays, in order of post. Answers to oneself are left out: threads are no audience. */
export interface Answers {
  readonly count: number;
  /** Accounts of the case, also those who answer nobody. */
  readonly accountCount: number;
  readonly account: Uint32Array;
  /** Number of the author answered, in the numbering of targets (`posts.target_account`). */
  readonly author: Uint32Array;
  readonly authorCount: number;
  /** Number of the post answered, in the numbering of targets (`posts.target_post`). */
  readonly parent: Uint32Array;
  readonly parentCount: number;
  readonly timeMs: Float64Array;
  /** Since the post answered; NaN where the export does not hold it. */
  readonly delayMs: Float64Array;
  readonly post: Uint32Array;
}

export async function readAnswers(store: Store): Promise<Answers> {
  const [totals] = await store.rows<{ accounts: number; authors: number; parents: number }>(
    `select (select count(*) from accounts) as accounts, coalesce(max(target_account) + 1, 0) as authors,
       coalesce(max(target_post) + 1, 0) as parents from posts`,
  );
  const columns = Array.from({ length: 4 }, () => new GrowableUint32());
  const times = new GrowableFloat64();
  const delays = new GrowableFloat64();
  for await (const chunk of store.chunks(`
    select p.account, p.target_account, p.target_post, p.post, p.time_ms::double,
      coalesce((p.time_ms - p.target_time_ms)::double, 'nan'::double)
    from posts p join accounts a using (account)
    where p.kind in ('reply', 'comment') and p.target_account is not null and p.target_post is not null
      and p.target_account_id is distinct from a.account_id
    order by p.post`)) {
    const items = <T>(column: number): T => (chunk.getColumnVector(column) as DuckDBVector & { items: T }).items;
    for (let i = 0; i < chunk.rowCount; i++) {
      for (const [column, values] of columns.entries()) values.push(items<Uint32Array>(column)[i]!);
      times.push(items<Float64Array>(4)[i]!);
      delays.push(items<Float64Array>(5)[i]!);
    }
  }
  const [account, author, parent, post] = columns.map((column) => column.take());
  return {
    count: account!.length,
    accountCount: totals!.accounts,
    account: account!,
    author: author!,
    authorCount: totals!.authors,
    parent: parent!,
    parentCount: totals!.parents,
    timeMs: times.take(),
    delayMs: delays.take(),
    post: post!,
  };
}

/** What is known of an account that answers others. */
export interface ReplierFacts {
  readonly account: number;
  readonly createdMs: number | null;
  readonly followers: number | null;
  /** Posts of its own in this case: neither answers nor passed on. */
  readonly ownPosts: number;
}

export async function replierFacts(store: Store): Promise<ReplierFacts[]> {
  return store.rows<ReplierFacts>(`
    select a.account, any_value(a.created_ms) as "createdMs", any_value(a.followers) as followers,
      count(*) filter (p.kind = 'post') as "ownPosts"
    from accounts a join posts p using (account) group by a.account
    having count(*) filter (p.kind in ('reply', 'comment')) > 0 order by a.account`);
}

/** Id of authors by their number among targets, and their number among the accounts where the case holds them. */
export async function authorNames(
  store: Store,
  authors: readonly number[],
): Promise<Map<number, { id: string; account: number | null }>> {
  if (authors.length === 0) return new Map();
  const rows = await store.rows<{ author: number; id: string; account: number | null }>(`
    select p.target_account as author, any_value(p.target_account_id) as id, any_value(a.account) as account
    from posts p left join accounts a on a.account_id = p.target_account_id
    where p.target_account in (${authors.join(", ")}) group by p.target_account`);
  return new Map(rows.map(({ author, id, account }) => [author, { id, account }]));
}

/** Texts by post; posts without one are missing. */
export async function textsOfPosts(store: Store, posts: readonly number[]): Promise<Map<number, string>> {
  if (posts.length === 0) return new Map();
  await choosePosts(store, posts);
  const rows = await store.rows<{ post: number; text: string }>(
    "select post, text from posts semi join chosen_posts using (post) where text is not null order by post",
  );
  return new Map(rows.map(({ post, text }) => [post, text]));
}
