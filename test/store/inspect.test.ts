import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { inspectFile } from "../../src/store/inspect.ts";
import { scratchFolder } from "../formats/scratch.ts";

const scratch = scratchFolder();
const MEGABYTE = 1024 * 1024;

test("the hash is of the bytes on disk, packed as they are", async () => {
  const packed = gzipSync("a,b\n1,2\n");
  const found = await inspectFile(scratch.write("a.gz", packed));
  expect(found.sha256).toBe(createHash("sha256").update(packed).digest("hex"));
  expect(found).toMatchObject({ bytes: packed.length, gzip: true, lines: 2, head: "a,b\n1,2\n", headIsAll: true });
});

test("lines outside quotes and blank lines between others are counted, quotes or not", async () => {
  const cell = fc.constantFrom("a", '"q\n\n"', "", "bb", '"x""\n"');
  const line = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => cells.join(","));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      async (lines, end, last) => {
        const text = lines.join(end) + (last ? end : "");
        const found = await inspectFile(scratch.write("lines.csv", text));
        const written = last || lines.at(-1) !== "" ? lines.length : lines.length - 1;
        expect(found.lines).toBe(written);
        const filled = lines.map((one) => one !== "");
        expect(found.blankLines).toBe(filled.slice(0, filled.lastIndexOf(true)).includes(false));
      },
    ),
    { seed: 3, numRuns: 200 },
  );
});

test("a character cut by the end of a chunk is not a bad byte; a bad byte in a later chunk is found in its row", async () => {
  for (const shift of [0, 1, 2, 3]) {
    const start = `h\n${"x".repeat(MEGABYTE - 2 - shift)}`;
    expect((await inspectFile(scratch.write("cut.csv", `${start}🌍\nend\n`))).firstBadRow).toBeNull();
    const bad = Buffer.concat([Buffer.from(`${start}🌍\nthree\n`), Buffer.from([0x66, 0xff, 0x0a])]);
    expect((await inspectFile(scratch.write("bad.csv", bad))).firstBadRow).toBe(4);
  }
  const open = Buffer.concat([Buffer.from("h\nx\n"), Buffer.from([0xf0, 0x9f])]);
  expect((await inspectFile(scratch.write("open.csv", open))).firstBadRow).toBe(3);
});

test("a NUL far behind the beginning is a bad byte, not a binary file", async () => {
  const text = `h,i\n${"a,b\n".repeat(5000)}a,\0\n`;
  expect(await inspectFile(scratch.write("late.csv", text))).toMatchObject({ container: "table", firstBadRow: 5002 });
});

test("line ends of old Macs are told by the end of the header", async () => {
  expect((await inspectFile(scratch.write("mac.csv", 'a,"b\nc"\r1,2\r'))).bareCr).toBe(true);
  expect((await inspectFile(scratch.write("dos.csv", 'a,"b\rc"\r\n1,2\r\n'))).bareCr).toBe(false);
});
