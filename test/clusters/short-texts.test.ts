import { join } from "node:path";
import { expect, test } from "vitest";
import { shortTexts } from "../../src/clusters/short-texts.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { readInputs } from "../../src/formats/intake.ts";
import { openStore } from "../../src/store/database.ts";
import { writePosts } from "../support/analysis.ts";
import { keptFolder } from "../support/folder.ts";

const LONG = "a line so long that the trace of same texts tells it ".repeat(4);

test("short texts are read as they are compared: no reposts, no links alone, nothing long; words only of those that two wrote", async () => {
  const written: readonly (readonly [account: string, text: string, kind?: string])[] = [
    ["ann", "Never the Duchess!"],
    ["bob", "never the duchess https://example.org/1"],
    ["bob", "My own words"],
    ["bob", "my own words..."],
    ["cat", "My own words", "repost"],
    ["cat", "RT @bob: my own words"],
    ["cat", "https://example.org/2"],
    ["ann", LONG],
    ["cat", LONG],
  ];
  const posts = written.map(([account, text, kind = "post"], i) => ({
    post_id: `p${i}`,
    account_id: account,
    created_at: new Date(Date.UTC(2024, 0, 3, i)).toISOString(),
    kind,
    text,
  }));
  const file = join(keptFolder(), "posts.csv");
  writePosts(file, posts);
  const store = await openStore(":memory:");
  try {
    await readInputs(store, [file], {}, SILENT);
    const ids = await store.rows<{ id: string }>("select account_id as id from accounts order by account");
    const { account, object, objectCount, labels, isHeldByOne } = await shortTexts(store, ids.length);
    expect(Array.from(account, (one, i) => `${ids[one]!.id} ${object[i]}`)).toEqual([
      "ann 0",
      "bob 0",
      "bob 1",
      "bob 1",
    ]);
    expect(objectCount).toBe(2);
    expect(labels).toEqual(["never the duchess"]);
    expect(isHeldByOne).toBe(true);
  } finally {
    store.close();
  }
});
