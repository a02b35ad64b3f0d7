import type { Store } from "./database.ts";

/** Rows that verdicts hang on: accounts by number or by platform and id, and the members of each cluster. */

export interface AccountName {
  readonly account: number;
  readonly accountId: string;
  readonly handle: string | null;
  readonly platform: string | null;
}

const COLUMNS = `account, account_id as "accountId", handle, platform`;

export async function accountByNumber(store: Store, account: number): Promise<AccountName | undefined> {
  const rows = await store.rows<AccountName>(`select ${COLUMNS} from accounts where account = $account`, { account });
  return rows[0];
}

/** Accounts with one of these ids, of whatever platform. */
export async function accountsById(store: Store, ids: readonly string[]): Promise<AccountName[]> {
  if (ids.length === 0) return [];
  return store.rows<AccountName>(
    `select ${COLUMNS} from accounts where account_id in (select unnest(from_json($ids, '["varchar"]')))`,
    { ids: JSON.stringify(ids) },
  );
}

/** Ids of the members of every cluster. */
export async function clusterMembers(store: Store): Promise<Map<string, string[]>> {
  const rows = await store.rows<{ clusterId: string; accountId: string }>(
    `select m.cluster_id as "clusterId", a.account_id as "accountId"
     from members m join accounts a on a.account = m.account order by m.cluster_id, a.account`,
  );
  const members = new Map<string, string[]>();
  for (const { clusterId, accountId } of rows) {
    const list = members.get(clusterId);
    if (list === undefined) members.set(clusterId, [accountId]);
    else list.push(accountId);
  }
  return members;
}
