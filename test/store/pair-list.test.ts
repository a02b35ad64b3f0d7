import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Pairs } from "../../src/corpus/pairs.ts";
import { coSharePairs } from "../../src/pairlist.ts";
import { writePairList } from "../../src/store/pair-list.ts";
import { testFolder } from "../support/folder.ts";

const numbers = [0, 7, 10, 99, 100, 4_294_967_295];

test("writes every number as it is, ids guarded and quoted, over many pieces", () => {
  const path = join(testFolder(), "pairs.csv");
  const count = 200_000;
  const pick = (shift: number) => Uint32Array.from({ length: count }, (_, i) => numbers[(i + shift) % numbers.length]!);
  const pairs: Pairs = {
    trace: "co-share",
    windowMs: 1,
    count,
    a: Uint32Array.from({ length: count }, (_, i) => i % 4),
    b: Uint32Array.from({ length: count }, (_, i) => (i + 1) % 4),
    objects: pick(0),
    coactions: pick(1),
    medianDelayMs: new Float64Array(count),
    medianGapMs: Float64Array.from({ length: count }, (_, i) => [0, 59_000, 1500, 33.25][i % 4]!),
    firstMs: new Float64Array(count),
    lastMs: new Float64Array(count),
  };
  writePairList(path, pairs, ["plain", '=cmd()|"x"', "a,b", "Ünïcode"]);
  const cells = ["plain", `"'=cmd()|""x"""`, '"a,b"', "Ünïcode"];
  const wanted = Array.from({ length: count }, (_, i) =>
    [
      cells[i % 4],
      cells[(i + 1) % 4],
      numbers[i % numbers.length],
      numbers[(i + 1) % numbers.length],
      ["0", "59", "1.5", "0.03325"][i % 4],
    ].join(","),
  );
  const text = readFileSync(path, "utf8");
  expect(text === `source,target,objects,coactions,median_delay_s\n${wanted.join("\n")}\n`).toBe(true);
});

test("from shares to pairs: a row without account, object or time is passed over, a viral object is listed in full", async () => {
  const folder = testFolder();
  const [csv, out] = [join(folder, "shares.csv"), join(folder, "pairs.csv")];
  const rows = ["a,c1,o,100", "b,c2,o,130", "c,c3,o,161", ",c4,o,100", "d,c5,,100", "e,c6,o,soon"];
  writeFileSync(csv, `account_id,content_id,object_id,timestamp_share\n${rows.join("\n")}\n`);
  expect(await coSharePairs(csv, out, { windowMs: 60_000 })).toBe(2);
  expect(readFileSync(out, "utf8").trim().split("\n").slice(1).sort()).toEqual(["a,b,1,1,30", "b,c,1,1,31"]);
});

test("a file without the columns is a sentence", async () => {
  const csv = join(testFolder(), "other.csv");
  writeFileSync(csv, "x,y\n1,2\n");
  await expect(coSharePairs(csv, `${csv}.out`, { windowMs: 1 })).rejects.toThrow(
    /cannot be read as shares .*account_id/,
  );
});
