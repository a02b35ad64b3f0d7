import { chmodSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { UserError } from "../../src/corpus/issue.ts";
import type { IntakeOptions } from "../../src/formats/intake.ts";
import { scratchFolder } from "./scratch.ts";
import { readToTables } from "./tables.ts";

const scratch = scratchFolder();
const HEADER = "post_id,account_id,created_at,text\n";
const GOOD = "1,u1,2026-01-01T00:00:00Z,hello\n2,u2,2026-01-01T00:00:05Z,hello\n";

/** The one sentence a file is refused with, the folder's name taken out. */
async function refusal(path: string, options: IntakeOptions = {}): Promise<[code: string, message: string]> {
  try {
    await readToTables([path], options);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [error.code, error.message.replaceAll(`${scratch.path}/`, "")];
  }
  throw new Error(`${path} was read`);
}

describe("a file that cannot be an input ends the command with one sentence", () => {
  test("missing", async () => {
    expect(await refusal(join(scratch.path, "nowhere.csv"))).toEqual([
      "file-missing",
      "There is no file nowhere.csv; check the name and the folder.",
    ]);
  });

  test("a folder", async () => {
    mkdirSync(join(scratch.path, "folder"));
    expect(await refusal(join(scratch.path, "folder"))).toEqual([
      "file-is-directory",
      "folder is a folder, not a file; name the files in it, for example folder/*.csv.",
    ]);
  });

  test.skipIf(process.getuid?.() === 0)("no permission to read", async () => {
    const path = scratch.write("secret.csv", HEADER + GOOD);
    chmodSync(path, 0o000);
    expect(await refusal(path)).toEqual([
      "file-forbidden",
      "There is no permission to read secret.csv; change its rights or copy it elsewhere.",
    ]);
  });

  test("empty", async () => {
    expect(await refusal(scratch.write("empty.csv", ""))).toEqual([
      "input-empty",
      "empty.csv is empty. There is nothing to analyse.",
    ]);
  });

  test("header only", async () => {
    expect(await refusal(scratch.write("header.csv", HEADER))).toEqual([
      "input-empty",
      "header.csv has a header but no row behind it. There is nothing to analyse.",
    ]);
  });

  test("binary junk", async () => {
    const junk = Uint8Array.from({ length: 4096 }, (_, i) => (i * 197 + (i >> 3) * 31) % 256);
    expect(await refusal(scratch.write("junk.csv", junk))).toEqual([
      "file-binary",
      "junk.csv does not look like text (it holds binary bytes); give a CSV, JSON or Parquet file.",
    ]);
  });

  test("NUL bytes at the beginning", async () => {
    expect((await refusal(scratch.write("nul.csv", `${HEADER}1,u1,2026\0-01-01,x\n`)))[0]).toBe("file-binary");
  });

  test("a spreadsheet file", async () => {
    expect(await refusal(scratch.write("sheet.csv", "PK\u0003\u0004rest of a zip"))).toEqual([
      "file-is-zip",
      "sheet.csv is a zip archive or a spreadsheet file; unpack it or save it as CSV first.",
    ]);
  });

  test("a cut-off gzip file", async () => {
    const whole = gzipSync(HEADER + GOOD.repeat(1000));
    expect(await refusal(scratch.write("cut.csv.gz", whole.subarray(0, whole.length - 20)))).toEqual([
      "file-damaged",
      "cut.csv.gz is a damaged or cut-off gzip file; get it anew and try again.",
    ]);
  });

  test("a damaged Parquet file", async () => {
    expect((await refusal(scratch.write("bad.parquet", "PAR1 but nothing more")))[0]).toBe("file-damaged");
  });

  test("broken JSON", async () => {
    const text = '[{"post_id":"1","account_id":"a","created_at":"2026-01-01","text":"x"},{"post_id":';
    expect(await refusal(scratch.write("cut.json", text))).toEqual([
      "json-broken",
      "cut.json is not valid JSON (record 2); check that it is whole.",
    ]);
    expect(await refusal(scratch.write("worse.json", "{not json"))).toEqual([
      "json-broken",
      "worse.json begins like JSON but no record of it can be read; check that it is whole.",
    ]);
  });

  test("no column of times", async () => {
    expect(await refusal(scratch.write("timeless.csv", "post_id,account_id,text\n1,u1,x\n"))).toEqual([
      "time-column-missing",
      'timeless.csv has no column of times; name the columns with --map, for example --map account_id=author,time=date,text=body; its columns are "post_id", "account_id", "text".',
    ]);
  });

  test("no column of accounts, no content", async () => {
    expect((await refusal(scratch.write("nobody.csv", "post_id,created_at,text\n1,2026-01-01,x\n")))[0]).toBe(
      "account-column-missing",
    );
    expect((await refusal(scratch.write("mute.csv", "post_id,created_at,account_id\n1,2026-01-01,x\n")))[0]).toBe(
      "content-column-missing",
    );
  });

  test("not one usable row", async () => {
    expect(await refusal(scratch.write("times.csv", `${HEADER}1,u1,soon,x\n2,u2,later,y\n`))).toEqual([
      "rows-none-kept",
      "Not one row of times.csv could be used (2 times: The time cannot be read.) Check the format, or name the columns with --map.",
    ]);
  });

  test("an unknown format, a wrong format, a wrong map", async () => {
    const path = scratch.write("good.csv", HEADER + GOOD);
    expect((await refusal(path, { format: "facebook" }))[1]).toMatch(
      /^There is no format "facebook"; --format takes marionet, /,
    );
    expect((await refusal(path, { format: "coortweet" }))[1]).toMatch(
      /^good.csv is not in the format coortweet: it lacks object_id, content_id, timestamp_share; its columns are /,
    );
    expect((await refusal(path, { map: { time: "when" } }))[1]).toMatch(
      /^good.csv has no column "when" that --map gives for time; /,
    );
    expect((await refusal(path, { map: { when: "created_at" } }))[1]).toMatch(
      /^--map does not know "when"; it takes post_id, /,
    );
  });
});

describe("bad rows are set aside and the rest goes on", () => {
  const rejected = async (rows: string, options: IntakeOptions = {}) => {
    const { intake, rejects, posts } = await readToTables([scratch.write("rows.csv", HEADER + rows)], options);
    expect(intake.rowsRead).toBe(intake.rowsKept + intake.rowsRejected);
    expect(intake.rowsRejected).toBe(rejects.length);
    expect(intake.files[0]).toMatchObject({
      rowsRead: intake.rowsRead,
      rowsKept: intake.rowsKept,
      rowsRejected: intake.rowsRejected,
    });
    return { rejects: rejects.map(({ row, code }) => [row, code]), rows: posts.map(({ row }) => row), intake };
  };

  test("unreadable, missing, negative and far-off times", async () => {
    const bad =
      "3,u1,tomorrow,x\n4,u1,,x\n5,u1,-5,x\n6,u1,9999-12-31T00:00:00Z,x\n7,u1,1969-07-20,x\n8,u1,infinity,x\n";
    const found = await rejected(GOOD + bad);
    expect(found.rejects).toEqual([
      [4, "time-unreadable"],
      [5, "time-missing"],
      [6, "time-out-of-range"],
      [7, "time-out-of-range"],
      [8, "time-out-of-range"],
      [9, "time-unreadable"],
    ]);
    expect(found.intake.rejectedByReason[0]).toEqual({
      code: "time-out-of-range",
      reason: "The time lies before 1990 or after 2099.",
      rows: 3,
    });
  });

  test("duplicate ids: the first is kept", async () => {
    const found = await rejected(`${GOOD}1,u3,2026-01-01T00:00:09Z,other\n`);
    expect(found.rejects).toEqual([[4, "post-id-duplicate"]]);
    expect(found.rows).toEqual([2, 3]);
  });

  test("ragged rows: too many cells are refused, too few are read when what is needed is there", async () => {
    const found = await rejected(`3,u1,2026-01-01,x,surplus\n${GOOD}4,u1\n5,u1,2026-01-01,x,,\n`);
    expect(found.rejects).toEqual([
      [2, "row-ragged"],
      [5, "time-missing"],
    ]);
    expect(found.rows).toEqual([3, 4, 6]);
  });

  test("blank lines count as rows of the sheet and are no records", async () => {
    const found = await rejected(`\n${GOOD}\n3,u1,2026-01-02,x\n\n\n`);
    expect(found.rows).toEqual([3, 4, 6]);
    expect(found.intake.rowsRead).toBe(3);
  });

  test("a cell of 50 MB", async () => {
    const found = await rejected(`${GOOD}3,u1,2026-01-02,"${"x".repeat(50_000_000)}"\n4,u1,2026-01-03,after\n`);
    expect(found.rejects).toEqual([[4, "row-too-long"]]);
    expect(found.rows).toEqual([2, 3, 5]);
  });

  test("a quote that is never closed is told", async () => {
    const found = await rejected(`${GOOD}3,u1,2026-01-02,"open\n4,u1,2026-01-03,swallowed\n`);
    expect(found.intake.issues.map(({ code, row }) => [code, row])).toContainEqual(["quote-open", 4]);
    expect(found.rows).toEqual([2, 3, 4]);
  });

  test("ids that a spreadsheet destroyed are never keys", async () => {
    const rows = `1.05E+18,u1,2026-01-01T00:00:00Z,one\n1.05E+18,u2,2026-01-01T00:00:05Z,two\n`;
    const { posts } = await readToTables([scratch.write("excel.csv", HEADER + rows)]);
    expect(posts).toHaveLength(2);
    for (const { post_id: id } of posts) expect(id).toMatch(/^d-[0-9a-f]{16}$/);
    const rounded = ["906000000000000000", "906000000000001000", "912000000000000000"].map(
      (id, i) => `${id},u${i},2026-01-01T00:00:00Z,x\n`,
    );
    const found = await readToTables([scratch.write("rounded.csv", HEADER + rounded.join(""))]);
    expect(found.posts.map(({ post_id: id }) => String(id).slice(0, 2))).toEqual(["d-", "d-", "d-"]);
    expect(found.intake.issues.map(({ code, column }) => [code, column])).toEqual([
      ["ids-destroyed", "post_id"],
      ["ids-derived", undefined],
    ]);
  });

  test("an empty file among others is a note", async () => {
    const files = [
      scratch.write("none.csv", ""),
      scratch.write("head.csv", HEADER),
      scratch.write("some.csv", HEADER + GOOD),
    ];
    const { intake, posts } = await readToTables(files);
    expect(intake.issues.map(({ code }) => code)).toEqual(["file-empty", "file-header-only"]);
    expect(posts.map(({ file, row }) => [file, row])).toEqual([
      [2, 2],
      [2, 3],
    ]);
    expect(intake.files.map(({ rowsRead }) => rowsRead)).toEqual([0, 0, 2]);
  });
});

describe("whatever the bytes, the same posts", () => {
  const plain = `${HEADER}1,u1,2026-01-01T00:00:00Z,"Grüße, ""Welt"" 🌍"\n2,u2,2026-01-01T00:00:05Z,"two\nlines"\n`;
  const utf16 = (bigEndian: boolean, mark: boolean) => {
    const bytes = Buffer.from((mark ? "\ufeff" : "") + plain, "utf16le");
    return bigEndian ? bytes.swap16() : bytes;
  };
  const variants: [name: string, bytes: string | Uint8Array][] = [
    ["utf-8 with byte order mark", `\ufeff${plain}`],
    ["CRLF", plain.replaceAll("\n", "\r\n").replace("two\r\n", "two\n")],
    ["bare CR", plain.replaceAll("\n", "\r").replace("two\r", "two\n")],
    ["tabs", plain.replaceAll(",", "\t").replace("Grüße\t", "Grüße,")],
    ["semicolons", plain.replaceAll(",", ";").replace("Grüße;", "Grüße,")],
    ["gzip", gzipSync(plain)],
    ["gzip of several members", Buffer.concat([gzipSync(plain.slice(0, 50)), gzipSync(plain.slice(50))])],
    ["UTF-16 LE", utf16(false, true)],
    ["UTF-16 BE", utf16(true, true)],
    ["UTF-16 LE without mark", utf16(false, false)],
    ["gzipped UTF-16", gzipSync(utf16(false, true))],
    ["no line end behind the last row", plain.trimEnd()],
  ];
  for (const [name, bytes] of variants) {
    test(name, async () => {
      const expected = await readToTables([scratch.write("plain.csv", plain)]);
      const path = scratch.write(`${name.replaceAll(" ", "-")}.csv`, bytes);
      const { posts, intake } = await readToTables([path]);
      expect(posts).toEqual(expected.posts);
      expect(intake.issues).toEqual([]);
    });
  }

  test("a file name with glob characters and quotes", async () => {
    const { posts } = await readToTables([scratch.write("it's [1]*.csv", plain)]);
    expect(posts).toHaveLength(2);
  });

  test("undecodable bytes are replaced and their first row told; the user's file stays as it was", async () => {
    const bytes = Buffer.concat([
      Buffer.from(plain),
      Buffer.from("3,u3,2026-01-01T00:00:00Z,caf\xe9\n4,u4,2026-01-01T00:00:00Z,caf\xe9\n", "latin1"),
    ]);
    const path = scratch.write("latin.csv", bytes);
    const { posts, intake } = await readToTables([path]);
    expect(posts.map(({ text }) => text).slice(2)).toEqual(["caf\ufffd", "caf\ufffd"]);
    expect(intake.issues).toMatchObject([{ code: "bytes-undecodable", row: 4 }]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });
});

test("mended copies are removed", async () => {
  const { openStore } = await import("../../src/store/database.ts");
  const { readInputs } = await import("../../src/formats/intake.ts");
  const { SILENT } = await import("../../src/corpus/progress.ts");
  const path = scratch.write("ragged.csv", `${HEADER}${GOOD}3,u1,2026-01-01,x,surplus\n`);
  const home = join(scratch.path, "home");
  mkdirSync(home);
  const store = await openStore(join(home, "case.duckdb"));
  await readInputs(store, [path], {}, SILENT);
  store.close();
  expect(readdirSync(home)).toEqual(["case.duckdb"]);
});
