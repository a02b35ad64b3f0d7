import type { Arrivals } from "../corpus/evidence.ts";
import { ALWAYS_MS } from "../corpus/trace.ts";
import { arrivalsOf, type FirstAction } from "../math/arrivals.ts";
import type { Store } from "./database.ts";

/** When the accounts of one object came (`math/arrivals.ts`). Undefined windows and marks of profiles have no times: null. */
export async function findArrivals(
  store: Store,
  trace: string,
  object: number,
  windowMs: number,
): Promise<Arrivals | null> {
  if (windowMs >= ALWAYS_MS) return null;
  const rows = await store.rows<FirstAction>(
    `select min(x.time_ms) as "timeMs", any_value(m.cluster_id) as "clusterId"
     from actions x left join members m on m.account = x.account
     where x.trace = $trace and x.object = $number group by x.account order by 1, x.account`,
    { trace, number: object },
  );
  return arrivalsOf(rows, windowMs, `${trace} ${object}`);
}
