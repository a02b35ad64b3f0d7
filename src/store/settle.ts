import type { Store } from "./database.ts";
import { ACCOUNT_FACTS, rowOf, type StageColumn, type StagedFile } from "./staging.ts";

/**
 * Fills `accounts` and `posts` from the good rows of the stage, which is dropped. Numbers are dense, in order of file and row.
 * `columns` are those the stage was made with. Returns the number of posts.
 */
export async function settlePosts(
  store: Store,
  files: readonly StagedFile[],
  columns: ReadonlySet<StageColumn>,
): Promise<number> {
  const [refused] = await store.rows<{ n: number }>("select count(*) as n from stage where code is not null");
  let row = rowOf(files);
  if ((refused?.n ?? 0) > 0) {
    // A new table has rows numbered without gaps, in the order in which it was scanned.
    await store.run(`create temp table good as select s.* replace (${row} as row) from stage s where s.code is null`);
    await store.run("drop table stage");
    await store.run("alter table good rename to stage");
    row = "s.row";
  }
  await settleAccounts(store, columns);
  await numberPosts(store, columns);
  const cells = (...names: readonly StageColumn[]) =>
    names.map((name) => (columns.has(name) ? `s.${name}` : "null")).join(", ");
  // Lined up by position: a join would lose the order, and to sort texts costs more than to sort these few numbers.
  await store.run(`insert into posts
    select s.rowid, s.post_id, n.account, s.time_ms, s.kind, ${cells("text", "language", "target_post_id")}, n.target_account_id,
      ${cells("object_id")}, n.target_post, n.target_account, n.shared_object, n.target_time_ms,
      ${cells("urls", "hashtags", "mentions", "media_hashes", "client", "views", "likes", "reposts", "replies")}, s.file, ${row}
    from stage s positional join numbers n`);
  for (const table of ["stage", "numbers", "account_numbers"]) await store.run(`drop table ${table}`);
  const [total] = await store.rows<{ posts: number }>("select count(*) as posts from posts");
  return total?.posts ?? 0;
}

/** Accounts in order of their first post; facts that ride in rows of posts by their last seen value. */
async function settleAccounts(store: Store, columns: ReadonlySet<StageColumn>): Promise<void> {
  await store.run(`create or replace temp table account_numbers as
    select account_id, (row_number() over (order by first) - 1)::uinteger as account, posts, first_ms, last_ms
    from (select account_id, min(rowid) as first, count(*) as posts, min(time_ms) as first_ms, max(time_ms) as last_ms
      from stage group by account_id)`);
  const facts = ACCOUNT_FACTS.filter((fact) => columns.has(fact));
  const names = ["account", "account_id", ...facts, "posts", "first_ms", "last_ms"].join(", ");
  if (facts.length === 0) {
    await store.run(`insert into accounts (${names}) select ${names} from account_numbers order by account`);
    return;
  }
  // Last by time; of equal times that of the later row, so that threads cannot change the answer.
  const last = facts.map((fact) => `arg_max(${fact}, (time_ms::hugeint * 4294967296 + rowid)) as ${fact}`);
  await store.run(`insert into accounts (${names})
    select ${names} from account_numbers join (select account_id, ${last.join(", ")} from stage group by account_id) using (account_id)
    order by account`);
}

/**
 * The table `numbers`, one row for each of the stage in its order: dense numbers of the account, the target post, its author and the
 * shared object, each in order of first appearance; author and time of the target are looked up where the export holds the target.
 */
async function numberPosts(store: Store, columns: ReadonlySet<StageColumn>): Promise<void> {
  const joins: string[] = [];
  const made: string[] = [];
  const dictionary = async (table: string, id: string, from: string) => {
    made.push(table);
    await store.run(`create or replace temp table ${table} as
      select id, (row_number() over (order by first) - 1)::uinteger as n
      from (select ${id} as id, min(s.rowid) as first from ${from} where ${id} is not null group by 1)`);
  };
  const given = (column: StageColumn) => (columns.has(column) ? `s.${column}` : "null");
  let author = `${given("target_account_id")}::varchar`;
  let [post, account, object, time] = ["null", "null", "null", "null"];
  if (columns.has("target_post_id")) {
    await dictionary("target_ids", "s.target_post_id", "stage s");
    made.push("targets");
    await store.run(`create or replace temp table targets as
      select t.id, t.n, p.account_id, p.time_ms from target_ids t left join stage p on p.post_id = t.id`);
    joins.push("left join targets t on t.id = s.target_post_id");
    [post, time] = ["t.n", "t.time_ms"];
    author = `coalesce(${author}, t.account_id)`;
  }
  if (columns.has("target_post_id") || columns.has("target_account_id")) {
    await dictionary("target_authors", author, `stage s ${joins.join(" ")}`);
    joins.push(`left join target_authors ta on ta.id = ${author}`);
    account = "ta.n";
  }
  if (columns.has("object_id")) {
    await dictionary("shared_objects", "s.object_id", "stage s");
    joins.push("left join shared_objects o on o.id = s.object_id");
    object = "o.n";
  }
  await store.run(`create or replace temp table numbers as
    select a.account, ${post} as target_post, ${author} as target_account_id, ${account} as target_account,
      ${object} as shared_object, ${time} as target_time_ms
    from stage s join account_numbers a on a.account_id = s.account_id ${joins.join(" ")} order by s.rowid`);
  for (const table of made) await store.run(`drop table ${table}`);
}
