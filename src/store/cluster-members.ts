import type { Store } from "./database.ts";

export interface ClusterMember {
  readonly account: number;
  readonly accountId: string;
  readonly clusterId: string;
}

/** All accounts that are in a cluster, by number. */
export function clusterMembers(store: Store): Promise<ClusterMember[]> {
  return store.rows<ClusterMember>(
    `select m.account, a.account_id as "accountId", m.cluster_id as "clusterId"
     from members m join accounts a on a.account = m.account order by m.account`,
  );
}
