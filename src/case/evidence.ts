import type { EvidenceLayer } from "../clusters/evidence-layer.ts";
import { metObjects } from "../clusters/met-objects.ts";
import type { Profile } from "../clusters/profile.ts";
import type { GroupedSite } from "../clusters/site-groups.ts";
import type { Store } from "../store/database.ts";
import {
  appendActions,
  appendClusters,
  appendDomains,
  appendObjects,
  appendPairs,
  appendSites,
  type ObjectRow,
} from "../store/evidence-tables.ts";
import { EVIDENCE_TABLES } from "../store/schema.ts";
import { labelsOf } from "../traces/labels.ts";
import type { Observation } from "../traces/observe.ts";

/**
 * Fills the evidence tables: the pairs asked for, every action on every object that a significant pair met on or a cluster shows, and
 * the clusters with their members; and the sites with their groups.
 */
export async function storeEvidence(
  store: Store,
  layers: readonly EvidenceLayer[],
  profiles: readonly Profile[],
  sites: readonly GroupedSite[],
  allPairs: boolean,
): Promise<void> {
  await appendSites(store, sites);
  for (const evidence of layers) {
    const { pairs, significance, fusedQ, kept, carried } = evidence.layer;
    const shown = [...kept, ...carried].sort((left, right) => left - right);
    await appendPairs(store, pairs, significance, allPairs ? pairs.a.keys() : shown, fusedQ);
    const objects = [...new Set([...metObjects(evidence), ...shownObjects(evidence, profiles)])].sort((a, b) => a - b);
    const labels = await labelsOf(store, evidence.observed, objects);
    await appendActions(store, pairs.trace, evidence.timeline, objects);
    await appendObjects(
      store,
      pairs.trace,
      objects.map(
        (object, i): ObjectRow => ({
          object,
          label: labels[i]!,
          ...crowdOf(evidence, object),
          bits: evidence.bitsOf(object),
        }),
      ),
    );
  }
  await appendClusters(
    store,
    profiles.map((profile) => ({
      ...profile,
      accounts: profile.members.length,
      pControl: profile.control.p,
      traces: profile.evidence.map((line) => line.trace).join("|"),
    })),
    profiles.flatMap(({ clusterId, members }) => members.map((member) => ({ clusterId, ...member }))),
  );
}

/** Opens the evidence tables and fills the sites that posts link. @returns name of each object of the site trace */
export async function storeSites(store: Store, observation: Observation): Promise<string[]> {
  await store.run(EVIDENCE_TABLES);
  const sites = observation.traces.find(({ trace }) => trace.name === "co-domain");
  if (sites === undefined) return [];
  const names = await labelsOf(store, sites, [...sites.examplePost.keys()]);
  await appendDomains(store, sites.actions, (object) => names[object]!);
  return names;
}

function shownObjects(evidence: EvidenceLayer, profiles: readonly Profile[]): number[] {
  const { trace } = evidence.layer.pairs;
  return profiles.flatMap((profile) => profile.objects.filter((one) => one.trace === trace).map((one) => one.object));
}

function crowdOf({ timeline }: EvidenceLayer, object: number): { accounts: number; actions: number } {
  const from = timeline.starts[object]!;
  const to = timeline.starts[object + 1]!;
  return { accounts: new Set(timeline.account.subarray(from, to)).size, actions: to - from };
}
