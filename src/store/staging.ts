import type { Store } from "./database.ts";

/** Columns of the staging table that a format fills, with their types, in order. */
export const STAGE_COLUMNS = {
  post_id: "varchar",
  account_id: "varchar",
  time_ms: "bigint",
  kind: "varchar",
  text: "varchar",
  language: "varchar",
  target_post_id: "varchar",
  target_account_id: "varchar",
  object_id: "varchar",
  urls: "varchar[]",
  hashtags: "varchar[]",
  mentions: "varchar[]",
  media_hashes: "varchar[]",
  client: "varchar",
  views: "bigint",
  likes: "bigint",
  reposts: "bigint",
  replies: "bigint",
  handle: "varchar",
  name: "varchar",
  platform: "varchar",
  created_ms: "bigint",
  followers: "bigint",
  following: "bigint",
  declared_posts: "bigint",
  bio: "varchar",
  location: "varchar",
  avatar_hash: "varchar",
  verified: "boolean",
} as const;
export type StageColumn = keyof typeof STAGE_COLUMNS;

/** Facts of an account that ride in rows of posts. */
export const ACCOUNT_FACTS = [
  "handle",
  "name",
  "platform",
  "created_ms",
  "followers",
  "following",
  "declared_posts",
  "bio",
  "location",
  "avatar_hash",
  "verified",
] as const satisfies readonly StageColumn[];

/**
 * Rows as read, one for each record of each file, good and bad, in the order of file and row; `rowid` is that order. `row` is null
 * where rows follow each other without gaps (then it is counted), `code` says why a row is refused.
 */
export async function createStage(store: Store): Promise<void> {
  const columns = Object.entries(STAGE_COLUMNS).map(([name, type]) => `${name} ${type}`);
  await store.run(
    `create or replace temp table stage (file usmallint, row uinteger, code varchar, derived boolean, zoned boolean, ${columns.join(", ")})`,
  );
}

export interface StagedFile {
  readonly file: number;
  /** Staging rows [from, to). */
  readonly from: number;
  readonly to: number;
  /** Row of the file's first record. */
  readonly firstRow: number;
}

/** Adds the rows of one file; `select` gives file, row, code, derived, zoned and some of the stage columns, by name. Returns rows added. */
export async function stageRows(store: Store, select: string): Promise<number> {
  const [before] = await store.rows<{ n: number }>("select count(*) as n from stage");
  await store.run(`insert into stage by name ${select}`);
  const [after] = await store.rows<{ n: number }>("select count(*) as n from stage");
  return (after?.n ?? 0) - (before?.n ?? 0);
}

/** SQL for the row in the file of a staged row `s`, by the files' places in the stage. */
function rowOf(files: readonly StagedFile[]): string {
  const cases = files.map((f) => `when s.file = ${f.file} then s.rowid - ${f.from} + ${f.firstRow}`);
  return `coalesce(s.row, case ${cases.join(" ")} end)::uinteger`;
}

/**
 * Finds post ids that occur twice. An id from the export means one post: the first row is kept and the others refused, unless they
 * share another object (a post with two links is two shares in CooRTweet's layout). Ids we derived, and such shares, are told apart
 * by "#2", "#3"... in order of rows. Returns how many of each.
 */
export async function settleDuplicates(store: Store): Promise<{ refused: number; renamed: number }> {
  // By hash first: ten million text keys would not fit where ten million numbers do.
  await store.run(`create or replace temp table twice as
    with suspect as (select hash(post_id) as h from stage where code is null group by h having count(*) > 1),
    same as (
      select rowid as sid, post_id, derived, row_number() over (partition by post_id, object_id order by rowid) as copy
      from stage where code is null and hash(post_id) in (select h from suspect)
    )
    select sid, not derived and copy > 1 as refused,
      count(*) filter (derived or copy = 1) over (partition by post_id order by sid) as nth
    from same`);
  const [counts] = await store.rows<{ refused: number; renamed: number }>(
    "select count(*) filter (refused) as refused, count(*) filter (not refused and nth > 1) as renamed from twice",
  );
  const { refused = 0, renamed = 0 } = counts ?? {};
  const twin = "from twice where stage.rowid = twice.sid";
  if (refused > 0) await store.run(`update stage set code = 'post-id-duplicate' ${twin} and refused`);
  if (renamed > 0)
    await store.run(`update stage set post_id = post_id || '#' || nth ${twin} and not refused and nth > 1`);
  await store.run("drop table twice");
  return { refused, renamed };
}

