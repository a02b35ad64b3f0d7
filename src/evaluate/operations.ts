import { bestAssignment } from "./assignment.ts";
import type { Outcome } from "./outcome.ts";

/**
 * For each operation, which reported cluster is it, and how well does that cluster know its members?
 *
 * Worth of giving cluster k to operation o is their F1 = 2 n_ok / (n_o + n_k); clusters and operations are matched one to one with the
 * greatest total. An operation split over two clusters gets the credit of one, a cluster that swallows two operations counts for one.
 * Weighted precision, on the other hand, looks at all clusters: the mean over the operation's clustered accounts of the share of their
 * cluster that is of the same operation, sum n_ok (n_ok / n_k) / sum n_ok. Splitting the operation does not lower it, strangers do.
 * Cost: see `bestAssignment`; only clusters that touch an operation enter.
 */
export interface OperationMatch {
  readonly operation: string;
  readonly accounts: number;
  /** Its accounts that are in any cluster, and over how many clusters they are spread. */
  readonly inClusters: number;
  readonly pieces: number;
  /** null: none of its accounts is in a cluster. */
  readonly weightedPrecision: number | null;
  /** null: no cluster is left that holds one of its members. */
  readonly clusterId: string | null;
  readonly clusterAccounts: number;
  readonly members: number;
  /** Members among the cluster's accounts, the operation's accounts found in it; 0 when there is no cluster. */
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * @param operations labels that name an operation; sorted by name in the answer
 * @param counts how many accounts each outcome stands for; one each when left out
 */
export function matchOperations(
  outcomes: readonly Outcome[],
  operations: ReadonlySet<string>,
  counts?: ArrayLike<number>,
): OperationMatch[] {
  const names = [...operations].sort();
  const sizeOfOperation = new Map<string, number>();
  const sizeOfCluster = new Map<string, number>();
  const overlap = new Map<string, Map<string, number>>();
  for (const [i, { label, clusterId }] of outcomes.entries()) {
    const count = counts?.[i] ?? 1;
    if (operations.has(label)) sizeOfOperation.set(label, (sizeOfOperation.get(label) ?? 0) + count);
    if (clusterId === null) continue;
    sizeOfCluster.set(clusterId, (sizeOfCluster.get(clusterId) ?? 0) + count);
    if (!operations.has(label)) continue;
    const line = overlap.get(clusterId) ?? new Map<string, number>();
    overlap.set(clusterId, line.set(label, (line.get(label) ?? 0) + count));
  }
  const clusters = [...overlap.keys()].sort();
  const shared = (operation: string, cluster: string) => overlap.get(cluster)?.get(operation) ?? 0;
  const worth = names.map((operation) =>
    clusters.map(
      (cluster) =>
        (2 * shared(operation, cluster)) / ((sizeOfOperation.get(operation) ?? 0) + (sizeOfCluster.get(cluster) ?? 0)),
    ),
  );
  const chosen = bestAssignment(worth);
  return names.map((operation, row) => {
    const accounts = sizeOfOperation.get(operation) ?? 0;
    const own = { operation, accounts, ...spreadOf(operation, overlap, sizeOfCluster) };
    const cluster = clusters[chosen[row]!];
    const members = cluster === undefined ? 0 : shared(operation, cluster);
    // A leftover cluster without a single member is no match, only what remained on the table.
    if (cluster === undefined || members === 0) {
      return { ...own, clusterId: null, clusterAccounts: 0, members: 0, precision: 0, recall: 0, f1: 0 };
    }
    const clusterAccounts = sizeOfCluster.get(cluster) ?? 0;
    return {
      ...own,
      clusterId: cluster,
      clusterAccounts,
      members,
      precision: members / clusterAccounts,
      recall: members / accounts,
      f1: (2 * members) / (accounts + clusterAccounts),
    };
  });
}

function spreadOf(
  operation: string,
  overlap: ReadonlyMap<string, ReadonlyMap<string, number>>,
  sizeOfCluster: ReadonlyMap<string, number>,
): Pick<OperationMatch, "inClusters" | "pieces" | "weightedPrecision"> {
  let inClusters = 0;
  let pieces = 0;
  let weighted = 0;
  for (const [cluster, line] of overlap) {
    const shared = line.get(operation) ?? 0;
    if (shared === 0) continue;
    inClusters += shared;
    pieces++;
    weighted += shared * (shared / sizeOfCluster.get(cluster)!);
  }
  return { inClusters, pieces, weightedPrecision: inClusters === 0 ? null : weighted / inClusters };
}
