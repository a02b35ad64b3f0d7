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
const STAGE_COLUMN_NAMES = Object.keys(STAGE_COLUMNS) as readonly StageColumn[];

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
 * where rows follow each other without gaps (then it is counted), `code` says why a row is refused. Only the columns that some file
 * fills are made: thirty empty columns would cost as much as the reading.
 */
export async function createStage(store: Store, columns: ReadonlySet<StageColumn>): Promise<void> {
  const made = STAGE_COLUMN_NAMES.filter((name) => columns.has(name) || NEEDED.has(name)).map(
    (name) => `, ${name} ${STAGE_COLUMNS[name]}`,
  );
  await store.run(
    `create or replace temp table stage (file usmallint, row uinteger, code varchar, derived boolean, zoned boolean${made.join("")})`,
  );
}

/** Needed to tell posts apart, whatever the formats fill. */
const NEEDED: ReadonlySet<StageColumn> = new Set(["post_id", "account_id", "time_ms", "kind", "object_id"]);

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
export function rowOf(files: readonly StagedFile[]): string {
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
