import type { Store } from "./database.ts";

/**
 * The public of each account, as a number from 1 on: its platform, and the language most of its posts are in, as exported. 0 where the
 * export names neither. Numbers follow the names in alphabetical order.
 */
export async function publicsOf(store: Store, accounts: number): Promise<Uint32Array> {
  const rows = await store.rows<{ account: number; public: number }>(`
    with spoken as (
      select account, language, row_number() over (partition by account order by count(*) desc, language) as place
      from posts where language is not null group by account, language),
    named as (
      select a.account, a.platform, s.language from accounts a left join spoken s on s.account = a.account and s.place = 1
      where a.platform is not null or s.language is not null)
    select account, dense_rank() over (order by platform, language) as public from named order by account`);
  const publicOf = new Uint32Array(accounts);
  for (const row of rows) publicOf[Number(row.account)] = Number(row.public);
  return publicOf;
}
