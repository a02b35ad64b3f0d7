import type { Store } from "./database.ts";

/** An account that verdicts hang on, by number or by platform and id. */
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
