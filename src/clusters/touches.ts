import type { Touches } from "../coaction/held.ts";
import type { Store } from "../store/database.ts";
import { ownSites } from "./own-sites.ts";
import { shortTexts } from "./short-texts.ts";

/** A site indicator on more sites than this is a shared host or a theme. Fewer may be, too: whether it is rare among accounts decides. */
const MOST_SITES = 100;

/**
 * What accounts touched that no trace reads as such, for holding whole groups against each other: the authors they take up (repost,
 * quote or answer, whenever), their short texts, and the indicators of the sites they link, so that pages of one network in two languages, which share
 * neither texts nor links, share what their sites have in common. Needs the table of domains.
 */
export async function caseTouches(store: Store): Promise<Touches[]> {
  const [count] = await store.rows<{ accounts: number }>("select count(*)::double as accounts from accounts");
  const accountCount = count!.accounts;
  const authors = await store.rows<Touch>(
    `select distinct account, target_account as object, target_account_id as label from posts
     where target_account is not null and target_account_id is distinct from (select account_id from accounts a where a.account = posts.account)
     order by object, account`,
  );
  const indicators = await store.rows<Touch>(
    `with shared as (
       select indicator_type, indicator_value, (row_number() over (order by indicator_type, indicator_value) - 1)::uinteger as object
       from indicators group by indicator_type, indicator_value having count(distinct domain) between 2 and ${MOST_SITES})
     select distinct d.account as account, shared.object as object, indicator_type || '=' || indicator_value as label
     from domains d join indicators i on i.domain = d.domain join shared using (indicator_type, indicator_value)
     order by object, account`,
  );
  const known = await store.rows<{ author: number; account: number }>(
    `select distinct p.target_account as author, a.account as account
     from posts p join accounts a on a.account_id = p.target_account_id where p.target_account is not null`,
  );
  const authored = touchesOf("authors", authors, accountCount);
  const accountOf = new Int32Array(authored.objectCount).fill(-1);
  for (const { author, account } of known) if (author < accountOf.length) accountOf[author] = account;
  return [
    { ...authored, accountOf },
    {
      ...touchesOf("site indicators", indicators, accountCount),
      sites: await ownSites(store, accountCount, MOST_SITES),
    },
    await shortTexts(store, accountCount),
  ].filter(({ account }) => account.length > 0);
}

interface Touch {
  readonly account: number;
  readonly object: number;
  readonly label: string;
}

function touchesOf(name: string, rows: readonly Touch[], accountCount: number): Touches {
  const labels: string[] = [];
  for (const { object, label } of rows) labels[object] = label;
  return {
    name,
    accountCount,
    objectCount: rows.reduce((most, { object }) => Math.max(most, object + 1), 0),
    account: Uint32Array.from(rows, ({ account }) => account),
    object: Uint32Array.from(rows, ({ object }) => object),
    labels,
  };
}
