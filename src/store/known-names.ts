import type { Store } from "./database.ts";

/** All ids, handles and display names that a case knows, to be looked for in texts; ids also of accounts that are only answered. */
export async function knownNames(
  store: Store,
): Promise<{ readonly ids: string[]; readonly handles: string[]; readonly names: string[] }> {
  const list = async (sql: string) => (await store.rows<{ value: string }>(sql)).map(({ value }) => value);
  return {
    ids: await list(`select account_id as value from accounts union select target_account_id from posts
                     where target_account_id is not null order by value`),
    handles: await list(`select distinct handle as value from accounts where handle is not null and handle <> ''
                         union select unnest(mentions) from posts order by value`),
    names: await list(
      "select distinct name as value from accounts where name is not null and name <> '' order by value",
    ),
  };
}
