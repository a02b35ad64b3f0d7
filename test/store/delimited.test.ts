import fc from "fast-check";
import { expect, test } from "vitest";
import { DelimitedReader, firstRecords, sniffDelimiter } from "../../src/store/delimited.ts";

function read(pieces: readonly string[], limit = 1_000_000) {
  const records: (string[] | null)[] = [];
  const rows: number[] = [];
  const reader = new DelimitedReader(",", limit, (cells, row) => {
    records.push(cells === null ? null : [...cells]);
    rows.push(row);
  });
  for (const piece of pieces) reader.take(piece);
  return { open: reader.finish(), records, rows };
}

const cell = fc
  .array(fc.constantFrom("a", ",", '"', "\n", "\r", " "), { maxLength: 6 })
  .map((letters) => letters.join(""));

test("cells written with quotes come back, however the text is cut into pieces", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.constantFrom("\n", "\r\n", "\r", "\r\r\n"),
      fc.array(fc.nat({ max: 200 }), { maxLength: 6 }),
      (records, lineEnd, cuts) => {
        const text = records
          .map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(",") + lineEnd)
          .join("");
        const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
        const pieces = places.slice(1).map((end, i) => text.slice(places[i], end));
        const found = read(pieces);
        expect(found.records).toEqual(records);
        expect(found.rows).toEqual(records.map((_, i) => i + 1));
        expect(found.open).toBe(false);
      },
    ),
    { seed: 11, numRuns: 500 },
  );
});

test("a quote in mid-cell is a letter, text behind a closing quote belongs to the cell", () => {
  expect(read(['5" screen,"a"b,c\n']).records).toEqual([['5" screen', "ab", "c"]]);
});

test("blank lines are records of one empty cell, so that rows can be counted", () => {
  expect(read(["a,b\n\n\nc,d"]).records).toEqual([["a", "b"], [""], [""], ["c", "d"]]);
  expect(read(["a,b\r\rc,d\r"]).records).toEqual([["a", "b"], [""], ["c", "d"]]);
});

test("a record over the limit is given as null and the next is whole", () => {
  expect(read(["a,b\n", "x".repeat(30), "y".repeat(30), ",z\nc,d\n"], 40).records).toEqual([
    ["a", "b"],
    null,
    ["c", "d"],
  ]);
});

test("an open quote swallows the rest and says so", () => {
  expect(read(['a,"b\nc,d\n'])).toEqual({ open: true, records: [["a", "b\nc,d\n"]], rows: [1] });
});

test("the delimiter is what cuts the header into most cells", () => {
  expect(sniffDelimiter('id;"a,b,c";text\n')).toBe(";");
  expect(sniffDelimiter("id\ttext, more\tx\n")).toBe("\t");
  expect(sniffDelimiter("single\n")).toBe(",");
  expect(firstRecords("a,b\n1,2\n3,4\n", ",", 2)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
});
