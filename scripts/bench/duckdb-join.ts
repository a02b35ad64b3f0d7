import { openStore } from "../../src/store/database.ts";

/**
 * The baseline to beat: the co-share network by a DuckDB self-join on time buckets, the fastest known form in SQL. Its edges are
 * those of CooRTweet: two shares of one object by two accounts at most `windowS` apart; accounts and objects seen once are left
 * out, and so are edges neither of whose accounts takes part with two shares. The weight is the number of co-shares.
 */
export async function duckdbJoin(
  csvPath: string,
  outPath: string,
  windowS: number,
  tempDirectory: string,
): Promise<void> {
  const store = await openStore(":memory:", { tempDirectory });
  try {
    for (const statement of statements(csvPath, outPath, windowS)) await store.run(statement);
  } finally {
    store.close();
  }
}

function statements(csvPath: string, outPath: string, windowS: number): string[] {
  const within = "p.account <> q.account and (q.t > p.t or (q.t = p.t and q.share > p.share)) and q.t - p.t <= ";
  const coShare = (bucket: string) => `
    select p.account as a, q.account as b, p.share as earlier, q.share as later, q.t - p.t as delay
    from actions p join actions q on p.item = q.item and q.bucket = ${bucket} and ${within}${windowS}`;
  return [
    "set preserve_insertion_order = false",
    `create temp table shares as
      select row_number() over () as share, account_id, object_id, timestamp_share::bigint as t
      from read_csv(${literal(csvPath)}, header = true, all_varchar = true)`,
    `create temp table accounts as
      select account_id, row_number() over (order by account_id) as account from shares group by account_id having count(*) >= 2`,
    `create temp table items as
      select object_id, row_number() over (order by object_id) as item from shares group by object_id having count(*) >= 2`,
    `create temp table actions as
      select share, account, item, t, t // ${windowS} as bucket from shares join accounts using (account_id) join items using (object_id)`,
    // Two moments at most a window apart lie in the same bucket or in neighbours: an equality join instead of a range join.
    `create temp table together as ${coShare("p.bucket")} union all ${coShare("p.bucket + 1")}`,
    `create temp table active as
      select account from actions where share in (select earlier from together union select later from together)
      group by account having count(*) >= 2`,
    `copy (
      select l.account_id as source, r.account_id as target, e.weight, e.mean_delay_s
      from (
        select least(a, b) as x, greatest(a, b) as y, count(*) as weight, avg(delay) as mean_delay_s
        from together where a in (from active) or b in (from active) group by all
      ) e join accounts l on l.account = e.x join accounts r on r.account = e.y
    ) to ${literal(outPath)} (header)`,
  ];
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
