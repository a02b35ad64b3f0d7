import type { ObjectAnswer } from "../corpus/evidence.ts";
import { TOUCH_LIMIT } from "../corpus/evidence-limits.ts";
import { ALL_TIME, type Stretch } from "../corpus/stretch.ts";
import type { Store } from "./database.ts";
import { countOf, LABEL_LIMIT } from "./evidence.ts";
import { findArrivals } from "./evidence-arrivals.ts";
import { hitsByNumber } from "./evidence-posts.ts";

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
  const touched = `from actions x left join members m on m.account = x.account
    where x.trace = $trace and x.object = $number and x.time_ms >= $fromMs and x.time_ms < $toMs ${members}`;
  const values = { trace, number: object, ...stretch };
  const touches = await store.rows<{ post: number }>(
    `select x.post ${touched} order by x.time_ms, x.post limit ${TOUCH_LIMIT} offset $skip`,
    { ...values, skip: options.offset },
  );
  return {
    trace,
    object,
    ...head,
    clusters,
    touches: await hitsByNumber(
      store,
      touches.map(({ post }) => post),
    ),
    offset: options.offset,
    touchCount: await countOf(store, `select count(*) as n ${touched}`, values),
    arrivals: await findArrivals(store, trace, object, windowMs),
  };
}
