import type { AccountTable } from "../corpus/account-table.ts";
import type { Store } from "./database.ts";
import { ACCOUNT_JOINS, countOf } from "./evidence.ts";

/** Rows that travel at most. Beyond it a browser's longest scrollable page and its memory come into sight. */
const ACCOUNT_LIMIT = 250_000;

/** Significant pairs of each account, by trace: a pair stands by its own q or by that of all traces together. */
export const SIGNIFICANT = "(q <= $q or q_fused <= $q)";

/**
 * Every account with its cluster, members of clusters first in the order of the case, then those with most posts. One pass over
 * accounts and pairs; 0.2 s at 100,000 accounts. Rows go from DuckDB's columns to arrays without objects between.
 */
export async function accountTable(store: Store, q: number, limit = ACCOUNT_LIMIT): Promise<AccountTable> {
  const clusters = await store.rows<AccountTable["clusters"][number]>(
    `select cluster_id as "clusterId", name, reading from clusters order by rowid`,
  );
  const [span] = await store.rows<{ startMs: number | null }>(`select min(first_ms) as "startMs" from accounts`);
  const startMs = span?.startMs ?? 0;
  const table = {
    account: [] as number[],
    id: [] as string[],
    handle: [] as (string | null)[],
    platform: [] as number[],
    cluster: [] as number[],
    role: [] as number[],
    posts: [] as number[],
    first: [] as (number | null)[],
    last: [] as (number | null)[],
    pairs: [] as number[],
  };
  const platforms = new Dictionary();
  const roles = new Dictionary();
  const clusterAt = new Map(clusters.map(({ clusterId }, index) => [clusterId, index]));
  const rows = store.chunks(
    `with ends as (select a as account from pairs where ${SIGNIFICANT} union all select b from pairs where ${SIGNIFICANT}),
          paired as (select account, count(*)::integer as n from ends group by account)
     select a.account, a.account_id, nullif(a.handle, a.account_id), a.platform, m.cluster_id, m.role, a.posts,
            floor((a.first_ms - $startMs) / 1000.0)::double, floor((a.last_ms - $startMs) / 1000.0)::double, coalesce(p.n, 0)::integer
     from accounts a ${ACCOUNT_JOINS} left join paired p on p.account = a.account
     order by c.rowid nulls last, a.posts desc, a.account limit ${Math.floor(limit)}`,
    { q, startMs },
  );
  for await (const chunk of rows) {
    const [account, id, handle, platform, cluster, role, posts, first, last, pairs] = chunk.getColumns();
    for (let i = 0; i < chunk.rowCount; i++) {
      table.account.push(account![i] as number);
      table.id.push(id![i] as string);
      table.handle.push(handle![i] as string | null);
      table.platform.push(platforms.place(platform![i] as string | null));
      table.cluster.push(clusterAt.get(cluster![i] as string) ?? -1);
      table.role.push(roles.place(role![i] as string | null));
      table.posts.push(posts![i] as number);
      table.first.push(first![i] as number | null);
      table.last.push(last![i] as number | null);
      table.pairs.push(pairs![i] as number);
    }
  }
  const total = await countOf(store, "select count(*) as n from accounts", {});
  return { total, clusters, platforms: platforms.words, roles: roles.words, startMs, ...table };
}

/** Words named once, in the order in which they come; -1 stands for none. */
class Dictionary {
  readonly words: string[] = [];
  private readonly places = new Map<string, number>();

  place(word: string | null): number {
    if (word === null) return -1;
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.places.set(word, this.words.length);
    return this.words.push(word) - 1;
  }
}
