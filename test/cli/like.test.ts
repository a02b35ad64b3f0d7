import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analysisFlags } from "../../scripts/analyze.ts";
import { openCase } from "../../scripts/case.ts";
import { likeReport } from "../../scripts/like.ts";
import { UserError } from "../../src/corpus/issue.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { type ParityOptions, repeatPeer } from "../../src/parity.ts";
import { openStore } from "../../src/store/database.ts";
import { writePosts } from "../support/analysis.ts";
import { testFolder } from "../support/folder.ts";
import { marionet } from "../support/run.ts";

const flags = (line: string) => analysisFlags(line.split(" "), undefined)!.parity;
const parity = (line: string): ParityOptions => flags(`${line} --like coortweet`)!;
const SHARES =
  "object_id,account_id,content_id,timestamp_share\no,ann,a1,100\no,ann,a2,101\no,ben,b1,100\no,ben,b2,102\n";

function sharesFile(folder: string, text = SHARES, name = "shares.csv"): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("flags of --like", () => {
  test("an analysis has none of them", () => {
    expect(flags("a.csv --out c")).toBeNull();
  });

  test("each tool's own defaults, and seconds as it counts them", () => {
    expect(parity("a.csv --out c")).toMatchObject({
      coortweet: { windowS: 10, minParticipation: 2, keepLoops: false, edgeWeight: 0.5, subgraph: 0, fastS: null },
    });
    expect(flags("a.csv --out c --like cnt-co_post")).toMatchObject({
      like: "cnt-co_post",
      toolkit: { windowS: 1, minEdgeWeight: 2 },
    });
    expect(
      parity("a.csv --out c --window 2min --fast 500ms --subgraph 3 --edge-weight 0 --keep-loops").coortweet,
    ).toEqual({
      ...{ windowS: 120, fastS: 0.5, subgraph: 3, edgeWeight: 0, keepLoops: true, minParticipation: 2 },
    });
    expect(parity("a.csv --out c --window 0s").coortweet.windowS).toBe(0);
  });

  test.each([
    ["--like gephi", "--like is one of coortweet, cnt-co_retweet, "],
    ["--subgraph 1 --fast 10s --like coortweet", "--subgraph 1 does not go with --fast, as CooRTweet refuses it"],
    ["--subgraph 2 --like coortweet", "--subgraph 2 is made of fast edges: give a shorter window with --fast"],
    ["--subgraph 4 --like coortweet", "--subgraph is a whole number, 0 to 3"],
    ["--edge-weight 1.1 --like coortweet", "--edge-weight is a number from 0 to 1"],
    ["--fast 10 --like coortweet", "--fast is a length of time"],
    ["--min-edge-weight 0 --like cnt-co_link", "--min-edge-weight is a whole number, 1 or more"],
    ["--subgraph 1", "--subgraph needs --like coortweet."],
    ["--keep-loops", "--keep-loops needs --like coortweet or cnt."],
    ["--min-edge-weight 2 --like coortweet", "--min-edge-weight does nothing with --like coortweet"],
    ["--similarity 0.5 --like cnt-co_tweet", "--similarity does nothing with --like cnt-co_tweet"],
    ["--window 60s --like coordinatedactivity", "--window does nothing with --like coordinatedactivity"],
    ["--q 0.05 --like coortweet", "--q does nothing with --like: coortweet tests nothing"],
    ["--reruns 0 --like cnt-co_post", "--reruns does nothing with --like"],
    ["--pseudonymise --like coortweet", "--pseudonymise does not go with --like"],
    ["--window 0s", '--window is a length of time such as 60s, 5min, 6h or 1d, not "0s".'],
  ])("%s", (line, sentence) => {
    expect(() => flags(`a.csv --out c ${line}`)).toThrow(UserError);
    expect(() => flags(`a.csv --out c ${line}`)).toThrow(sentence);
  });
});

