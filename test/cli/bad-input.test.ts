import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openCase } from "../../src/serve/case-source.ts";
import { overviewFile, writeCase } from "../support/case.ts";
import { fileHashes, testFolder } from "../support/folder.ts";
import { marionet, type Outcome } from "../support/run.ts";

const HEADER = "post_id,account_id,created_at,text\n";
const GOOD = `${HEADER}1,a,2024-01-01T00:00:00Z,one\n2,b,2024-01-01T00:00:05Z,two\n`;
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);

/** One sentence for a person: no stack, no name of a class, no fault of ours. */
function oneSentence({ stderr, stdout, code }: Outcome): string {
  const lines = stderr.split("\n").filter((line) => line !== "" && !/\d s( {2}|$)|^(looking at|reading) /.test(line));
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/[.!)]$/);
  expect(stderr).not.toMatch(/\bat .*:\d+:\d+|node:internal|Error:|fault of its own|undefined|\[object/);
  return lines[0]!;
}

const REFUSED: readonly [what: string, make: (path: string) => void, sentence: RegExp][] = [
  ["a missing file", () => {}, /^There is no file .*posts\.csv/],
  ["a folder", (path) => mkdirSync(path), /is a folder, not a file/],
  ["an empty file", (path) => writeFileSync(path, ""), /is empty|holds no rows/],
  ["a header alone", (path) => writeFileSync(path, HEADER), /no row|holds no rows/],
  [
    "binary junk",
    (path) => writeFileSync(path, Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256))),
    /does not look like text/,
  ],
  ["no column of times", (path) => writeFileSync(path, "post_id,account_id,text\n1,a,one\n"), /time|created_at/],
  [
    "times that no one can read",
    (path) => writeFileSync(path, `${HEADER}1,a,soon,one\n2,b,later,two\n`),
    /The time cannot be read/,
  ],
  [
    "times before and beyond all platforms",
    (path) => writeFileSync(path, `${HEADER}1,a,-62135596800,one\n2,b,9999-12-31T23:59:59Z,two\n`),
    /time/i,
  ],
];

describe("what cannot be analysed is told in a sentence, and nothing is written", { timeout: 120_000 }, () => {
  test.each(REFUSED)("%s", async (_, make, sentence) => {
    const folder = testFolder();
    make(join(folder, "posts.csv"));
    const outcome = await marionet(["analyze", "posts.csv", "--out", "case"], { env: {}, cwd: folder });
    expect(oneSentence(outcome)).toMatch(sentence);
    expect(readdirSync(folder).filter((name) => name.startsWith("case"))).toEqual([]);
  });
});

const TAKEN: readonly [what: string, bytes: string | Buffer, kept: number, rejected: readonly string[]][] = [
  ["UTF-16", utf16(GOOD), 2, []],
  [
    "bytes that are no text",
    Buffer.concat([Buffer.from(GOOD), Buffer.from("3,c,2024-01-01T00:00:09Z,"), Buffer.from([0xe9, 0xff, 10])]),
    3,
    [],
  ],
  ["ids given twice", `${GOOD}2,c,2024-01-01T00:00:09Z,three\n`, 2, ["post-id-duplicate"]],
  [
    "a few times out of range",
    `${GOOD}3,c,9999-01-01T00:00:00Z,x\n4,c,1969-12-31T23:59:59Z,x\n`,
    2,
    ["time-out-of-range", "time-out-of-range"],
  ],
  [
    "ragged rows",
    `${GOOD}3,c\n4,d,2024-01-01T00:00:09Z,four,five,six\n5,e,2024-01-01T00:00:19Z,five\n`,
    3,
    ["row-ragged", "time-missing"],
  ],
];

describe("what can be read in part is, and the rest is set aside with its reason", { timeout: 120_000 }, () => {
  test.each(TAKEN)("%s", async (_, bytes, kept, rejected) => {
    const folder = testFolder();
    writeFileSync(join(folder, "posts.csv"), bytes);
    const outcome = await marionet(["analyze", "posts.csv", "--out", "case", "--json"], { cwd: folder });
    expect({ code: outcome.code, stderr: outcome.code === 0 ? "" : outcome.stderr }).toEqual({ code: 0, stderr: "" });
    const report = JSON.parse(outcome.stdout) as { rows: { kept: number; rejected: { code: string; rows: number }[] } };
    expect(report.rows.kept).toBe(kept);
    expect(report.rows.rejected.flatMap(({ code, rows }) => new Array<string>(rows).fill(code))).toEqual(rejected);
  });

  test("a cell of fifty megabytes neither ends the run nor is lost in silence", async () => {
    const folder = testFolder();
    writeFileSync(join(folder, "posts.csv"), `${GOOD}3,c,2024-01-01T00:00:09Z,${"long ".repeat(10_000_000)}\n`);
    const outcome = await marionet(["analyze", "posts.csv", "--out", "case", "--json"], { cwd: folder });
    if (outcome.code === 1) oneSentence(outcome);
    else {
      expect(outcome.code).toBe(0);
      const { rows } = JSON.parse(outcome.stdout) as { rows: { kept: number; rejected: { rows: number }[] } };
      expect(rows.kept + rows.rejected.reduce((sum, one) => sum + one.rows, 0)).toBe(3);
    }
  });
});