/** What is worth telling of one file. */
export interface StageCount {
  readonly file: number;
  readonly kept: number;
  /** Of the kept: without an id in the export, and with a time that names no zone. */
  readonly derived: number;
  readonly unzoned: number;
  /** Refused because of their id. */
  readonly repeated: number;
}

export async function stageCounts(store: Store): Promise<StageCount[]> {
  return store.rows<StageCount>(
    `select file, count(*) filter (code is null) as kept, count(*) filter (code is null and derived) as derived,
      count(*) filter (code is null and not zoned) as unzoned, count(*) filter (code = 'post-id-duplicate') as repeated
     from stage group by file order by file`,
  );
}

/** Moves refused rows to `rejects`, with the reason told for their code. */
export async function moveRejects(
  store: Store,
  files: readonly StagedFile[],
  reasons: ReadonlyMap<string, string>,
): Promise<number> {
  const [count] = await store.rows<{ n: number }>("select count(*) as n from stage where code is not null");
  const n = count?.n ?? 0;
  if (n === 0) return 0;
  await store.run("create or replace temp table reasons (code varchar, reason varchar)");
  for (const [code, reason] of reasons) {
    await store.run("insert into reasons values ($code, $reason)", { code, reason });
  }
  await store.run(`insert into rejects
    select s.file, ${rowOf(files)} as row, s.code, null, coalesce(r.reason, s.code) from stage s left join reasons r on r.code = s.code
    where s.code is not null order by s.rowid`);
  await store.run("drop table reasons");
  return n;
}

/** Fills `accounts` and `posts` from the good rows of the stage, which is dropped. Numbers are dense, in order of file and row. Returns posts. */
export async function settlePosts(store: Store, files: readonly StagedFile[]): Promise<number> {
  const [refused] = await store.rows<{ n: number }>("select count(*) as n from stage where code is not null");
  const row = rowOf(files);
  if ((refused?.n ?? 0) > 0) {
    // A new table has rows numbered without gaps, in the order in which it was scanned.
    await store.run(`create temp table good as select s.* replace (${row} as row) from stage s where s.code is null`);
    await store.run("drop table stage");
    await store.run("alter table good rename to stage");
  }
  await settleAccounts(store);
  const targets = await settleTargets(store);
  const number = (key: string, column: string) =>
    targets.has(key)
      ? { column: `${key}.n`, join: `left join ${key} on ${key}.id = ${column}` }
      : { column: "null", join: "" };
  const post = number("target_posts", "s.target_post_id");
  const object = number("shared_objects", "s.object_id");
  const author = targets.has("target_posts")
    ? "coalesce(s.target_account_id, target_posts.account_id)"
    : "s.target_account_id";
  const account = number("target_accounts", author);
  const targetTime = targets.has("target_posts") ? "target_posts.time_ms" : "null";
  await store.run(`insert into posts
    select s.rowid, s.post_id, a.account, s.time_ms, s.kind, s.text, s.language, s.target_post_id, ${author}, s.object_id,
      ${post.column}, ${account.column}, ${object.column}, ${targetTime},
      s.urls, s.hashtags, s.mentions, s.media_hashes, s.client, s.views, s.likes, s.reposts, s.replies, s.file,
      ${(refused?.n ?? 0) > 0 ? "s.row" : row}
    from stage s join account_numbers a on a.account_id = s.account_id ${post.join} ${object.join} ${account.join}`);
  await store.run("drop table stage");
  for (const table of targets) await store.run(`drop table ${table}`);
  await store.run("drop table account_numbers");
  await sortPosts(store);
  await store.run(`update accounts set posts = p.n, first_ms = p.first_ms, last_ms = p.last_ms
    from (select account, count(*) as n, min(time_ms) as first_ms, max(time_ms) as last_ms from posts group by account) p
    where p.account = accounts.account`);
  const [total] = await store.rows<{ posts: number }>("select count(*) as posts from posts");
  return total?.posts ?? 0;
}

