import type { DuckDBDataChunk, DuckDBVector } from "@duckdb/node-api";
import { POST_KINDS } from "../corpus/post.ts";
import type { Store } from "./database.ts";

/** What traces need of each post, chunk by chunk. Columns that the case does not have are null as a whole. */
export interface MarkChunk {
  readonly count: number;
  readonly post: Uint32Array;
  readonly account: Uint32Array;
  readonly timeMs: Float64Array;
  /** Position in POST_KINDS. */
  readonly kind: Uint8Array;
  /** Dense numbers; NO_TARGET where there is none. */
  readonly targetPost: Uint32Array;
  readonly targetAccount: Uint32Array;
  readonly sharedObject: Uint32Array;
  /** NaN where the export does not hold the target post. */
  readonly targetTimeMs: Float64Array;
  text(i: number): string | null;
  urls(i: number): readonly string[] | null;
  hashtags(i: number): readonly string[] | null;
  mentions(i: number): readonly string[] | null;
  mediaHashes(i: number): readonly string[] | null;
}

export const NO_TARGET = 0xffffffff;

const STRINGS = ["text", "urls", "hashtags", "mentions", "media_hashes"] as const;
type StringColumn = (typeof STRINGS)[number];

/** Streams all posts (or those whose numbers are given), in order of their number. */
export async function* markChunks(store: Store, posts?: readonly number[]): AsyncGenerator<MarkChunk> {
  const present = await presentColumns(store);
  const kinds = `[${POST_KINDS.map((kind) => `'${kind}'`).join(", ")}]`;
  const dense = (column: string): string => `coalesce(${column}, ${NO_TARGET})::uinteger`;
  if (posts !== undefined) await choosePosts(store, posts);
  const chosen = posts === undefined ? "" : "semi join chosen_posts using (post)";
  const sql = `select post, account, time_ms::double, (list_position(${kinds}, kind) - 1)::utinyint,
      ${dense("target_post")}, ${dense("target_account")}, ${dense("shared_object")},
      coalesce(target_time_ms::double, 'nan'::double) ${present.map((column) => `, ${column}`).join("")}
    from posts ${chosen} order by post`;
  for await (const chunk of store.chunks(sql)) yield viewOf(chunk, present);
}

/** A temporary table, since a list of a hundred thousand numbers is no query. */
export async function choosePosts(store: Store, posts: readonly number[]): Promise<void> {
  await store.run("create or replace temp table chosen_posts (post uinteger not null)");
  const appender = await store.connection.createAppender("chosen_posts");
  for (const post of posts) {
    appender.appendUInteger(post);
    appender.endRow();
  }
  appender.closeSync();
}

/** Columns of strings that hold anything at all: a column of nulls costs nothing when it is not read. */
async function presentColumns(store: Store): Promise<StringColumn[]> {
  const held = STRINGS.map((column) => `exists (from posts where ${column} is not null) as ${column}`).join(", ");
  const [row] = await store.rows<Record<StringColumn, boolean>>(`select ${held}`);
  return STRINGS.filter((column) => row![column]);
}

function viewOf(chunk: DuckDBDataChunk, present: readonly StringColumn[]): MarkChunk {
  const vectors = new Map(present.map((column, i) => [column, chunk.getColumnVector(8 + i)]));
  const items = <T>(column: number): T => (chunk.getColumnVector(column) as DuckDBVector & { items: T }).items;
  const list = (column: StringColumn) => {
    const vector = vectors.get(column);
    return (i: number): readonly string[] | null => {
      const value = vector?.getItem(i) as { items: (string | null)[] } | null | undefined;
      return value == null ? null : value.items.filter((item) => item !== null);
    };
  };
  const text = vectors.get("text");
  return {
    count: chunk.rowCount,
    post: items<Uint32Array>(0),
    account: items<Uint32Array>(1),
    timeMs: items<Float64Array>(2),
    kind: items<Uint8Array>(3),
    targetPost: items<Uint32Array>(4),
    targetAccount: items<Uint32Array>(5),
    sharedObject: items<Uint32Array>(6),
    targetTimeMs: items<Float64Array>(7),
    text: (i) => (text === undefined ? null : (text.getItem(i) as string | null)),
    urls: list("urls"),
    hashtags: list("hashtags"),
    mentions: list("mentions"),
    mediaHashes: list("media_hashes"),
  };
}
