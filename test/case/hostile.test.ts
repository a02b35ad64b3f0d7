import { readFileSync } from "node:fs";
import { join } from "node:path";
import Graph from "graphology";
import gexf from "graphology-gexf";
import { beforeAll, describe, expect, test } from "vitest";
import { type MadeCase, makeCase, writePosts } from "../support/analysis.ts";
import { keptFolder } from "../support/folder.ts";

const HOSTILE = [
  "=cmd|' /C calc'!A0",
  "+1+cmd",
  "@SUM(A1)",
  "-2+3",
  "\t=1",
  "\r=1",
  "<script>alert(1)</script>",
  "javascript:alert(1)",
  "a\u202eb",
  "a\u2066b",
  "ab",
  "nul\u0001bell\u0007",
  'q"uo"te',
  "line\nbreak",
  "](http://x.example)",
  "![i](http://x.example/i.png)",
  "＝1+1",
  "-inf",
  "`code` | # *bold* _it_",
];

/** The hostile ones act together, in hostile words; two hundred others take their words from a common stock. */
function world(): Record<string, string>[] {
  const posts: Record<string, string>[] = [];
  const post = (account: string, timeMs: number, text: string, change: Record<string, string> = {}) =>
    posts.push({
      post_id: `p${posts.length}`,
      account_id: account,
      account_handle: account,
      account_name: account,
      platform: account,
      created_at: new Date(timeMs).toISOString(),
      kind: "post",
      text,
      ...change,
    });
  for (const [day, sign] of HOSTILE.entries()) {
    for (const [i, account] of HOSTILE.entries()) {
      // Nobody does everything: where all do all, popularity alone would explain it.
      if ((day * 7 + i * 11) % 5 < 2) continue;
      const text = `${sign} is what they say in winter number ${day} under the wooden bridge`;
      const change = {
        language: "en\n# Heading\u202e",
        hashtags: sign,
        urls: `javascript:alert(${day})|http://evil${day}.example/<b>`,
      };
      post(account, Date.UTC(2024, 0, 1 + day) + i * 1000, text, change);
    }
  }
  for (let account = 0; account < 200; account++) {
    for (let i = 0; i < 15; i++) {
      const saying = (account * 31 + i * i * 17 + i) % 600;
      const timeMs = Date.UTC(2024, 0, 1 + i) + ((account * 37 + i * 211) % 1400) * 60_000;
      const words = `common saying ${saying} of the market and their cousin ${saying}`;
      post(`person${account}`, timeMs, words, { urls: `http://stock${saying}.example/story` });
    }
  }
  return posts;
}

describe("posts and names that attack their reader", () => {
  const folder = keptFolder();
  let made: MadeCase;

  beforeAll(async () => {
    made = await makeCase(folder, { files: [writePosts(join(folder, "posts.csv"), world())] });
  });

  test("are one cluster, of all of them", () => {
    expect(made.profiles).toHaveLength(1);
    expect(made.profiles[0]!.members).toHaveLength(HOSTILE.length);
  });

  test("no cell of a table is a formula to a spreadsheet, or turns or hides what is read", async () => {
    for (const name of ["accounts.csv", "pairs.csv", "clusters.csv", "sites.csv", "rejects.csv"]) {
      expect(made.text(name)).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/u);
      for (const row of await made.csv(name)) {
        for (const cell of Object.values(row)) {
          if (cell === null || /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)) continue;
          expect([name, cell, /^\s*[=+@＝＋＠－-]|^[\t\r\n]/.test(cell)]).toEqual([name, cell, false]);
        }
      }
    }
  });

  test("ids stay of use: as many as there were, and pairs name accounts of accounts.csv", async () => {
    const accounts = new Set((await made.csv("accounts.csv")).map((row) => row.account_id!));
    expect(accounts.size).toBe(HOSTILE.length + 200);
    const pairs = await made.csv("pairs.csv");
    expect(pairs.length).toBeGreaterThan(100);
    for (const { source, target } of pairs)
      expect([accounts.has(source!), accounts.has(target!)]).toEqual([true, true]);
    const bare = await made.rows<{ id: string }>("select account_id as id from accounts where account_id = 'a\u202eb'");
    expect(bare).toHaveLength(1);
  });

  test("the summary says them in letters: no heading, link, picture, code or tag of theirs", () => {
    const summary = made.text("summary.md");
    expect(summary).not.toMatch(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u);
    const headings = summary.split("\n").filter((line) => line.startsWith("#"));
    expect(headings).toHaveLength(3);
    expect(headings[1]).toMatch(/^## C01 · /);
    expect(summary.replaceAll(/`(unexplained|explained|weak)`/g, "")).not.toMatch(/(?<!\\)(<[a-z!/]|[`|])/i);
    expect(summary).not.toMatch(/(?<!\\)\]\(|https?:\/\//);
    expect(summary).not.toMatch(/javascript:/i);
  });

  test("graphs stay graphs", () => {
    for (const name of ["account", "content", "site"]) {
      const text = readFileSync(join(made.path, "graphs", `${name}.gexf`), "utf8");
      expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|<script/u);
      expect(gexf.parse(Graph, text).order).toBeGreaterThanOrEqual(name === "account" ? HOSTILE.length : 0);
    }
  });
});
