import type { ObjectAnswer, PostHit } from "../corpus/evidence.ts";
import { TOUCH_LIMIT } from "../corpus/evidence-limits.ts";
import { ALL_TIME, type Stretch } from "../corpus/stretch.ts";
import type { Store } from "./database.ts";
import { countOf, LABEL_LIMIT, POST_COLUMNS } from "./evidence.ts";
import { findArrivals } from "./evidence-arrivals.ts";

/** Everyone who touched one object, in time order. Undefined when the trace has no such object. */
export async function findObject(
  store: Store,
  trace: string,
  object: number,
  windowMs: number,
  options: { readonly offset: number; readonly membersOnly: boolean; readonly stretch?: Stretch },
): Promise<ObjectAnswer | undefined> {
  const [head] = await store.rows<{ label: string; accounts: number; actions: number }>(
    `select left(label, ${LABEL_LIMIT}) as label, accounts, actions from objects where trace = $trace and object = $number`,
    { trace, number: object },
  );
  if (head === undefined) return undefined;
  const clusters = await store.rows<{ clusterId: string; name: string; members: number }>(
    `select c.cluster_id as "clusterId", c.name as name, count(distinct x.account) as members
     from actions x join members m on m.account = x.account join clusters c on c.cluster_id = m.cluster_id
     where x.trace = $trace and x.object = $number group by all order by members desc, c.cluster_id`,
    { trace, number: object },
  );
  const stretch = { ...(options.stretch ?? ALL_TIME) };
  const members = options.membersOnly ? "and m.cluster_id is not null" : "";
  const touches = await store.rows<PostHit & { total: number }>(
    `select ${POST_COLUMNS}, a.handle as handle, a.account_id as "accountId", m.cluster_id as "clusterId",
            c.name as "clusterName", count(*) over () as total
     from actions x join posts p on p.post = x.post join files f on f.file = p.file
          join accounts a on a.account = x.account left join members m on m.account = x.account
          left join clusters c on c.cluster_id = m.cluster_id
     where x.trace = $trace and x.object = $number and x.time_ms >= $fromMs and x.time_ms < $toMs ${members}
     order by x.time_ms, x.post limit ${TOUCH_LIMIT} offset $skip`,
    { trace, number: object, skip: options.offset, ...stretch },
  );
  return {
    trace,
    object,
    ...head,
    clusters,
    touches: touches.map(({ total: _total, ...touch }) => touch),
    offset: options.offset,
    touchCount: touches[0]?.total ?? (await countTouches(store, trace, object, members, stretch)),
    arrivals: await findArrivals(store, trace, object, windowMs),
  };
}

/** A page beyond the end has no row to carry the count. */
function countTouches(
  store: Store,
  trace: string,
  object: number,
  members: string,
  stretch: { fromMs: number; toMs: number },
): Promise<number> {
  return countOf(
    store,
    `select count(*) as n from actions x left join members m on m.account = x.account
     where x.trace = $trace and x.object = $number and x.time_ms >= $fromMs and x.time_ms < $toMs ${members}`,
    { trace, number: object, ...stretch },
  );
}
