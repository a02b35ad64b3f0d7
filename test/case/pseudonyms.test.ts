import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type MadeCase, makeCase, writePosts } from "../support/analysis.ts";
import { keptFolder } from "../support/folder.ts";

const DAY = 86_400_000;
const START = Date.UTC(2024, 0, 1);
/** Made of letters that occur in nothing else, so that any trace of a name is one. */
const name = (i: number) => `Qz${"jxvwkhgb"[i % 8]}qz${i}`;

/** Twelve accounts with the same texts to the minute, and two hundred others who take their words from a common stock. */
function world(): Record<string, string>[] {
  const posts: Record<string, string>[] = [];
  const post = (account: number, day: number, minute: number, text: string, change: Record<string, string> = {}) =>
    posts.push({
      post_id: `77${account}00${posts.length}`,
      account_id: `idqz${account}qz`,
      account_handle: name(account),
      account_name: `Mx ${name(account)} Surnameqz`,
      platform: "x",
      created_at: new Date(START + day * DAY + minute * 60_000 + account * 1000).toISOString(),
      kind: "post",
      text,
      urls: `https://twitter.com/${name(account)}/status/99887766554${account}`,
      mentions: name(0),
      ...change,
    });
  for (let day = 0; day < 14; day++) {
    for (let account = 0; account < 12; account++) {
      // Nobody does everything: where all do all, popularity alone would explain it.
      if ((day * 7 + account * 11) % 5 < 2) continue;
      post(account, day, 60 * day, `Number ${day} of the seven rivers under the wooden bridge, says @${name(20)}.`, {
        urls: `http://rivers${day}.example/story|https://twitter.com/${name(account)}/status/99887766554${account}`,
      });
      post(
        account,
        day,
        60 * day + 5,
        `＠${name(21)} and @p and @${name(22).toUpperCase()} walk over hill ${day} tonight`,
      );
    }
  }
  for (let account = 12; account < 212; account++) {
    for (let i = 0; i < 15; i++) {
      post(
        account,
        i,
        (account * 37 + i * 211) % 1400,
        `common saying ${(account * 31 + i * i * 17 + i) % 600} of the market, the weather and their cousin ${(account * 31 + i * i * 17 + i) % 600}`,
        {
          target_account_id: `idqz${(account + 1) % 212}qz`,
          urls: `http://stock${(account * 31 + i * i * 17 + i) % 600}.example/story`,
          target_post_id: "7700001",
          kind: "reply",
        },
      );
    }
  }
  return posts;
}

describe("a pseudonymised case", () => {
  const folder = keptFolder();
  let posts: Record<string, string>[];
  let made: MadeCase;
  let again: MadeCase;
  let other: MadeCase;

  beforeAll(async () => {
    posts = world();
    const file = writePosts(join(folder, "posts.csv"), posts);
    const options = { files: [file], pseudonymise: true };
    made = await makeCase(join(folder, "one"), { ...options, key: "it's a key" });
    again = await makeCase(join(folder, "two"), { ...options, key: "it's a key" });
    other = await makeCase(join(folder, "three"), { ...options, key: "another" });
  });

  test("still finds the group", () => {
    expect(made.profiles.map(({ members }) => members.length)).toEqual([12]);
  });

  test("no handle, id, display name, post id or key is left in any byte of it", () => {
    const secrets = [
      ...new Set(
        posts
          .filter((_, i) => i % 7 === 0)
          .flatMap((row) => [row.account_id!, row.account_handle!, row.account_name!, row.post_id!]),
      ),
      name(20),
      name(21),
      name(22),
      "Surnameqz",
      "99887766554",
      "it's a key",
    ].map((secret) => secret.toLowerCase());
    const files = readdirSync(made.path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(10);
    for (const entry of files) {
      const bytes = readFileSync(join(entry.parentPath, entry.name)).toString("latin1").toLowerCase();
      expect([entry.name, secrets.filter((secret) => bytes.includes(secret))]).toEqual([entry.name, []]);
    }
  });

  test("nor in any row, which the file may keep packed", async () => {
    const tables = await made.rows<{ name: string }>("select table_name as name from information_schema.tables");
    expect(tables.map((table) => table.name)).toContain("posts");
    for (const table of tables) {
      const rows = await made.rows<{ all: string }>(`select lower(t::varchar) as "all" from "${table.name}" t`);
      const text = rows.map((row) => row.all).join("\n");
      for (const secret of ["qzjqz", "qzxqz", "qzkqz", "idqz", "surnameqz", "99887766554"]) {
        expect([table.name, secret, text.includes(secret)]).toEqual([table.name, secret, false]);
      }
    }
  });

  test("mentions are replaced wherever they stand, each by one pseudonym", async () => {
    const texts = await made.rows<{ text: string }>(
      "select text from posts where text like '%rivers%' or text like '%hill%' order by post",
    );
    const dotted = /says @(p_[0-9a-f]{16})\.$/;
    const mixed = /^@(p_[0-9a-f]{16}) and @(p_[0-9a-f]{16}) and @(p_[0-9a-f]{16}) walk over hill \d+ tonight$/;
    const found = new Set<string>();
    for (const { text } of texts) {
      expect(text).toMatch(text.includes("rivers") ? dotted : mixed);
      for (const match of text.matchAll(/@(p_[0-9a-f]{16})/g)) found.add(match[1]!);
    }
    expect(found.size).toBe(4);
    const [handle] = await made.rows<{ handle: string }>("select handle from accounts where account = 20");
    expect(found).toContain(handle!.handle);
  });

  test("the same key gives the same pseudonyms, another key others", () => {
    expect(again.text("accounts.csv")).toBe(made.text("accounts.csv"));
    expect(again.text("pairs.csv")).toBe(made.text("pairs.csv"));
    const ids = (one: MadeCase) => one.profiles.flatMap(({ members }) => members.map(({ accountId }) => accountId));
    expect(ids(other).filter((id) => ids(made).includes(id))).toEqual([]);
  });
});
