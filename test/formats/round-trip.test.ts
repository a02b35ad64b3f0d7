import fc from "fast-check";
import { expect, test } from "vitest";
import { SILENT } from "../../src/corpus/progress.ts";
import { readInputs } from "../../src/formats/intake.ts";
import { openStore } from "../../src/store/database.ts";
import { scratchFolder } from "./scratch.ts";
import { readToTables } from "./tables.ts";

const scratch = scratchFolder();

// Anything that a post can hold, also what breaks parsers; NUL and lone surrogates cannot stand in a UTF-8 file.
const character = fc.constantFrom(..."ab,;|\t\"'\n\r=é世🌍\u202e\u0007[]{}\\ ".match(/./gsu)!);
const text = fc.array(character, { minLength: 1, maxLength: 30 }).map((letters) => `x${letters.join("")}`);
const tag = fc.stringMatching(/^[a-z0-9_é]{1,8}$/);
const list = fc.array(tag, { minLength: 1, maxLength: 4 });
const post = fc.record({
  account: fc.integer({ min: 0, max: 5 }),
  timeMs: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2099, 11, 31) }),
  kind: fc.constantFrom("post", "repost", "reply", "quote", "comment"),
  text,
  hashtags: fc.option(list, { nil: null }),
  urls: fc.option(list, { nil: null }),
  likes: fc.option(fc.nat(), { nil: null }),
});

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

test("posts written as Marionet CSV read back equal, and twice the same on any number of threads", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(post, { minLength: 1, maxLength: 40 }),
      fc.constantFrom(",", ";", "\t"),
      async (posts, delimiter) => {
        const header = ["post_id", "account_id", "created_at", "kind", "text", "hashtags", "urls", "likes"];
        const rows = posts.map((one, i) => [
          `p${i}`,
          `acc${one.account}`,
          new Date(one.timeMs).toISOString(),
          one.kind,
          one.text,
          one.hashtags?.join("|") ?? "",
          one.urls?.join("|") ?? "",
          one.likes?.toString() ?? "",
        ]);
        const csv = [header, ...rows].map((cells) => `${cells.map(quoted).join(delimiter)}\n`).join("");
        const path = scratch.write("posts.csv", csv);
        const tables = await readToTables([path], {}, { threads: 1 });
        const accounts = [...new Set(posts.map(({ account }) => account))];
        expect(tables.posts).toEqual(
          posts.map((one, i) => ({
            post: i,
            post_id: `p${i}`,
            account: accounts.indexOf(one.account),
            time_ms: one.timeMs,
            kind: one.kind,
            text: one.text,
            ...(one.urls === null ? {} : { urls: one.urls }),
            ...(one.hashtags === null ? {} : { hashtags: one.hashtags }),
            ...(one.likes === null ? {} : { likes: one.likes }),
            file: 0,
            row: i + 2,
          })),
        );
        expect(tables.accounts.map(({ account_id: id }) => id)).toEqual(accounts.map((account) => `acc${account}`));
        expect(await readToTables([path], {}, { threads: 4 })).toEqual(tables);
      },
    ),
    { numRuns: 25, seed: 7 },
  );
}, 60_000);

test("a large file gives the same tables on one thread and on four", async () => {
  // Large enough for DuckDB to read it in several pieces, with rejects, repeats and targets among the rows.
  const rows = Array.from({ length: 300_000 }, (_, i) => {
    const id = i % 997 === 0 ? "same" : `p${i}`;
    const time = i % 1009 === 0 ? "never" : `2026-01-01T00:00:${String(i % 60).padStart(2, "0")}Z`;
    return `${id},acc${(i * 7919) % 5003},${time},text ${i % 100},${i % 3 === 0 ? `p${(i * 31) % 300_000}` : ""}`;
  });
  const path = scratch.write("large.csv", `post_id,account_id,created_at,text,target_post_id\n${rows.join("\n")}\n`);
  const digest = async (threads: number) => {
    const store = await openStore(":memory:", { threads });
    const intake = await readInputs(store, [path], {}, SILENT);
    const tables = ["posts", "accounts", "rejects"].map(async (table) => {
      const [found] = await store.rows<{ hash: string }>(
        `select md5(string_agg(t::varchar, '|' order by rowid)) as hash from ${table} t`,
      );
      return found?.hash;
    });
    const [moved] = await store.rows<{ n: number }>("select count(*) as n from posts where post <> rowid");
    const hashes = await Promise.all(tables);
    store.close();
    return { intake, hashes, moved: moved?.n };
  };
  const one = await digest(1);
  expect(one.intake.rowsKept).toBeGreaterThan(299_000);
  expect(one.moved).toBe(0);
  expect(await digest(4)).toEqual(one);
}, 60_000);
