import type { Store } from "../store/database.ts";
import { choosePosts, markChunks } from "../store/marks.ts";
import { Background } from "../text/information.ts";
import { Mark } from "./mark.ts";
import { fill, type ObservedTrace } from "./observe.ts";

/**
 * What people read for an object: its URL, tags or text, or the id of the post it is. Read again from the post in which it appeared
 * first, so that no label was kept in memory meanwhile.
 *
 * @returns one label for each of `objects`, in their order
 */
export async function labelsOf(store: Store, observed: ObservedTrace, objects: readonly number[]): Promise<string[]> {
  const { trace, examplePost, labels: known } = observed;
  if (known !== undefined) return objects.map((object) => known[object]!);
  const posts = [...new Set(objects.map((object) => examplePost[object]!))];
  const byColumn = trace.labelColumn === undefined ? new Map() : await columnOf(store, trace.labelColumn, posts);
  const labels = new Map<number, string>();
  const wanted = new Set(objects);
  const mark = new Mark();
  // Any background will do: with none, every text is informative, and its key is what is looked for.
  const background = new Background();
  for await (const chunk of markChunks(store, posts)) {
    for (let i = 0; i < chunk.count; i++) {
      fill(mark, chunk, i);
      trace.objects(
        mark,
        (key) => {
          const object = observed.objectOf(key);
          if (wanted.has(object)) labels.set(object, byColumn.get(chunk.post[i]!) ?? String(key));
        },
        background,
      );
    }
  }
  return objects.map((object) => labels.get(object) ?? "");
}

async function columnOf(store: Store, column: string, posts: readonly number[]): Promise<Map<number, string>> {
  await choosePosts(store, posts);
  const rows = await store.rows<{ post: number; label: string }>(
    `select post, ${column} as label from posts semi join chosen_posts using (post) where ${column} is not null`,
  );
  return new Map(rows.map((row) => [row.post, row.label]));
}
