import { NONE, type Shares } from "../../corpus/shares.ts";
import { fwriteNumber } from "../fwrite-number.ts";
import type { Table } from "../table.ts";
import type { AccountStat } from "./account-stats.ts";
import type { Edges } from "./edges.ts";
import { type GroupStat, joinedObjects } from "./group-stats.ts";
import { isHeavy, type Network } from "./network.ts";
import type { SharedPairs } from "./pairs.ts";
import type { WeightFilter } from "./weight-filter.ts";

/** CooRTweet's results as tables, with its names of columns; only `from` and `to` of the network are `source` and `target`. */

/** The result of `detect_groups`, or of `flag_speed_share` where there is a fast window. */
export function pairsTable(shares: Shares, pairs: SharedPairs, isFast: Uint8Array | null, fastS: number | null): Table {
  const { account, content, accountIds, contentIds, objectIds } = shares;
  const name = isFast === null ? "detect_groups" : "flag_speed_share";
  return {
    path: `peer/${name}.csv`,
    columns: [
      ...["object_id", "content_id", "content_id_y", "time_delta", "account_id", "account_id_y"],
      ...(isFast === null ? [] : [`time_window_${fastS}`]),
    ],
    *rows() {
      for (let i = 0; i < pairs.count; i++) {
        const [older, newer] = [pairs.older[i]!, pairs.newer[i]!];
        const row: (string | number)[] = [
          objectIds[pairs.object[i]!] ?? "",
          ...[contentIds[content[older]!]!, contentIds[content[newer]!]!, seconds(pairs.deltaS[i]!)],
          ...[accountIds[account[older]!]!, accountIds[account[newer]!]!],
        ];
        if (isFast !== null) row.push(isFast[i]!);
        yield row;
      }
    },
  };
}

/** The edges of `generate_coordinated_network(objects = TRUE)`. */
export function networkTable(path: string, shares: Shares, network: Network): Table {
  return network.fast === null ? fullTable(path, shares, network) : fastTable(path, shares, network, network.fast);
}

function fullTable(path: string, shares: Shares, network: Network): Table {
  const { full, lines, threshold } = network;
  return {
    path,
    columns: [
      ...["source", "target", "weight", "avg_time_delta", "n_content_id", "n_content_id_y", "edge_symmetry_score"],
      ...["object_ids", "weight_threshold"],
    ],
    *rows() {
      for (let line = 0; line < lines.length; line++) {
        const edge = lines[line]!;
        yield [
          ...ends(shares, network, line),
          ...[full.weight[edge]!, fwriteNumber(full.meanDeltaS[edge]!), full.olderPosts[edge]!, full.newerPosts[edge]!],
          ...[fwriteNumber(full.symmetry[edge]!), joinedObjects(full, edge, shares.objectIds)],
          isHeavy(full.weight[edge]!, threshold) ? 1 : 0,
        ];
      }
    },
  };
}

const FAST_COLUMNS = [
  ...["source", "target", "weight_full", "weight_fast", "avg_time_delta_full", "avg_time_delta_fast"],
  ...["n_content_id_full", "n_content_id_y_full", "n_content_id_fast", "n_content_id_y_fast"],
  ...["edge_symmetry_score_full", "edge_symmetry_score_fast", "object_ids_full", "object_ids_fast"],
  ...["weight_threshold_full", "weight_threshold_fast"],
];

function fastTable(path: string, shares: Shares, network: Network, fast: Edges): Table {
  const { full, lines, fastLines, threshold, fastThreshold } = network;
  return {
    path,
    columns: FAST_COLUMNS,
    *rows() {
      for (let line = 0; line < lines.length; line++) {
        const [edge, quick] = [lines[line]!, fastLines[line]!];
        const whenFast = (value: () => string | number) => (quick === NONE ? "" : value());
        yield [
          ...ends(shares, network, line),
          ...[full.weight[edge]!, whenFast(() => fast.weight[quick]!)],
          ...[fwriteNumber(full.meanDeltaS[edge]!), whenFast(() => fwriteNumber(fast.meanDeltaS[quick]!))],
          ...[full.olderPosts[edge]!, full.newerPosts[edge]!],
          ...[whenFast(() => fast.olderPosts[quick]!), whenFast(() => fast.newerPosts[quick]!)],
          ...[fwriteNumber(full.symmetry[edge]!), whenFast(() => fwriteNumber(fast.symmetry[quick]!))],
          ...[
            joinedObjects(full, edge, shares.objectIds),
            whenFast(() => joinedObjects(fast, quick, shares.objectIds)),
          ],
          isHeavy(full.weight[edge]!, threshold) ? 1 : 0,
          whenFast(() => (isHeavy(fast.weight[quick]!, fastThreshold) ? 1 : 0)),
        ];
      }
    },
  };
}

/** Vertices in igraph's order; `color_v` only in subgraph 3. */
export function nodesTable(shares: Shares, { vertices, colour }: Network): Table {
  return {
    path: "peer/nodes.csv",
    columns: colour === null ? ["name"] : ["name", "color_v"],
    *rows() {
      for (const [vertex, account] of vertices.entries()) {
        const name = shares.accountIds[account]!;
        yield colour === null ? [name] : [name, colour[vertex]!];
      }
    },
  };
}

export function groupStatsTable(filter: WeightFilter, stats: readonly GroupStat[]): Table {
  return {
    path: `peer/group_stats_${filter}.csv`,
    columns: ["object_id", "num_accounts"],
    *rows() {
      for (const { objectId, accounts } of stats) yield [objectId, accounts];
    },
  };
}

export function accountStatsTable(filter: WeightFilter, stats: readonly AccountStat[], hasFast: boolean): Table {
  return {
    path: `peer/account_stats_${filter}.csv`,
    columns: hasFast
      ? [
          ...["account_id", "avg_time_delta_full", "avg_time_delta_fast", "avg_edge_symmetry_score_full"],
          ...["avg_edge_symmetry_score_fast", "unique_shares_count"],
        ]
      : ["account_id", "avg_time_delta", "avg_edge_symmetry_score", "unique_shares_count"],
    *rows() {
      for (const stat of stats) {
        const delta = fwriteNumber(stat.meanDeltaS);
        const symmetry = fwriteNumber(stat.meanSymmetry);
        yield hasFast
          ? [
              ...[stat.accountId, delta, fwriteNumber(stat.fastMeanDeltaS)],
              ...[symmetry, fwriteNumber(stat.fastMeanSymmetry), stat.posts],
            ]
          : [stat.accountId, delta, symmetry, stat.posts];
      }
    },
  };
}

function ends(shares: Shares, { vertices, from, to }: Network, line: number): [string, string] {
  return [shares.accountIds[vertices[from[line]!]!]!, shares.accountIds[vertices[to[line]!]!]!];
}

/** Whole seconds are integers in R, and integers are written out. */
function seconds(value: number): string | number {
  return Number.isInteger(value) ? value : fwriteNumber(value);
}
