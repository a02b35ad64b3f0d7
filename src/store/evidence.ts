import type { EvidenceAccount } from "../corpus/evidence.ts";
import type { Store } from "./database.ts";

/**
 * Evidence by row: what the explorer asks of a case's store. Every answer is bounded, and says how much there is beyond what it shows.
 * All values of the user travel as bound parameters, never as SQL text.
 */

/** Longest text of one post that travels to the page, in characters; the full length travels beside it. */
export const TEXT_LIMIT = 4000;
/** Longest label of an object. */
export const LABEL_LIMIT = 1000;

/** Columns of `EvidencePost`, from tables `p` (posts) and `f` (files). */
export const POST_COLUMNS = `
  p.post as post, p.post_id as "postId", p.account as account, p.time_ms as "timeMs", p.kind as kind,
  left(p.text, ${TEXT_LIMIT}) as text, coalesce(length(p.text), 0) as "textLength", p.language as language,
  f.path as file, p.row as row`;

export const ACCOUNT_COLUMNS = `
  a.account as account, a.account_id as "accountId", a.handle as handle, a.name as name, a.platform as platform,
  a.created_ms as "createdMs", a.posts as posts, a.first_ms as "firstMs", a.last_ms as "lastMs",
  m.cluster_id as "clusterId", c.name as "clusterName", m.role as role, m.membership as membership`;

export const ACCOUNT_JOINS = `left join members m on m.account = a.account left join clusters c on c.cluster_id = m.cluster_id`;

/** One account with the cluster it belongs to; undefined when the case has no such number. */
export async function findAccount(store: Store, account: number): Promise<EvidenceAccount | undefined> {
  const rows = await store.rows<EvidenceAccount>(
    `select ${ACCOUNT_COLUMNS} from accounts a ${ACCOUNT_JOINS} where a.account = $account`,
    { account },
  );
  return rows[0];
}

/** Accounts that match a condition on `a`, most posts first. */
export async function accountsWhere(
  store: Store,
  condition: string,
  values: Record<string, string | number>,
  limit: number,
): Promise<EvidenceAccount[]> {
  return store.rows<EvidenceAccount>(
    `select ${ACCOUNT_COLUMNS} from accounts a ${ACCOUNT_JOINS} where ${condition}
     order by (m.cluster_id is null), a.posts desc, a.account limit ${limit}`,
    values,
  );
}

/** Number of rows of a small count query. */
export async function countOf(
  store: Store,
  sql: string,
  values: Record<string, string | number | null>,
): Promise<number> {
  const rows = await store.rows<{ n: number }>(sql, values);
  return rows[0]?.n ?? 0;
}