describe("the place of the case", { timeout: 120_000 }, () => {
  const refused = async (prepare: (folder: string) => void, flags: readonly string[] = []): Promise<string> => {
    const folder = testFolder();
    writeFileSync(join(folder, "posts.csv"), GOOD);
    prepare(folder);
    const before = fileHashes(folder);
    const outcome = await marionet(["analyze", "posts.csv", "--out", "case", ...flags], { cwd: folder });
    const sentence = oneSentence(outcome);
    expect(fileHashes(folder)).toEqual(before);
    return sentence;
  };
  const oldCase = (folder: string) => writeCase(folder, overviewFile(), { "verdicts.jsonl": '{"mine":1}\n' });

  test("a file there stays", async () => {
    expect(await refused((folder) => writeFileSync(join(folder, "case"), "mine"))).toMatch(/case is a file/);
  });

  test("a folder of somebody's stays", async () => {
    const sentence = await refused((folder) => {
      mkdirSync(join(folder, "case"));
      writeFileSync(join(folder, "case", "thesis.docx"), "mine");
    });
    expect(sentence).toMatch(/other things in it \(thesis\.docx\)/);
  });

  test("notes put into an old case stay", async () => {
    const sentence = await refused((folder) => writeFileSync(join(oldCase(folder), "notes.txt"), "mine"));
    expect(sentence).toMatch(/other things in it \(notes\.txt\)/);
  });

  test("an old case stays when the new input is bad, or a flag is", async () => {
    await refused((folder) => {
      oldCase(folder);
      writeFileSync(join(folder, "posts.csv"), HEADER);
    });
    expect(await refused(oldCase, ["--windw", "3s"])).toMatch(/did you mean --window\?/);
  });

  test("a path through a file is told", async () => {
    const folder = testFolder();
    writeFileSync(join(folder, "posts.csv"), GOOD);
    const outcome = await marionet(["analyze", "posts.csv", "--out", "posts.csv/case"], { cwd: folder });
    expect(oneSentence(outcome)).toMatch(/cannot be written|is a file/);
  });

  test.skipIf(process.platform !== "linux")("a disk that takes nothing is told", async () => {
    const folder = testFolder();
    writeFileSync(join(folder, "posts.csv"), GOOD);
    // Nobody, not even root, makes folders there.
    symlinkSync("/proc/self", join(folder, "disk"));
    const outcome = await marionet(["analyze", "posts.csv", "--out", "disk/case"], { cwd: folder });
    expect(oneSentence(outcome)).toMatch(/cannot be written/);
  });

  test.skipIf(process.getuid?.() === 0)(
    "a folder without permission is told (not as root, who may everything)",
    async () => {
      const folder = testFolder();
      writeFileSync(join(folder, "posts.csv"), GOOD);
      mkdirSync(join(folder, "shut"), { mode: 0o500 });
      const outcome = await marionet(["analyze", "posts.csv", "--out", "shut/case"], { cwd: folder });
      chmodSync(join(folder, "shut"), 0o700);
      expect(oneSentence(outcome)).toMatch(/cannot be written \(no permission\)/);
    },
  );
});

describe("a case of another version", { timeout: 120_000 }, () => {
  test.each([["summarize"], ["explore", "--no-open"], ["export", "--format", "csv"]])(
    "%s",
    async (command, ...flags) => {
      const folder = testFolder();
      const path = writeCase(folder, { ...overviewFile({ version: "99.0.0" }), schema: 9 as 1 });
      const before = fileHashes(path);
      expect(oneSentence(await marionet([command, "case", ...flags], { cwd: folder }))).toMatch(/was written by/);
      expect(fileHashes(path)).toEqual(before);
    },
  );

  test.each([
    ["nowhere.csv", null, /nowhere\.csv cannot be read/],
    ["empty.csv", "time,label\nsoon,never\n", /empty\.csv holds no event/],
  ])("explore with the list of events %s", async (name, text, says) => {
    const folder = testFolder();
    writeCase(folder, overviewFile());
    if (text !== null) writeFileSync(join(folder, name), text);
    const outcome = await marionet(["explore", "case", "--no-open", "--events", name], { cwd: folder });
    expect(oneSentence(outcome)).toMatch(says);
  });

  test("one that a killed run set aside is put back for the reader", async () => {
    const folder = testFolder();
    writeCase(join(folder, "x"), overviewFile());
    const { renameSync } = await import("node:fs");
    renameSync(join(folder, "x", "case"), join(folder, "case.replaced"));
    await expect(openCase(join(folder, "case"))).rejects.toThrow(/case\.duckdb is missing/);
    expect(readdirSync(folder)).toContain("case");
  });
});
