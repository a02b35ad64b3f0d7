import type { DomainHit, EvidenceAccount, EvidencePost } from "../corpus/evidence.ts";
import type { SharedAction, SharedBounds, SharedObject, SharedPair, SharedRows } from "../corpus/shared-rows.ts";
import type { Store } from "./database.ts";
import { ACCOUNT_COLUMNS, ACCOUNT_JOINS, countOf, LABEL_LIMIT, POST_COLUMNS } from "./evidence.ts";
import { PAIR_COLUMNS } from "./evidence-pair.ts";

export interface SharedWish {
  readonly windows: readonly { readonly trace: string; readonly windowMs: number }[];
  /** Objects that profiles name, wherever members met on them. */
  readonly named: readonly { readonly trace: string; readonly object: number }[];
  readonly bounds: SharedBounds;
}

/**
 * What a copy of the case must hold for every pair within clusters to be followed to its posts.
 *
 * Objects on which any two members met within the window are found by a sweep: sorted by time, two accounts within the window have
 * between them two neighbours of different accounts that are no further apart. Cost: O(actions of members, sorted).
 */
export async function sharedRows(store: Store, { windows, named, bounds }: SharedWish): Promise<SharedRows> {
  await store.run(`create or replace temp table share_windows (trace varchar not null, window_ms bigint not null);
    create or replace temp table share_objects (trace varchar not null, object uinteger not null);`);
  for (const { trace, windowMs } of windows) {
    await store.run("insert into share_windows values ($trace, $windowMs)", { trace, windowMs: BigInt(windowMs) });
  }
  if (bounds.objectsPerPair === null) await store.run(`insert into share_objects ${MET}`);
  else {
    await store.run(`create or replace temp table share_matches as ${MATCHES}`);
    await store.run(
      `insert into share_objects select distinct trace, object from share_matches where place <= ${Number(bounds.objectsPerPair)}`,
    );
  }
  for (const { trace, object } of named) {
    await store.run("insert into share_objects values ($trace, $object)", { trace, object });
  }
  await store.run(`
    create or replace temp table share_objects as select distinct trace, object from share_objects;
    create or replace temp table share_actions as
      select trace, object, account, time_ms, post, touches from (
        select x.trace, x.object, x.account, x.time_ms, x.post, x.account in (select account from members) as is_member,
               row_number() over (partition by x.trace, x.object order by x.time_ms, x.post) as place,
               count(*) over (partition by x.trace, x.object) as touches
        from actions x semi join share_objects using (trace, object))
      where is_member or place <= ${Number(bounds.touchesPerObject)};
    create or replace temp table share_others as
      select trace, object, list(first_ms order by first_ms) as times from (
        select x.trace, x.object, min(x.time_ms)::double as first_ms from actions x semi join share_objects using (trace, object)
        where x.account not in (select account from members) group by x.trace, x.object, x.account) group by all;
    create or replace temp table share_posts as select distinct post from share_actions;
    create or replace temp table share_accounts as
      select account from members union select account from posts semi join share_posts using (post);`);
  return {
    accounts: await store.rows<EvidenceAccount>(
      `select ${ACCOUNT_COLUMNS} from accounts a ${ACCOUNT_JOINS} where a.account in (select account from share_accounts)
       order by a.account`,
    ),
    posts: await store.rows<EvidencePost>(
      `select ${POST_COLUMNS} from posts p join files f on f.file = p.file where p.post in (select post from share_posts) order by p.post`,
    ),
    objects: await store.rows<SharedObject>(
      `select o.trace as trace, o.object as object, left(o.label, ${LABEL_LIMIT}) as label, o.accounts as accounts,
              o.actions as actions, o.bits as bits, coalesce(n.touches, 0) as touches,
              case when n.held < n.touches then t.times end as "othersMs"
       from objects o semi join share_objects s on s.trace = o.trace and s.object = o.object
       left join (select trace, object, count(*) as held, any_value(touches) as touches from share_actions group by all) n
         on n.trace = o.trace and n.object = o.object
       left join share_others t on t.trace = o.trace and t.object = o.object
       order by o.trace, o.object`,
    ),
    actions: await store.rows<SharedAction>(
      `select trace, object, account, time_ms as "timeMs", post from share_actions order by trace, object, time_ms, post, account`,
    ),
    pairs: await pairsWithin(store, bounds),
    domains: await store.rows<DomainHit>(
      `select domain, count(distinct d.post) as posts, count(distinct d.account) as accounts, count(distinct m.account) as members
       from domains d left join members m on m.account = d.account
       where domain in (select domain from domains semi join share_posts using (post)) group by domain order by domain`,
    ),
    postDomains: await store.rows(
      `select distinct post, domain from domains semi join share_posts using (post) order by post, domain`,
    ),
    totals: {
      accounts: await countOf(store, "select count(*) as n from accounts", {}),
      posts: await countOf(store, "select count(*) as n from posts", {}),
      objects: await countOf(store, "select count(*) as n from objects", {}),
      domains: await countOf(store, "select count(distinct domain) as n from domains", {}),
    },
  };
}

const MET = `
  select distinct trace, object from (
    select x.trace, x.object, x.account, x.time_ms, w.window_ms, lag(x.account) over near as before, lag(x.time_ms) over near as before_ms
    from actions x semi join members m on m.account = x.account join share_windows w on w.trace = x.trace
    window near as (partition by x.trace, x.object order by x.time_ms, x.post))
  where account <> before and time_ms - before_ms <= window_ms`;

/** Every object of every pair within clusters, the rarest of each pair first. */
const MATCHES = `
  select *, row_number() over (partition by trace, a, b order by bits desc, gap_ms, object) as place from (
    select p.trace, p.a, p.b, x.object, o.bits, min(abs(x.time_ms - y.time_ms)) as gap_ms
    from pairs p semi join members ma on ma.account = p.a semi join members mb on mb.account = p.b
         join share_windows w on w.trace = p.trace
         join actions x on x.trace = p.trace and x.account = p.a
         join actions y on y.trace = p.trace and y.account = p.b and y.object = x.object
         join objects o on o.trace = p.trace and o.object = x.object
    where abs(x.time_ms - y.time_ms) <= w.window_ms group by all)`;

function pairsWithin(store: Store, bounds: SharedBounds): Promise<SharedPair[]> {
  const isWhole = bounds.objectsPerPair === null;
  const counts = isWhole
    ? ""
    : "left join (select trace, a, b, count(*) as n from share_matches group by all) c using (trace, a, b)";
  return store.rows<SharedPair>(
    `select ${PAIR_COLUMNS}, a, b, ${isWhole ? "null" : "coalesce(c.n, 0)"} as "matchCount"
     from pairs semi join members ma on ma.account = a semi join members mb on mb.account = b ${counts} order by a, b, trace`,
  );
}
