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

/** A member's post on the evidence, with the words of the post it answers or passes on, where the export holds that. */
export interface EvidenceText {
  readonly clusterId: string;
  readonly account: number;
  readonly text: string | null;
  readonly targetText: string | null;
}

export async function* evidenceTexts(store: Store): AsyncGenerator<EvidenceText> {
  for await (const chunk of store.chunks(`
    select e.cluster_id, p.account, p.text, t.text
    from evidence_posts e join posts p using (post)
    left join (select post_id, any_value(text) as text from posts group by post_id) t on t.post_id = p.target_post_id
    order by p.post`)) {
    for (let i = 0; i < chunk.rowCount; i++) {
      const [clusterId, account, text, targetText] = [0, 1, 2, 3].map((column) =>
        chunk.getColumnVector(column).getItem(i),
      );
      yield { clusterId, account, text, targetText } as EvidenceText;
    }
  }
}

/** Posts of accounts in no cluster, every so many-th, as a yardstick of how common a word is. */
export async function outsideTexts(store: Store, atMost: number): Promise<string[]> {
  const rows = await store.rows<{ text: string }>(
    `with outside as (
       select p.post, p.text, row_number() over (order by p.post) - 1 as i, count(*) over () as n
       from posts p where p.text is not null and p.account not in (select account from cluster_accounts))
     select text from outside where i % greatest(1, ceil(n / $atMost)::bigint) = 0 order by post`,
    { atMost },
  );
  return rows.map(({ text }) => text);
}

/** What members say of themselves; null where the export holds no description of the account. */
export async function memberBios(
  store: Store,
): Promise<{ clusterId: string; account: number; bio: string | null; name: string | null; handle: string | null }[]> {
  return store.rows(`
    select m.cluster_id as "clusterId", m.account, nullif(trim(a.bio), '') as bio, a.name, a.handle
    from cluster_accounts m join accounts a using (account) order by m.account`);
}
