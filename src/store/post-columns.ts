import { POST_KINDS } from "../corpus/post.ts";
import type { PostColumns } from "../corpus/post-columns.ts";
import type { Store } from "./database.ts";

/** Every post's account, kind, language, platform and time: 17 bytes a post. */
export async function postColumns(store: Store): Promise<PostColumns> {
  const [totals] = await store.rows<{ posts: number; accounts: number }>(
    "select (select count(*) from posts) as posts, (select count(*) from accounts) as accounts",
  );
  const { posts: count, accounts: accountCount } = totals!;
  const columns: PostColumns = {
    count,
    accountCount,
    account: new Uint32Array(count),
    kind: new Uint8Array(count),
    language: new Uint16Array(count),
    platform: new Uint16Array(count),
    timeMs: new Float64Array(count),
  };
  const kinds = `[${POST_KINDS.map((kind) => `'${kind}'`).join(", ")}]`;
  // Values of hostile exports may outnumber 16 bits; those beyond, the rarest, share the last number.
  const sql = `with languages as (select language, least(row_number() over (order by count(*) desc, language), 65535) as n from posts where language is not null group by language),
      platforms as (select platform, least(row_number() over (order by count(*) desc, platform), 65535) as n from accounts where platform is not null group by platform)
    select p.post, p.account, (list_position(${kinds}, p.kind) - 1)::utinyint, coalesce(l.n, 0)::usmallint, coalesce(f.n, 0)::usmallint, p.time_ms::double
    from posts p join accounts a using (account) left join languages l using (language) left join platforms f on f.platform = a.platform`;
  for await (const chunk of store.chunks(sql)) {
    const items = <T>(column: number): T => (chunk.getColumnVector(column) as unknown as { items: T }).items;
    const [post, account, kind] = [items<Uint32Array>(0), items<Uint32Array>(1), items<Uint8Array>(2)];
    const [language, platform, timeMs] = [items<Uint16Array>(3), items<Uint16Array>(4), items<Float64Array>(5)];
    for (let i = 0; i < chunk.rowCount; i++) {
      const at = post[i]!;
      columns.account[at] = account[i]!;
      columns.kind[at] = kind[i]!;
      columns.language[at] = language[i]!;
      columns.platform[at] = platform[i]!;
      columns.timeMs[at] = timeMs[i]!;
    }
  }
  return columns;
}