describe("a folder that repeats another tool", () => {
  test("says so on the terminal, in its manifest and its summary, and no command takes it for a case", {
    timeout: 60_000,
  }, async () => {
    const folder = testFolder();
    const out = join(folder, "again");
    const { code, stdout } = await marionet(["analyze", sharesFile(folder), "--out", out, "--like", "coortweet"]);
    expect(code).toBe(0);
    expect(stdout).toContain("As CooRTweet 2.1.3 (d31a008) has it: window: 10 s,");
    expect(stdout).toContain("Marionet claims nothing by it");
    const manifest = JSON.parse(readFileSync(join(out, "case.json"), "utf8"));
    expect(manifest).toMatchObject({
      claims: "none",
      like: { name: "coortweet" },
      layout: "coortweet",
      counts: { pairs: 1 },
    });
    expect(readFileSync(join(out, "summary.md"), "utf8")).toContain("no cluster was looked for");
    expect(() => openCase(out)).toThrow("repeats another tool's figures (--like) and is no case");
    expect(existsSync(join(out, "case.duckdb")) || existsSync(join(out, "verdicts.jsonl"))).toBe(false);
    expect((await marionet(["summarize", out])).code).toBe(1);
    // Again, and in another way: the folder is its own.
    const json = await marionet(["analyze", sharesFile(folder), "--out", out, "--like", "cnt-co_post", "--json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({ case: out, like: { name: "cnt-co_post" }, claims: "none" });
    expect(existsSync(join(out, "peer", "detect_groups.csv"))).toBe(false);
  });

  test("does not take the place of a case", async () => {
    const folder = testFolder();
    const out = join(folder, "case");
    mkdirSync(out);
    writeFileSync(join(out, "case.json"), "{}");
    writeFileSync(join(out, "case.duckdb"), "");
    await expect(
      repeatPeer({ ...parity(`x --out x`), files: [sharesFile(folder)], out }, SILENT, () => 0),
    ).rejects.toThrow("holds a case, which a run with --like does not replace");
  });

  test("lists what was set aside and what counts although it is missing", async () => {
    const folder = testFolder();
    const out = join(folder, "again");
    const text = `${SHARES}o,,x,103\n,ann,y,104\nNA,ann,z,105\no,cat,w,soon\n`;
    const manifest = await repeatPeer(
      { ...parity("x --out x"), files: [sharesFile(folder, text)], out },
      SILENT,
      () => 0,
    );
    expect(manifest.rows).toMatchObject({ read: 8, kept: 7, rejected: 1 });
    expect(readFileSync(join(out, "rejects.csv"), "utf8")).toContain("6,account-missing");
    expect(manifest.issues.map(({ code }) => code)).toEqual(["objects-missing", "times-missing"]);
    expect(likeReport(manifest, out).join("\n")).toContain("1 set aside: The row names no account.");
  });

  test("ends with a sentence where CooRTweet ends with an error, and leaves nothing behind", async () => {
    const folder = testFolder();
    const options = {
      ...parity("x --out x --min-participation 9"),
      files: [sharesFile(folder)],
      out: join(folder, "again"),
    };
    await expect(repeatPeer(options, SILENT, () => 0)).rejects.toThrow(
      "No account has 9 or more rows, and CooRTweet would stop here",
    );
    expect(existsSync(options.out)).toBe(false);
  });

  test("cells that a spreadsheet would obey are written as the tables of a case write them", {
    timeout: 60_000,
  }, async () => {
    const sign = fc.constantFrom(...'=+-@a1. \t,"', "＝", "\u202e", "\u200b", "é", "\ufeff", "e5");
    const id = fc.array(sign, { minLength: 1, maxLength: 6 }).map((signs) => signs.join(""));
    const folder = testFolder();
    const store = await openStore(":memory:");
    const { csvCell } = await import("../../src/text/csv-cell.ts");
    const { writeRejects } = await import("../../src/store/csv-files.ts");
    const ids = fc.sample(id, { numRuns: 400, seed: 7 });
    await store.run(
      "create table files (file usmallint, path varchar); create table rejects (file usmallint, row uinteger, code varchar, column_name varchar, reason varchar)",
    );
    await store.run("insert into files values (0, 'f')");
    for (const [row, text] of ids.entries())
      await store.run("insert into rejects values (0, $row, 'c', null, $text)", { row, text });
    await writeRejects(store, folder);
    store.close();
    const cells = readFileSync(join(folder, "rejects.csv"), "utf8").trimEnd().split("\n").slice(1);
    const unquoted = (cell: string) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    expect(cells.map((line) => unquoted(line.slice(line.indexOf(",c,,") + 4)))).toEqual(
      ids.map((text) => unquoted(csvCell(text))),
    );
  });
});

describe("exports that are no tool's table", () => {
  const posts = (folder: string) =>
    writePosts(
      join(folder, "posts.csv"),
      [
        ["1", "ann", "post", "", "https://a.example/x|https://b.example", "vote"],
        ["2", "ben", "post", "", "https://a.example/x", "vote|now"],
        ["3", "cat", "repost", "1", "", ""],
        ["4", "dan", "repost", "1", "", ""],
        ["5", "ann", "reply", "9", "", ""],
        ["6", "ben", "reply", "9", "", ""],
      ].map(([post_id, account_id, kind, target_post_id, urls, hashtags], i) => ({
        ...{ post_id: post_id!, account_id: account_id!, kind: kind!, target_post_id: target_post_id! },
        ...{ urls: urls!, hashtags: hashtags!, text: `word ${i}`, created_at: `2024-01-01T00:00:0${i}Z` },
      })),
    );
  const pairs = async (line: string) => {
    const folder = testFolder();
    const out = join(folder, "again");
    await repeatPeer({ ...flags(`x --out x ${line}`)!, files: [posts(folder)], out }, SILENT, () => 0);
    const [, ...rows] = readFileSync(join(out, "pairs.csv"), "utf8").trimEnd().split("\n");
    return rows.map((row) => row.split(",").slice(0, 3).join(" "));
  };

  test.each([
    ["links", "ann ben 1"],
    ["hashtags", "ann ben 1"],
    ["reposts", "cat dan 1"],
    ["replies", "ann ben 1"],
  ])("CooRTweet with %s as objects", async (objects, pair) => {
    expect(await pairs(`--like coortweet --min-participation 1 --objects ${objects}`)).toEqual([pair]);
  });

  test.each([
    ["cnt-co_link", ["ann ben 1", "ben ann 1"]],
    ["cnt-co_retweet", ["cat dan 1", "dan cat 1"]],
    ["cnt-co_reply", ["ann ben 1", "ben ann 1"]],
    ["cnt-co_tweet", []],
    // Two replies without a link besides: with the toolkit's own table they would match.
    ["cnt-co_link --empty-links match", ["ann ben 2", "ben ann 2"]],
  ])("%s", async (like, wanted) => {
    expect(await pairs(`--like ${like} --min-edge-weight 1 --window 10s`)).toEqual(wanted);
  });

  test("what is shared has to be said, and has to be there", async () => {
    await expect(pairs("--like coortweet")).rejects.toThrow(
      "name it with --objects reposts, replies, links, hashtags, texts",
    );
    await expect(pairs("--like coortweet --objects shares")).rejects.toThrow(
      "No post has what --objects shares asks for",
    );
  });

  test("files of two layouts are not read as one", async () => {
    const folder = testFolder();
    const files = [posts(folder), sharesFile(folder)];
    const run = repeatPeer({ ...parity("x --out x"), files, out: join(folder, "again") }, SILENT, () => 0);
    await expect(run).rejects.toThrow("The files are not of one layout (other exports, coortweet)");
  });

  test("a table that names its objects is asked for no others", async () => {
    const folder = testFolder();
    const run = repeatPeer(
      { ...parity("x --out x --objects links"), files: [sharesFile(folder)], out: join(folder, "again") },
      SILENT,
      () => 0,
    );
    await expect(run).rejects.toThrow("The file names its objects itself");
  });
});
