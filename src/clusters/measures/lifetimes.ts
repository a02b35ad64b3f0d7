import { memberAges } from "../../store/rival-facts.ts";
import type { MeasureInput } from "./measure.ts";

/**
 * When were the members' accounts made, and how long do they go on?
 *
 * The largest share of members made within three days of each other (a sliding window, the scan statistic without its p-value); the
 * middle age at the first meeting; and how many days lie between the first and the last post of the middle member, beside the days that
 * the export goes on after it. A class makes its accounts in one morning and is gone by the end of the week.
 *
 * What it does not show: an account made long ago and kept asleep looks old. Null: no dates of creation.
 */
export interface Lifetimes {
  /** Members whose date of creation is known, and how many of them fall into the busiest three days. */
  readonly dated: number;
  readonly burst: number;
  /** Middle age in days when the cluster first met; null: no dates. */
  readonly ageDays: number | null;
  /** Middle over members: first to last post, in days. */
  readonly activeDays: number;
  /** Last post of the middle member to the end of the export, in days. */
  readonly silentDays: number;
  /** Middle over members: posts in the export. */
  readonly posts: number;
}

const DAY_MS = 86_400_000;
const BURST_MS = 3 * DAY_MS;

export async function measureLifetimes({
  store,
  drafts,
  clusterIds,
  evidence,
  layers,
}: MeasureInput): Promise<Lifetimes[]> {
  const rows = new Map(clusterIds.map((id) => [id, [] as Awaited<ReturnType<typeof memberAges>>]));
  for (const row of await memberAges(store)) rows.get(row.clusterId)!.push(row);
  let endMs = Number.NEGATIVE_INFINITY;
  for (const { observed } of layers) for (const timeMs of observed.actions.timeMs) endMs = Math.max(endMs, timeMs);
  return drafts.map((_, cluster): Lifetimes => {
    const members = rows.get(clusterIds[cluster]!)!;
    const created = members.flatMap(({ createdMs }) => (createdMs === null ? [] : [createdMs])).sort((a, b) => a - b);
    let burst = 0;
    for (let from = 0, to = 0; from < created.length; from++) {
      while (to < created.length && created[to]! - created[from]! <= BURST_MS) to++;
      burst = Math.max(burst, to - from);
    }
    const metMs = evidence[cluster]!.acts.reduce(
      (first, { timeMs }) => Math.min(first, timeMs),
      Number.POSITIVE_INFINITY,
    );
    return {
      dated: created.length,
      burst,
      ageDays: created.length === 0 ? null : (metMs - created[created.length >> 1]!) / DAY_MS,
      activeDays: middle(members.map(({ firstMs, lastMs }) => (lastMs - firstMs) / DAY_MS)),
      silentDays: middle(members.map(({ lastMs }) => Math.max(0, endMs - lastMs) / DAY_MS)),
      posts: middle(members.map(({ posts }) => posts)),
    };
  });
}

function middle(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;
}
