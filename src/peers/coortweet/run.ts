import type { Shares } from "../../corpus/shares.ts";
import type { CoortweetOptions } from "../options.ts";
import type { Table } from "../table.ts";
import { accountStats } from "./account-stats.ts";
import { detectGroups } from "./detect-groups.ts";
import { groupStats } from "./group-stats.ts";
import { fastNetwork, fullNetwork } from "./network.ts";
import { flagSpeedShare } from "./speed-share.ts";
import { subgraphOf } from "./subgraph.ts";
import { accountStatsTable, groupStatsTable, networkTable, nodesTable, pairsTable } from "./tables.ts";
import { WEIGHT_FILTERS } from "./weight-filter.ts";

export interface CoortweetRun {
  readonly tables: readonly Table[];
  readonly counts: Readonly<Record<string, number>>;
  /** Weights above it are marked; null where there is no edge. */
  readonly thresholds: Readonly<Record<string, number>>;
}

/** `detect_groups`, `flag_speed_share`, `generate_coordinated_network(objects = TRUE)`, `group_stats` and `account_stats`, one after the other. */
export function runCoortweet(shares: Shares, options: CoortweetOptions): CoortweetRun {
  const found = detectGroups(shares, options);
  const flagged =
    options.fastS === null ? null : flagSpeedShare(shares, found, options.fastS, options.minParticipation);
  const pairs = flagged?.pairs ?? found;
  const whole =
    flagged === null
      ? fullNetwork(shares, found, options.edgeWeight)
      : fastNetwork(shares, flagged, options.edgeWeight);
  const network = subgraphOf(whole, options.subgraph);
  const filters = WEIGHT_FILTERS.filter((filter) => filter !== "fast" || flagged !== null);
  const isFast = flagged?.fast ?? null;
  return {
    tables: [
      networkTable("pairs.csv", shares, network),
      pairsTable(shares, pairs, isFast, options.fastS),
      nodesTable(shares, network),
      ...filters.map((filter) => groupStatsTable(filter, groupStats(network, filter, shares.objectIds))),
      ...filters.map((filter) =>
        accountStatsTable(filter, accountStats(shares, pairs, isFast, network, filter), flagged !== null),
      ),
    ],
    counts: {
      ...{ shares: shares.count, accounts: shares.accountIds.length, objects: shares.objectIds.length },
      ...{ pairsOfShares: pairs.count, pairs: network.lines.length, nodes: network.vertices.length },
    },
    thresholds: {
      ...(Number.isNaN(network.threshold) ? {} : { full: network.threshold }),
      ...(Number.isNaN(network.fastThreshold) ? {} : { fast: network.fastThreshold }),
    },
  };
}