async function settleAccounts(store: Store): Promise<void> {
  await store.run(`create or replace temp table account_numbers as
    select account_id, (row_number() over (order by first) - 1)::uinteger as account
    from (select account_id, min(rowid) as first from stage group by account_id)`);
  const counts = await store.rows<Record<string, number>>(
    `select ${ACCOUNT_FACTS.map((fact) => `count(${fact}) as ${fact}`).join(", ")} from stage`,
  );
  // The last seen value by time; of equal times that of the later row, so that threads cannot change the answer.
  const facts = ACCOUNT_FACTS.filter((fact) => (counts[0]?.[fact] ?? 0) > 0);
  const last = facts.map((fact) => `arg_max(s.${fact}, (s.time_ms::hugeint * 4294967296 + s.rowid)) as ${fact}`);
  const known = ["account", "account_id", ...facts].join(", ");
  await store.run(`insert into accounts (${known}, posts)
    select a.account, a.account_id${last.map((expression) => `, ${expression}`).join("")}, 0
    from stage s join account_numbers a on a.account_id = s.account_id
    group by a.account, a.account_id order by a.account`);
}

/** Dense numbers for what posts point at, by first appearance; only for columns that hold anything. Returns the tables made. */
async function settleTargets(store: Store): Promise<Set<string>> {
  const [held] = await store.rows<{ post: number; account: number; object: number }>(
    `select count(target_post_id) as post, count(target_account_id) as account, count(object_id) as object from stage`,
  );
  const made = new Set<string>();
  const numbered = (source: string) =>
    `select id, (row_number() over (order by first) - 1)::uinteger as n from (${source})`;
  if ((held?.post ?? 0) > 0) {
    made.add("target_posts");
    // The target's author and time, where the export holds the target itself.
    await store.run(`create or replace temp table target_posts as
      select t.id, t.n, p.account_id, p.time_ms
      from (${numbered("select target_post_id as id, min(rowid) as first from stage where target_post_id is not null group by id")}) t
      left join stage p on p.post_id = t.id`);
  }
  if ((held?.post ?? 0) > 0 || (held?.account ?? 0) > 0) {
    made.add("target_accounts");
    const author = made.has("target_posts") ? "coalesce(s.target_account_id, t.account_id)" : "s.target_account_id";
    const join = made.has("target_posts") ? "left join target_posts t on t.id = s.target_post_id" : "";
    await store.run(`create or replace temp table target_accounts as
      ${numbered(`select ${author} as id, min(s.rowid) as first from stage s ${join} where ${author} is not null group by 1`)}`);
  }
  if ((held?.object ?? 0) > 0) {
    made.add("shared_objects");
    await store.run(`create or replace temp table shared_objects as
      ${numbered("select object_id as id, min(rowid) as first from stage where object_id is not null group by id")}`);
  }
  return made;
}

/** Rows usually lie in order already; a join that spilled to disk may have moved them. */
async function sortPosts(store: Store): Promise<void> {
  const [moved] = await store.rows<{ n: number }>("select count(*) as n from posts where rowid <> post");
  if ((moved?.n ?? 0) === 0) return;
  await store.run("create temp table in_order as select * from posts order by post");
  await store.run("delete from posts");
  await store.run("insert into posts select * from in_order");
  await store.run("drop table in_order");
}
