import type { Store } from "./database.ts";
import { ACCOUNT_FACTS } from "./staging.ts";

/** The tables beside the posts: facts about accounts that stand in their own list, and indicators of sites. */

/** SQL of a SELECT giving `row`, `code`, `account_id` and some of ACCOUNT_FACTS, one row for each record. Returns rows taken. */
export async function stageFacts(store: Store, select: string): Promise<number> {
  const columns = ACCOUNT_FACTS.map((fact) => `${fact} ${factType(fact)}`).join(", ");
  await store.run(`create or replace temp table facts (row uinteger, code varchar, account_id varchar, ${columns})`);
  await store.run(`insert into facts by name ${select}`);
  return count(store, "facts");
}

function factType(fact: (typeof ACCOUNT_FACTS)[number]): string {
  if (fact === "verified") return "boolean";
  return ["created_ms", "followers", "following", "declared_posts"].includes(fact) ? "bigint" : "varchar";
}

/**
 * Writes staged facts over those in `accounts`, matching by account id, else by handle (a list keyed by number beside posts keyed by
 * handle). Of an account listed twice the first row counts. With `addMissing`, accounts without a post are added behind the others.
 */
export async function settleFacts(store: Store, addMissing: boolean): Promise<void> {
  await store.run(`update facts set code = 'account-missing' where code is null and account_id is null`);
  await store.run(`update facts set code = 'account-duplicate' from
    (select rowid as sid, row_number() over (partition by account_id order by rowid) as nth from facts where code is null) twice
    where facts.rowid = twice.sid and nth > 1`);
  // An id and a handle can lead to different accounts: the id wins.
  await store.run(`create or replace temp table matched as
    with by_id as (select f.rowid as sid, a.account from facts f join accounts a on a.account_id = f.account_id where f.code is null),
    -- Two joins by equality: "in (a, b)" would compare every fact with every account.
    named as (
      select account, lower(account_id) as name from accounts
      union all select account, lower(handle) from accounts where handle is not null
    ),
    by_handle as (
      select f.rowid as sid, min(n.account) as account from facts f join named n on n.name = lower(f.handle)
      where f.code is null and f.handle is not null group by f.rowid
    )
    select coalesce(i.sid, h.sid) as sid, coalesce(i.account, h.account) as account
    from by_id i full join by_handle h on h.sid = i.sid`);
  // Written anew: an update in place looks through a whole block for each row it is given out of order, at 100,000 accounts for half a minute.
  const over = ACCOUNT_FACTS.map((fact) => `coalesce(facts.${fact}, accounts.${fact}) as ${fact}`).join(", ");
  await store.run(`create or replace temp table settled as select accounts.* replace (${over}) from accounts
    left join (select account, min(sid) as sid from matched group by account) m using (account)
    left join facts on facts.rowid = m.sid`);
  const [table] = await store.rows<{ sql: string }>("select sql from duckdb_tables() where table_name = 'accounts'");
  // Not "delete from": the rows deleted would keep their room in the file.
  await store.run("drop table accounts");
  await store.run(table!.sql);
  await store.run("insert into accounts by name select * from settled order by account");
  await store.run("drop table settled");
  if (addMissing) {
    const facts = ACCOUNT_FACTS.join(", ");
    await store.run(`insert into accounts (account, account_id, ${facts}, posts)
      select (select count(*) from accounts) + row_number() over (order by rowid) - 1, account_id, ${facts}, 0
      from facts where code is null and rowid not in (select sid from matched) order by rowid`);
  }
  await store.run("drop table matched");
}

/** Moves refused facts to `rejects`; returns their number. Drops the staged facts. */
export async function moveFactRejects(store: Store, file: number, firstRow: number): Promise<number> {
  await store.run(`insert into rejects select ${file}, coalesce(row, rowid + ${firstRow}), code, null,
      case code when 'account-missing' then 'The row names no account.'
        when 'account-duplicate' then 'The account stands in an earlier row.' else 'The row cannot be read.' end
    from facts where code is not null order by rowid`);
  const [refused] = await store.rows<{ n: number }>("select count(*) as n from facts where code is not null");
  await store.run("drop table facts");
  return refused?.n ?? 0;
}

/** SQL of a SELECT giving `row`, `code`, `domain`, `type`, `value`, `first_seen_ms`, `last_seen_ms`, `source`. Returns rows taken. */
export async function stageIndicators(store: Store, select: string): Promise<number> {
  await store.run(`create or replace temp table indicator_rows (row uinteger, code varchar, domain varchar, type varchar, value varchar,
    first_seen_ms bigint, last_seen_ms bigint, source varchar)`);
  await store.run(`insert into indicator_rows by name ${select}`);
  return count(store, "indicator_rows");
}

/** Fills `indicators` in order of rows; rows without domain, type or value go to `rejects`. Returns how many were refused. */
export async function settleIndicators(store: Store, file: number, firstRow: number): Promise<number> {
  await store.run(`update indicator_rows set code = case when domain is null then 'domain-missing' else 'indicator-missing' end
    where code is null and (domain is null or coalesce(type, '') = '' or coalesce(value, '') = '')`);
  await store.run(`insert into indicators select domain, type, value, first_seen_ms, last_seen_ms, source
    from indicator_rows where code is null order by rowid`);
  await store.run(`insert into rejects select ${file}, coalesce(row, rowid + ${firstRow}), code, null,
      case code when 'domain-missing' then 'The row names no domain.'
        when 'indicator-missing' then 'The row has no indicator type or value.' else 'The row cannot be read.' end
    from indicator_rows where code is not null order by rowid`);
  const [refused] = await store.rows<{ n: number }>("select count(*) as n from indicator_rows where code is not null");
  await store.run("drop table indicator_rows");
  return refused?.n ?? 0;
}

async function count(store: Store, table: string): Promise<number> {
  const [found] = await store.rows<{ n: number }>(`select count(*) as n from ${table}`);
  return found?.n ?? 0;
}
