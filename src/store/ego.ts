import type { EgoAccount, EgoAnswer, EgoNeighbour, EgoPair, Listed, Share } from "../corpus/ego.ts";
import { SIGNIFICANT } from "./account-table.ts";
import type { Store } from "./database.ts";
import { findAccount } from "./evidence.ts";
import { numberList } from "./sql.ts";

/** Rows that travel at most; what is beyond is counted. */
const NEIGHBOUR_LIMIT = 48;
const OUTER_LIMIT = 90;
const PAIR_LIMIT = 500;
const LISTED = 8;
/** Longest description of a profile, in characters. */
const BIO_LIMIT = 600;

/** Everything about one account. Undefined when the case has no such number. O(its posts + its pairs), and those of its neighbours. */
export async function findEgo(
  store: Store,
  account: number,
  options: { readonly q: number; readonly depth: 1 | 2 },
): Promise<EgoAnswer | undefined> {
  const found = await findAccount(store, account);
  if (found === undefined) return undefined;
  const [facts] = await store.rows<Omit<EgoAccount, keyof typeof found>>(
    `select left(bio, ${BIO_LIMIT}) as bio, location, followers, following, declared_posts as "declaredPosts", verified
     from accounts where account = $account`,
    { account },
  );
  const inner = await pairsAround(store, [account], options.q, [], NEIGHBOUR_LIMIT);
  return {
    account: { ...found, ...facts! },
    clusters: await store.rows(
      `select c.cluster_id as "clusterId", c.name, c.reading, m.role, m.membership, m.core as "isCore"
       from members m join clusters c on c.cluster_id = m.cluster_id where m.account = $account
       order by m.membership desc, c.rowid`,
      { account },
    ),
    rhythm: await rhythmOf(store, account),
    kinds: (await listed(store, "kind", "posts where account = $account", account)).rows,
    clients: await listed(store, "client", "posts where account = $account", account),
    languages: await listed(store, "language", "posts where account = $account", account),
    domains: await listed(store, "domain", "domains where account = $account", account),
    ...inner,
    second:
      options.depth === 1
        ? null
        : await pairsAround(
            store,
            inner.neighbours.map((one) => one.account),
            options.q,
            [account],
            OUTER_LIMIT,
          ),
  };
}

/** Posts of the account by one of their columns, most first; rows without one are left out. */
async function listed(store: Store, column: string, from: string, account: number): Promise<Listed> {
  const rows = await store.rows<Share & { total: number }>(
    `select ${column} as what, count(distinct post) as posts, count(*) over () as total
     from ${from} and ${column} is not null group by 1 order by posts desc, what limit ${LISTED}`,
    { account },
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ what, posts }) => ({ what, posts })) };
}

async function rhythmOf(store: Store, account: number): Promise<number[]> {
  const rows = await store.rows<{ hour: number; posts: number }>(
    `select ((isodow(make_timestamp_ms(time_ms)) - 1) * 24 + hour(make_timestamp_ms(time_ms)))::integer as hour, count(*) as posts
     from posts where account = $account group by 1`,
    { account },
  );
  const hours = new Array<number>(168).fill(0);
  for (const { hour, posts } of rows) hours[hour] = posts;
  return hours;
}

/**
 * Significant pairs with one end among `centre` and none among `without`, those that lead out of the centre before those within it; the
 * neighbours are the other ends that are not of the centre themselves.
 */
async function pairsAround(
  store: Store,
  centre: readonly number[],
  q: number,
  without: readonly number[],
  limit: number,
): Promise<{ neighbours: EgoNeighbour[]; neighbourTotal: number; pairs: EgoPair[]; pairTotal: number }> {
  if (centre.length === 0) return { neighbours: [], neighbourTotal: 0, pairs: [], pairTotal: 0 };
  const [inside, outside] = [numberList(centre), numberList(without)];
  const around = `
    with near as (select * from pairs where ${SIGNIFICANT} and (a in (${inside}) or b in (${inside}))
                  and coalesce(a not in (${outside}), true) and coalesce(b not in (${outside}), true)),
         turned as (select if(a in (${inside}), a, b) as a, if(a in (${inside}), b, a) as b, trace, objects, coactions, expected, q,
                    q_fused as "qFused", bits from near)`;
  const pairs = await store.rows<EgoPair & { total: number }>(
    `${around} select *, count(*) over () as total from turned order by (b in (${inside})), bits desc, q, a, b, trace limit ${PAIR_LIMIT}`,
    { q },
  );
  const neighbours = await store.rows<EgoNeighbour & { total: number }>(
    `${around}, best as (select b as account, max(bits) as most from turned where b not in (${inside}) group by b)
     select best.account, x.account_id as "accountId", x.handle, m.cluster_id as "clusterId", count(*) over () as total
     from best join accounts x on x.account = best.account left join members m on m.account = best.account
     order by most desc, best.account limit ${limit}`,
    { q },
  );
  return {
    neighbours: neighbours.map(({ total: _total, ...row }) => row),
    neighbourTotal: neighbours[0]?.total ?? 0,
    pairs: pairs.map(({ total: _total, ...row }) => row),
    pairTotal: pairs[0]?.total ?? 0,
  };
}
