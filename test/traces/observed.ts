import { SILENT } from "../../src/corpus/progress.ts";
import { readInputs } from "../../src/formats/intake.ts";
import { openStore, type Store } from "../../src/store/database.ts";
import { labelsOf } from "../../src/traces/labels.ts";
import { type Observation, observe } from "../../src/traces/observe.ts";

/** Opens the file as a case would, observes it, and hands both to `look`. */
export async function observed<T>(file: string, look: (seen: Observation, store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(":memory:");
  try {
    await readInputs(store, [file], {}, SILENT);
    return await look(await observe(store, SILENT), store);
  } finally {
    store.close();
  }
}

/** Every action of every trace as a person reads it: "post account | label of the object". */
export async function actionsByTrace(seen: Observation, store: Store): Promise<Record<string, string[]>> {
  const ids = async (sql: string) => (await store.rows<{ id: string }>(sql)).map(({ id }) => id);
  const accounts = await ids("select account_id as id from accounts order by account");
  const posts = await ids("select post_id as id from posts order by post");
  const found: Record<string, string[]> = {};
  for (const one of seen.traces) {
    const { account, object, post, objectCount } = one.actions;
    const labels = await labelsOf(store, one, [...Array(objectCount).keys()]);
    found[one.trace.name] = Array.from(
      post,
      (number, i) => `${posts[number]} ${accounts[account[i]!]} | ${labels[object[i]!]}`,
    );
  }
  return found;
}
