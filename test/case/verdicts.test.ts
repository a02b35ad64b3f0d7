import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appendVerdicts, notWritable, readOnlyReason, readVerdicts } from "../../src/case/verdicts.ts";
import { formatLine, lineId } from "../../src/clusters/verdicts/line.ts";
import { LINES, verdictLine } from "../fixtures/verdict-lines.ts";
import { testFolder } from "../support/folder.ts";

const ONE = verdictLine("Ana", "coordinated-organic", { coordination: "yes", inauthenticity: "no" }, 1);
const TWO = verdictLine("Bo", "cannot tell", { coordination: "yes", inauthenticity: "cannot tell" }, 2);

describe("verdicts.jsonl", () => {
  test("holds what was appended, in any portions, and only grows", () => {
    const folder = testFolder();
    const path = join(folder, "verdicts.jsonl");
    fc.assert(
      fc.property(fc.array(fc.array(LINES, { maxLength: 3 }), { maxLength: 4 }), (portions) => {
        rmSync(path, { force: true });
        let before = "";
        for (const portion of portions) {
          appendVerdicts(folder, portion);
          const after = portion.length === 0 && before === "" ? "" : readFileSync(path, "utf8");
          expect(after.startsWith(before)).toBe(true);
          before = after;
        }
        const { lines, issues } = readVerdicts(folder);
        expect(issues).toEqual([]);
        expect(new Set(lines.map(lineId))).toEqual(new Set(portions.flat().map(lineId)));
      }),
      { numRuns: 40 },
    );
  });

  test("a bad line is set aside with its row, and the others count", () => {
    const folder = testFolder();
    const rows = [formatLine(ONE), '{"mine":1}', "", "not json", formatLine(ONE), formatLine(TWO)];
    writeFileSync(join(folder, "verdicts.jsonl"), rows.join("\r\n"));
    const { lines, issues } = readVerdicts(folder);
    expect(lines).toEqual([ONE, TWO]);
    expect(issues.map(({ code, file, row }) => [code, file, row])).toEqual([
      ["verdict-unreadable", "verdicts.jsonl", 2],
      ["verdict-unreadable", "verdicts.jsonl", 4],
    ]);
    expect(issues[0]?.message).toBe('Row 2 of verdicts.jsonl is set aside: it has an unknown field "mine".');
  });

  test("after a line without its end, as a crash or an editor leaves it, comes a new one", () => {
    const folder = testFolder();
    appendVerdicts(folder, [ONE]);
    appendFileSync(join(folder, "verdicts.jsonl"), '{"schema":1,"at":"20');
    appendVerdicts(folder, [TWO]);
    const { lines, issues } = readVerdicts(folder);
    expect(lines).toEqual([ONE, TWO]);
    expect(issues.map(({ row }) => row)).toEqual([2]);
  });

  test("no file is an empty one; what cannot be written says why in one sentence", () => {
    const folder = testFolder();
    expect(readVerdicts(folder)).toEqual({ lines: [], issues: [] });
    expect(readOnlyReason(folder)).toBeNull();
    expect(readOnlyReason(join(folder, "gone"))).toContain("not there any more");
    expect(() => appendVerdicts(join(folder, "gone"), [ONE])).toThrow(/not there any more/);
    mkdirSync(join(folder, "verdicts.jsonl"));
    expect(() => appendVerdicts(folder, [ONE])).toThrow(/is a folder, not a file/);
    expect(readVerdicts(folder).issues[0]?.message).toMatch(/cannot be read \(EISDIR\)/);
    for (const code of ["EROFS", "EPERM", "EACCES"])
      expect(notWritable({ code }).message).toContain("This case folder is read-only");
    expect(notWritable({ code: "EIO" }).message).toBe("Nothing could be written to verdicts.jsonl (EIO).");
  });

  // The superuser may write everywhere.
  test.skipIf(process.getuid?.() === 0 || process.platform === "win32")("a read-only folder", () => {
    const folder = testFolder();
    chmodSync(folder, 0o555);
    expect(readOnlyReason(folder)).toContain("read-only");
    expect(() => appendVerdicts(folder, [ONE])).toThrow(/read-only/);
    chmodSync(folder, 0o755);
  });
});
