import type { Store } from "./database.ts";
import { append } from "./evidence-tables.ts";

/**
 * Facts by which innocent explanations are judged, straight from the rows. All of them read the temporary tables `cluster_accounts`
 * (account, cluster_id) and `evidence_posts` (post, cluster_id).
 */

/** Posts of members on what their cluster met on. */
export async function nameEvidencePosts(
  store: Store,
  rows: Iterable<{ post: number; clusterId: string }>,
): Promise<void> {
  await store.run("create or replace temp table evidence_posts (post uinteger not null, cluster_id varchar not null)");
  await append(store, "evidence_posts", (row) => {
    for (const { post, clusterId } of rows) {
      row.appendUInteger(post);
      row.appendVarchar(clusterId);
      row.endRow();
    }
  });
}
