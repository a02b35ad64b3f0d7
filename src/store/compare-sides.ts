import type { CompareCommon } from "../corpus/compare.ts";
import type { Share } from "../corpus/ego.ts";
import { SIGNIFICANT } from "./account-table.ts";
import type { Store } from "./database.ts";
import { countOf, LABEL_LIMIT } from "./evidence.ts";
import { numberList } from "./sql.ts";

/** Rows of a list that travel at most. */
const LISTED = 24;
const STRONGEST = 12;

/** Accounts with what they can be matched by; `members` null: everybody outside all clusters who posted. */
export async function matchables(
  store: Store,
  cluster: string | null,
): Promise<{ account: number; platform: string | null; language: string | null; posts: number }[]> {
  const rows: { account: number; platform: string | null; language: string | null; posts: number }[] = [];
  const chunks = store.chunks(
    `with wanted as (select account, platform, posts from accounts where posts > 0 and if($cluster is null,
            account not in (select account from members),
            account in (select account from members where cluster_id = $cluster))),
          spoken as (select account, language, count(*) as n from posts where account in (select account from wanted) and language is not null
            group by all),
          main as (select account, arg_max(language, struct_pack(n := n, l := language)) as language from spoken group by account)
     select w.account, w.platform, main.language, w.posts from wanted w left join main using (account) order by w.account`,
    { cluster },
  );
  for await (const chunk of chunks) {
    const [account, platform, language, posts] = chunk.getColumns();
    for (let i = 0; i < chunk.rowCount; i++) {
      rows.push({
        account: account![i] as number,
        platform: platform![i] as string | null,
        language: language![i] as string | null,
        posts: posts![i] as number,
      });
    }
  }
  return rows;
}

/** Counts of one group of accounts, all from the rows of posts and accounts; see `CompareSide`. */
export async function sideFacts(
  store: Store,
  accounts: readonly number[],
  axis: { readonly startMs: number; readonly binMs: number; readonly bins: number; readonly q: number },
) {
  await keepSides(store, accounts, []);
  const within = "account in (select account from sides)";
  const [whole] = await store.rows<{ posts: number; firstMs: number | null; lastMs: number | null }>(
    `select count(*) as posts, min(time_ms) as "firstMs", max(time_ms) as "lastMs" from posts where ${within}`,
  );
  const time = new Array<number>(axis.bins).fill(0);
  for (const { bin, n } of await store.rows<{ bin: number; n: number }>(
    `select floor((time_ms - $startMs) / $binMs)::integer as bin, count(*) as n from posts where ${within} group by 1`,
    { startMs: axis.startMs, binMs: axis.binMs },
  )) {
    time[Math.max(0, Math.min(axis.bins - 1, bin))]! += n;
  }
  const hours = new Array<number>(24).fill(0);
  for (const { hour, n } of await store.rows<{ hour: number; n: number }>(
    `select hour(make_timestamp_ms(time_ms))::integer as hour, count(*) as n from posts where ${within} group by 1`,
  )) {
    hours[hour] = n;
  }
  const shares = (sql: string) => store.rows<Share>(sql);
  const one = async (sql: string) =>
    (await store.rows<{ n: number }>(sql, sql.includes("$q") ? { q: axis.q } : {}))[0]?.n ?? 0;
  const together = (what: string, from: string) =>
    one(`select coalesce(sum(k * (k - 1) / 2), 0)::double as n
         from (select ${what} as object, count(distinct account) as k from ${from} where ${within} and ${what} is not null group by 1)`);
  return {
    posts: whole?.posts ?? 0,
    firstMs: whole?.firstMs ?? null,
    lastMs: whole?.lastMs ?? null,
    time,
    hours,
    languages: await shares(
      `select coalesce(language, 'not told') as what, count(*) as posts from posts where ${within} group by 1 order by posts desc, what`,
    ),
    platforms: await shares(
      `select coalesce(platform, 'not told') as what, count(*) as posts from accounts where ${within} group by 1 order by posts desc, what`,
    ),
    created: await shares(
      `select year(make_timestamp_ms(created_ms))::varchar as what, count(*) as posts from accounts
       where ${within} and created_ms is not null group by 1 order by what`,
    ),
    handles: (
      await store.rows<{ name: string }>(`select coalesce(handle, account_id) as name from accounts where ${within}`)
    ).map(({ name }) => name),
    rates: {
      pairs: (accounts.length * (accounts.length - 1)) / 2,
      significant: await one(
        `select count(*) as n from (select distinct a, b from pairs where ${SIGNIFICANT}
           and a in (select account from sides) and b in (select account from sides))`,
      ),
      sameTarget: await together("target_post_id", "posts"),
      sameSite: await together("domain", "domains"),
      // Short texts are the same by chance: a thank-you is no copy.
      sameText: await together("if(length(text) >= 40, text, null)", "posts"),
      linking: await one(`select count(distinct post) as n from domains where ${within}`),
      sites: await one(`select count(distinct domain) as n from domains where ${within}`),
    },
  };
}

