import type { Store } from "../../store/database.ts";
import type { Draft } from "../draft.ts";
import type { EvidenceLayer } from "../evidence-layer.ts";
import type { ClusterEvidence } from "./cluster-evidence.ts";

/**
 * What every measure reads. A measure answers for all clusters at once (one query, one walk), in the order of `drafts`, and says null
 * where the export does not hold what it needs. In `store` the temporary tables `cluster_accounts` and `evidence_posts` hold the
 * clusters under `clusterIds`.
 */
export interface MeasureInput {
  readonly store: Store;
  readonly drafts: readonly Draft[];
  readonly layers: readonly EvidenceLayer[];
  readonly evidence: readonly ClusterEvidence[];
  readonly clusterIds: readonly string[];
  /** Number of the cluster of each account, -1 for none. */
  readonly clusterOf: Int32Array;
}

/** Rows with a cluster's id, as one entry a cluster; null where it has no row. */
export function byCluster<Row extends { clusterId: string }>(
  clusterIds: readonly string[],
  rows: readonly Row[],
): (Row | null)[] {
  const found = new Map(rows.map((row) => [row.clusterId, row]));
  return clusterIds.map((id) => found.get(id) ?? null);
}
