import type { EvidencePost, PostHit } from "../corpus/evidence.ts";
import type { Store } from "./database.ts";
import { ACCOUNT_JOINS, POST_COLUMNS } from "./evidence.ts";
import { numberList } from "./sql.ts";

/**
 * Posts by their numbers. Which they are is asked of narrow columns first, by whoever wants them; here they are read whole, and nowhere
 * but where they lie: their places are looked up in the one column of numbers. Of a million posts 160 take 20 ms of processor time, asked
 * for by number alone 80, because every text is then read.
 */
const numbered = (posts: readonly number[]): string =>
  `p.rowid in (select rowid from posts where post in (${numberList(posts)}))`;

export async function postsByNumber(store: Store, posts: readonly number[]): Promise<Map<number, EvidencePost>> {
  if (posts.length === 0) return new Map();
  const rows = await store.rows<EvidencePost>(
    `select ${POST_COLUMNS} from posts p join files f on f.file = p.file where ${numbered(posts)}`,
  );
  return new Map(rows.map((row) => [row.post, row]));
}

/** With whose they are, in the order in which they are asked for. */
export async function hitsByNumber(store: Store, posts: readonly number[]): Promise<PostHit[]> {
  if (posts.length === 0) return [];
  const rows = await store.rows<PostHit>(
    `select ${POST_COLUMNS}, a.handle as handle, a.account_id as "accountId", m.cluster_id as "clusterId", c.name as "clusterName"
     from posts p join files f on f.file = p.file join accounts a on a.account = p.account ${ACCOUNT_JOINS}
     where ${numbered(posts)}`,
  );
  const byNumber = new Map(rows.map((row) => [row.post, row]));
  return posts.map((post) => {
    const row = byNumber.get(post);
    if (row === undefined) throw new Error(`store: post ${post} is referred to, but the case does not hold it`);
    return row;
  });
}
