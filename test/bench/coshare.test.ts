import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { duckdbJoin } from "../../scripts/bench/duckdb-join.ts";
import { writeEvents } from "../../scripts/bench/events.ts";
import { costCells, markdownTable } from "../../scripts/bench/table.ts";
import { seeded } from "../../src/math/random.ts";
import { testFolder } from "../support/folder.ts";

test("events are as many as asked for, the same for a seed, and hold the planted groups", () => {
  const folder = testFolder();
  const write = (name: string, seed: number) => {
    const bytes = writeEvents(join(folder, name), 10_000, seeded(seed));
    const text = readFileSync(join(folder, name), "utf8");
    expect(text.length).toBe(bytes);
    return text;
  };
  const first = write("a.csv", 1);
  expect(write("b.csv", 1)).toBe(first);
  expect(write("c.csv", 2)).not.toBe(first);
  const [header, ...rows] = first.trimEnd().split("\n");
  expect(header).toBe("account_id,content_id,object_id,timestamp_share");
  expect(rows).toHaveLength(10_000);
  expect(new Set(rows.map((row) => row.split(",")[1])).size).toBe(10_000);
  const planted = rows.slice(-300).map((row) => row.split(","));
  const byObject = grouped(planted, (cells) => cells[2]!);
  const spans = [...byObject.values()].map((cells) => cells.map((cell) => Number(cell[3])));
  expect(spans.filter((times) => Math.max(...times) - Math.min(...times) <= 30).length).toBeGreaterThan(8);
  const shares = grouped(rows.slice(0, 9700), (row) => row.split(",")[2]!);
  const popular = [...shares.values()].map((of) => of.length).sort((a, b) => b - a);
  // s = 0.8 and shift 5 over 2,000 objects: the first takes 6^-0.8 / sum of (k + 5)^-0.8 = 1.5 % of the rows.
  expect(popular[0]! / 9700).toBeGreaterThan(0.012);
  expect(popular[0]! / 9700).toBeLessThan(0.019);
});

function grouped<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return groups;
}

test("the DuckDB baseline counts shares of one object at most a window apart, across buckets, and leaves out the inactive", async () => {
  const folder = testFolder();
  const rows = [
    // x and y share o1 at 59 and 119 (60 s apart, neighbouring buckets) and o2 at the same second.
    "x,1,o1,59",
    "y,2,o1,119",
    "x,3,o2,500",
    "y,4,o2,500",
    // z comes 61 s after y, too late; z and w meet once each and are active nowhere else.
    "z,5,o1,180",
    "z,6,o3,1000",
    "w,7,o3,1030",
    "w,8,o4,9000",
  ];
  writeFileSync(join(folder, "in.csv"), `account_id,content_id,object_id,timestamp_share\n${rows.join("\n")}\n`);
  await duckdbJoin(join(folder, "in.csv"), join(folder, "out.csv"), 60, join(folder, "t"));
  expect(readFileSync(join(folder, "out.csv"), "utf8")).toBe("source,target,weight,mean_delay_s\nx,y,2,30.0\n");
});

test("tables are Markdown, numbers to the right", () => {
  const cells = costCells({ wallS: 1.25, cpuS: 2, peakBytes: 1.5e9 });
  expect(markdownTable(["what", "wall", "CPU", "memory"], [["a", ...cells]])).toBe(
    "| what | wall | CPU | memory |\n| --- | ---: | ---: | ---: |\n| a | 1.3 s | 2.0 s | 1.50 GB |",
  );
});