/** What two groups of accounts have in common: accounts, significant pairs between them, objects of the evidence, sites, texts. */
export async function commonOf(
  store: Store,
  left: readonly number[],
  right: readonly number[],
  q: number,
): Promise<CompareCommon> {
  await keepSides(store, left, right);
  const own = new Set(left);
  const between = `between_sides as (select p.*, x.l as is_a_left from pairs p join sides x on x.account = p.a join sides y on y.account = p.b
    where ${SIGNIFICANT} and ((x.l and y.r) or (x.r and y.l)))`;
  const touched = `touched as (select trace, object, count(distinct account) filter (l) as l, count(distinct account) filter (r) as r
    from actions join sides using (account) group by all)`;
  const linked = `linked as (select domain, count(distinct post) filter (l) as l, count(distinct post) filter (r) as r
    from domains join sides using (account) group by domain)`;
  const objects = await store.rows<CompareCommon["objects"][number] & { total: number }>(
    `with ${touched} select t.trace, t.object, left(o.label, ${LABEL_LIMIT}) as label, t.l as "left", t.r as "right", count(*) over () as total
     from touched t join objects o on o.trace = t.trace and o.object = t.object where t.l > 0 and t.r > 0
     order by least(t.l, t.r) desc, t.l + t.r desc, t.trace, t.object limit ${LISTED}`,
  );
  const sites = await store.rows<CompareCommon["sites"][number] & { total: number }>(
    `with ${linked} select domain, l as "left", r as "right", count(*) over () as total
     from linked where l > 0 and r > 0 order by least(l, r) desc, l + r desc, domain limit ${LISTED}`,
  );
  const [texts] = await store.rows<{ both: number; either: number }>(
    `with ${touched} select count(*) filter (l > 0 and r > 0) as both, count(*) as either from touched where trace = 'same-text'`,
  );
  return {
    accounts: right.filter((account) => own.has(account)).length,
    pairs: await store.rows(
      `with ${between} select trace, count(*) as pairs, sum(objects)::double as objects, sum(expected) as expected
       from between_sides group by trace order by pairs desc, trace`,
      { q },
    ),
    strongest: await store.rows(
      `with ${between}, turned as (select trace, if(is_a_left, a, b) as a, if(is_a_left, b, a) as b, objects, expected, bits, q
         from between_sides)
       select trace, a, b, coalesce(x.handle, x.account_id) as "aName", coalesce(y.handle, y.account_id) as "bName", objects, expected
       from turned join accounts x on x.account = a join accounts y on y.account = b
       order by bits desc, q, trace, a, b limit ${STRONGEST}`,
      { q },
    ),
    objects: objects.map(({ total: _total, ...row }) => row),
    objectTotal: objects[0]?.total ?? 0,
    sites: sites.map(({ total: _total, ...row }) => row),
    siteTotal: sites[0]?.total ?? 0,
    siteUnion: await countOf(store, `with ${linked} select count(*) as n from linked`, {}),
    texts: texts?.both ?? 0,
    textUnion: texts?.either ?? 0,
  };
}

/**
 * Accounts of the two sides as a table of this connection: lists of thousands in the text of every query would be looked through row
 * by row. Questions come one at a time, so nobody else reads it meanwhile.
 */
function keepSides(store: Store, left: readonly number[], right: readonly number[]): Promise<void> {
  return store.run(
    `create or replace temp table sides as select account, bool_or(is_left) as l, bool_or(not is_left) as r from (
       select unnest([${numberList(left)}]::uinteger[]) as account, true as is_left
       union all select unnest([${numberList(right)}]::uinteger[]), false) group by account`,
  );
}
