import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { duckdbJoin } from "../../scripts/bench/duckdb-join.ts";
import type { PairRows } from "../../src/corpus/pair-rows.ts";
import { between, seeded } from "../../src/math/random.ts";
import { coSharePairs } from "../../src/pairlist.ts";
import { PairListFile } from "../../src/store/pair-list.ts";
import { testFolder } from "../support/folder.ts";

/** Ticks once each time it is looked at. */
let ticks = 0;
const clock = () => ticks++;

const numbers = [0, 7, 10, 99, 100, 4_294_967_295];

test("writes every number as it is, ids guarded and quoted, over many pieces", () => {
  const path = join(testFolder(), "pairs.csv");
  const count = 200_000;
  const pick = (shift: number) => Uint32Array.from({ length: count }, (_, i) => numbers[(i + shift) % numbers.length]!);
  const numbersOf = (values: readonly number[]) => Float64Array.from({ length: count }, (_, i) => values[i % 4]!);
  const pairs: PairRows = {
    count,
    a: Uint32Array.from({ length: count }, (_, i) => i % 4),
    b: Uint32Array.from({ length: count }, (_, i) => (i + 1) % 4),
    objects: pick(0),
    coactions: pick(1),
    postsA: pick(2),
    postsB: pick(3),
    medianDelayMs: new Float64Array(count),
    meanGapMs: numbersOf([18_333.333_3, 1.5, 7e15, 999.7]),
    medianGapMs: numbersOf([0, 59_000, 1500, 33.25]),
    firstMs: new Float64Array(count),
    lastMs: new Float64Array(count),
  };
  const list = new PairListFile(path, ["plain", '=cmd()|"x"', "a,b", "Ünïcode"]);
  list.write(pairs);
  list.write({ ...pairs, count: 2 }, Uint8Array.of(0, 0, 1, 0));
  list.finish();
  expect(list.rows).toBe(count + 1);
  const cells = ["plain", `"'=cmd()|""x"""`, '"a,b"', "Ünïcode"];
  const row = (i: number) =>
    [
      cells[i % 4],
      cells[(i + 1) % 4],
      numbers[i % numbers.length],
      numbers[(i + 1) % numbers.length],
      ["18.333", "0.002", "7000000000000", "1"][i % 4],
      ["0", "59", "1.5", "0.033"][i % 4],
      numbers[(i + 2) % numbers.length],
      numbers[(i + 3) % numbers.length],
    ].join(",");
  // Of the second batch only the pair with the account that is kept.
  const wanted = [...Array.from({ length: count }, (_, i) => row(i)), row(1)];
  const text = readFileSync(path, "utf8");
  const header = "source,target,objects,coactions,mean_delay_s,median_delay_s,posts_source,posts_target";
  expect(text === `${header}\n${wanted.join("\n")}\n`).toBe(true);
});

test("from shares to pairs: a row without account, object or time is passed over, a viral object is listed in full", async () => {
  const folder = testFolder();
  const [csv, out] = [join(folder, "shares.csv"), join(folder, "pairs.csv")];
  const rows = ["a,c1,o,100", "b,c2,o,130", "c,c3,o,161", ",c4,o,100", "d,c5,,100", "e,c6,o,soon"];
  writeFileSync(csv, `account_id,content_id,object_id,timestamp_share\n${rows.join("\n")}\n`);
  expect(await coSharePairs(csv, out, { windowMs: 60_000 }, clock)).toMatchObject({
    pairs: 2,
    shares: 3,
    skipped: 3,
    commonObjects: 0,
  });
  expect(readFileSync(out, "utf8").trim().split("\n").slice(1).sort()).toEqual([
    "a,b,1,1,30,30,1,1",
    "b,c,1,1,31,31,1,1",
  ]);
  expect(readdirSync(folder).sort()).toEqual(["pairs.csv", "shares.csv"]);
});

test("a viral object proposes no pair by itself, but counts for a pair that met elsewhere", async () => {
  const folder = testFolder();
  const [csv, out] = [join(folder, "shares.csv"), join(folder, "pairs.csv")];
  const crowd = Array.from({ length: 50 }, (_, i) => `u${i},v${i},viral,${i}`);
  const rows = [...crowd, "u3,x,rare,1000", "u9,y,rare,1010"];
  writeFileSync(csv, `account_id,content_id,object_id,timestamp_share\n${rows.join("\n")}\n`);
  const options = { windowMs: 60_000, commonLimit: 1000 };
  expect(await coSharePairs(csv, out, options, clock)).toMatchObject({ pairs: 1, commonObjects: 1 });
  expect(readFileSync(out, "utf8").trim().split("\n")[1]).toBe("u3,u9,2,2,8,8,2,2");
});

test("lists what DuckDB's self-join lists, with the same weights and mean delays, on random shares", async () => {
  const random = seeded("pair list");
  const folder = testFolder();
  let pairsSeen = 0;
  for (let run = 0; run < 25; run++) {
    const [csv, ours, theirs] = ["in", "ours", "theirs"].map((name) => join(folder, `${name}${run}.csv`)) as [
      string,
      string,
      string,
    ];
    const accounts = between(random, 2, 12);
    const rows = Array.from({ length: between(random, 1, 150) }, (_, i) =>
      [`a${between(random, 0, accounts)}`, `c${i}`, `o${between(random, 0, 9)}`, between(random, -200, 400)].join(","),
    );
    writeFileSync(csv, `account_id,content_id,object_id,timestamp_share\n${rows.join("\n")}\n`);
    await coSharePairs(csv, ours, { windowMs: 60_000, minShares: 2 }, clock);
    await duckdbJoin(csv, theirs, 60, join(folder, "spill"));
    const theirRows = rowsOf(theirs).map(([a, b, weight, delay]) => listed(a!, b!, Number(weight), Number(delay)));
    const ourRows = rowsOf(ours).map(([a, b, , coactions, delay]) => listed(a!, b!, Number(coactions), Number(delay)));
    expect(ourRows.sort(), rows.join("\n")).toEqual(theirRows.sort());
    pairsSeen += theirRows.length;
  }
  expect(pairsSeen).toBeGreaterThan(300);
});

function rowsOf(path: string): string[][] {
  const [, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
  return lines.map((line) => line.split(","));
}

function listed(a: string, b: string, weight: number, delayS: number): string {
  return `${[a, b].sort().join(" ")} ${weight} ${delayS.toFixed(2)}`;
}

test("a file without the columns is a sentence", async () => {
  const csv = join(testFolder(), "other.csv");
  writeFileSync(csv, "x,y\n1,2\n");
  await expect(coSharePairs(csv, `${csv}.out`, { windowMs: 1 }, clock)).rejects.toThrow(
    /cannot be read as shares .*account_id/,
  );
});
