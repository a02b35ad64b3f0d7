import type { Touches } from "../coaction/held.ts";
import type { Community } from "../communities/community.ts";
import type { Progress } from "../corpus/progress.ts";
import { type AccountGraph, accountGraph } from "../graphs/account.ts";
import { type Draft, draftClusters } from "./draft.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import { pairedLayers } from "./layers.ts";
import { seedGroups } from "./seed-groups.ts";
import type { TraceActions } from "./trace-actions.ts";
import { wholeGroups } from "./whole.ts";

export interface FindOptions {
  readonly minObjects: number;
  /** False discovery rate of pairs. */
  readonly q: number;
  readonly seed: number;
  /** Leave out what only describes pairs (the negative control asks for groups alone). */
  readonly decideOnly?: boolean;
}

export interface FoundGroups {
  /** In the order of the traces given. */
  readonly layers: readonly PairedLayer[];
  /** Pairs of accounts that could have qualified over all traces. */
  readonly pairsTested: number;
  readonly accounts: AccountGraph;
  /** As the significant pairs have them, before others join. */
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
 *
 * @param besides objects that are no trace, for telling which groups are parts of one (`clusters/touches.ts`); no group hangs on them
 */
export function findGroups(
  traces: readonly TraceActions[],
  options: FindOptions,
  progress: Progress,
  besides: readonly Touches[] = [],
): FoundGroups {
  // actions ──coaction──▶ pairs (p, q)
  const { layers, tested: pairsTested } = pairedLayers(traces, options, progress);

  // pairs ──graphs──▶ account graph ──▶ communities
  progress.stage("grouping accounts");
  const strict = accountGraph(layers.map(({ layer }) => layer));
  const communities = seedGroups(
    layers.map(({ layer }) => layer),
    { seed: options.seed, runs: CONSENSUS_RUNS, resolution: options.q, minSize: MIN_CLUSTER },
  );

  // communities ──▶ whole groups ──▶ clusters
  const actions = traces.map((trace) => trace.actions);
  const whole = wholeGroups(strict, communities, layers, actions, besides, options);
  const drafts = draftClusters(whole.accounts, whole.groups, whole.layers, options.q);
  return { layers: whole.layers, pairsTested, accounts: whole.accounts, communities, drafts };
}
