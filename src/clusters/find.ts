import type { Community } from "../communities/community.ts";
import { consensusCommunities } from "../communities/consensus.ts";
import type { Progress } from "../corpus/progress.ts";
import { type AccountGraph, accountGraph } from "../graphs/account.ts";
import { type Draft, draftClusters } from "./draft.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import { pairedLayers } from "./layers.ts";
import type { TraceActions } from "./trace-actions.ts";

export interface FindOptions {
  readonly minObjects: number;
  /** False discovery rate of pairs. */
  readonly q: number;
  readonly seed: number;
}

export interface FoundGroups {
  /** In the order of the traces given. */
  readonly layers: readonly PairedLayer[];
  /** Pairs of accounts that could have qualified over all traces. */
  readonly tested: number;
  readonly accounts: AccountGraph;
  readonly communities: readonly Community[];
  readonly drafts: readonly Draft[];
}

/** Smaller groups are pairs, and stand in pairs.csv. */
const MIN_CLUSTER = 3;
const CONSENSUS_RUNS = 50;

/**
 * From actions to groups: everything that decides which accounts act as one, and nothing that only describes them.
 *
 * Pure: typed columns in, groups out. The negative control runs these same steps on shuffled data, so whatever is added to the search
 * belongs here, or the control would control something else.
 */
export function findGroups(traces: readonly TraceActions[], options: FindOptions, progress: Progress): FoundGroups {
  // actions ──coaction──▶ pairs (p, q)
  const { layers, tested } = pairedLayers(traces, options, progress);

  // pairs ──graphs──▶ account graph ──▶ communities
  progress.stage("grouping accounts");
  const accounts = accountGraph(layers.map(({ layer }) => layer));
  const communities = consensusCommunities(accounts, {
    seed: options.seed,
    runs: CONSENSUS_RUNS,
    resolution: options.q,
    minSize: MIN_CLUSTER,
  });

  // communities ──▶ clusters
  const drafts = draftClusters(accounts, communities, layers, options.q);
  return { layers, tested, accounts, communities, drafts };
}
