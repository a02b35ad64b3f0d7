import { ALWAYS_MS, type TraceName } from "../corpus/trace.ts";
import type { Store } from "../store/database.ts";
import { labelsOf } from "../traces/labels.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { Binning, Meetings } from "./meetings.ts";
import type { TopObject } from "./profile.ts";

const TOP_OBJECTS = 24;

/** Labels of all objects that any cluster shows, one reading of rows for each trace. */
export async function topLabels(
  store: Store,
  layers: readonly EvidenceLayer[],
  meetings: readonly Meetings[],
): Promise<ReadonlyMap<number, string>[]> {
  const labels: Map<number, string>[] = [];
  for (const [layer, evidence] of layers.entries()) {
    const objects = [...new Set(meetings[layer]!.top.flatMap((top) => top.map((one) => one.object)))];
    const found = await labelsOf(store, evidence.observed, objects);
    labels.push(new Map(objects.map((object, i) => [object, found[i]!])));
  }
  return labels;
}

/** @param evident layers with a significant pair in the cluster: nothing else is shown of it */
export function topObjects(
  cluster: number,
  layers: readonly EvidenceLayer[],
  meetings: readonly Meetings[],
  labels: readonly ReadonlyMap<number, string>[],
  evident: ReadonlySet<number>,
): TopObject[] {
  const all = layers.flatMap((evidence, layer) =>
    (evident.has(layer) ? meetings[layer]!.top[cluster]! : []).map((one) => ({
      trace: evidence.layer.pairs.trace,
      object: one.object,
      label: labels[layer]!.get(one.object) ?? "",
      members: one.members,
      accounts: distinctAccounts(evidence, one.object),
      coactions: one.coactions,
    })),
  );
  return all
    .sort(
      (left, right) =>
        right.members - left.members || right.coactions - left.coactions || (left.trace < right.trace ? -1 : 1),
    )
    .slice(0, TOP_OBJECTS);
}

function distinctAccounts({ timeline }: EvidenceLayer, object: number): number {
  return new Set(timeline.account.subarray(timeline.starts[object]!, timeline.starts[object + 1]!)).size;
}

/** Co-actions of members by trace and bin, in layers with a significant pair in the cluster. */
export function timelineOf(
  cluster: number,
  layers: readonly EvidenceLayer[],
  meetings: readonly Meetings[],
  binning: Binning,
  evident: ReadonlySet<number>,
): { trace: TraceName; bin: number; coactions: number }[] {
  const cells: { trace: TraceName; bin: number; coactions: number }[] = [];
  for (const [layer, evidence] of layers.entries()) {
    // What has no times has no place on a time axis.
    if (!evident.has(layer) || evidence.windowMs >= ALWAYS_MS) continue;
    for (let bin = 0; bin < binning.bins; bin++) {
      const coactions = meetings[layer]!.bins[cluster * binning.bins + bin]!;
      if (coactions > 0) cells.push({ trace: evidence.layer.pairs.trace, bin, coactions });
    }
  }
  return cells;
}
