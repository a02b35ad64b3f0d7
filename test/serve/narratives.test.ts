import { describe, expect, test } from "vitest";
import { narratives } from "../../src/serve/narratives.ts";
import { openStore, type Store } from "../../src/store/database.ts";
import { evenTexts } from "../../src/store/narratives.ts";
import { EVIDENCE_TABLES, INPUT_TABLES } from "../../src/store/schema.ts";

/** Accounts 0 and 1 are the cluster and write English; the others write so many English and so many Russian texts. */
async function storeOf(english: number, russian: number): Promise<Store> {
  const store = await openStore(":memory:");
  await store.run(INPUT_TABLES + EVIDENCE_TABLES);
  await store.run(
    `insert into members values (0, 'C01', 1, 1, 'amplifier', true), (1, 'C01', 1, 1, 'amplifier', true)`,
  );
  await store.run(`insert into posts (post, post_id, account, time_ms, kind, text, language, file, row)
    select i, i::varchar, if(i < 40, i % 2, 2 + i % 9), i * 1000, 'post',
      case when i < 40 then 'we read about clean water again' when i < 40 + ${english} then 'we read about the weather again'
        else 'погода сегодня хорошая' end,
      if(i < 40 + ${english}, 'en', 'ru'), 0, i from range(${40 + english + russian}) t(i)`);
  return store;
}

describe("words of a cluster are compared", () => {
  test("with others in its own language, where enough of them write it", async () => {
    const store = await storeOf(300, 500);
    const found = await narratives(store, "C01");
    expect(found.language).toBe("en");
    expect(found.texts).toEqual({ cluster: 40, clusterAll: 40, others: 300, othersAll: 300 });
    expect(found.terms.map(({ term }) => term)).toContain("clean water");
    expect(found.terms.map(({ term }) => term)).not.toContain("read about");
    store.close();
  });

  test("with everybody, where hardly anybody else does", async () => {
    const store = await storeOf(20, 500);
    const found = await narratives(store, "C01");
    expect([found.language, found.texts.othersAll]).toEqual([null, 520]);
    store.close();
  });

  test("in families: of two who began in the same millisecond the earlier row was first, whatever the order of the table", async () => {
    const store = await storeOf(0, 0);
    const atMs = Date.UTC(2016, 8, 1);
    await store.run(`insert into accounts (account, account_id, posts) select i, 'id' || i, 20 from range(2) t(i);
      insert into objects values ('same-text', 7, 'we read about clean water again', 2, 2, 10);
      insert into actions values ('same-text', 1, 7, ${atMs}, 6), ('same-text', 0, 7, ${atMs}, 5)`);
    const { families } = await narratives(store, "C01");
    expect(families.map(({ firstAccount, medianLagMs }) => [firstAccount, medianLagMs])).toEqual([[0, 0]]);
    store.close();
  });

  test("from texts drawn evenly, never more than asked for, and all are counted", async () => {
    const store = await storeOf(300, 0);
    const scope = { cluster: "C01", side: "outside", language: null } as const;
    const { texts, all } = await evenTexts(store, scope, 100);
    expect([texts.length, all]).toEqual([100, 300]);
    const steps = new Set(texts.slice(1).map((text, i) => text.post - texts[i]!.post));
    expect([...steps]).toEqual([3]);
    store.close();
  });
});
