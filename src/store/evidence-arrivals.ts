import type { Arrivals, ClusterArrivals } from "../corpus/evidence.ts";
import { ALWAYS_MS } from "../corpus/trace.ts";
import { closePairs, dealtPairs } from "../math/close-pairs.ts";
import { seeded } from "../math/random.ts";
import type { Store } from "./database.ts";

/** Bars that a page has room for. */
const BINS = 80;
const DRAWS = 999;
/** Members drawn in all: larger clusters get fewer draws, and say how many. */
const WORK = 2_000_000;

/**
 * When the accounts of one object came, each by its first action, and how close together the members of each cluster did
 * (`math/close-pairs.ts`). Undefined windows and marks of profiles have no times: null.
 */
export async function findArrivals(
  store: Store,
  trace: string,
  object: number,
  windowMs: number,
): Promise<Arrivals | null> {
  if (windowMs >= ALWAYS_MS) return null;
  const rows = await store.rows<{ timeMs: number; clusterId: string | null }>(
    `select min(x.time_ms) as "timeMs", any_value(m.cluster_id) as "clusterId"
     from actions x left join members m on m.account = x.account
     where x.trace = $trace and x.object = $number group by x.account order by 1, x.account`,
    { trace, number: object },
  );
  if (rows.length < 2) return null;
  const allMs = Float64Array.from(rows, ({ timeMs }) => timeMs);
  const startMs = allMs[0]!;
  const binMs = Math.max(1000, Math.ceil((allMs.at(-1)! - startMs + 1) / BINS));
  const binsOf = (timesMs: Float64Array): number[] => {
    const bins = new Array<number>(Math.floor((allMs.at(-1)! - startMs) / binMs) + 1).fill(0);
    for (const timeMs of timesMs) bins[Math.floor((timeMs - startMs) / binMs)]!++;
    return bins;
  };
  const byCluster = new Map<string, number[]>();
  for (const { timeMs, clusterId } of rows) {
    if (clusterId !== null) byCluster.set(clusterId, [...(byCluster.get(clusterId) ?? []), timeMs]);
  }
  const clusters = [...byCluster].map(([clusterId, times]): ClusterArrivals => {
    const timesMs = Float64Array.from(times);
    const met = timesMs.length < 2 ? null : metBy(timesMs, allMs, windowMs, `${trace} ${object} ${clusterId}`);
    return { clusterId, members: timesMs.length, bins: binsOf(timesMs), met };
  });
  clusters.sort((left, right) => right.members - left.members || (left.clusterId < right.clusterId ? -1 : 1));
  return { windowMs, startMs, binMs, all: binsOf(allMs), clusters };
}

function metBy(
  timesMs: Float64Array,
  allMs: Float64Array,
  windowMs: number,
  stream: string,
): NonNullable<ClusterArrivals["met"]> {
  const observed = closePairs(timesMs, windowMs);
  const draws = Math.max(99, Math.min(DRAWS, Math.floor(WORK / timesMs.length)));
  const { expected, drawn, p } = dealtPairs(allMs, timesMs.length, observed, windowMs, seeded(stream), draws);
  const at = (share: number): number => drawn[Math.round(share * (draws - 1))]!;
  return { observed, expected, low: at(0.025), high: at(0.975), p, draws, isWhole: timesMs.length === allMs.length };
}
