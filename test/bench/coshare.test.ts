import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { duckdbJoin } from "../../scripts/bench/duckdb-join.ts";
import { writeEvents } from "../../scripts/bench/events.ts";
import { growthChart } from "../../scripts/bench/growth-chart.ts";
import { measureScript } from "../../scripts/bench/measure.ts";
import { keepSection, writePage } from "../../scripts/bench/page.ts";
import { pythonWith } from "../../scripts/bench/peers.ts";
import { inTurns, medianOf, spreadCell, spreadCells, timesOf } from "../../scripts/bench/spread.ts";
import { markdownTable } from "../../scripts/bench/table.ts";
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

test("some runs are told by median, least and most; one run by itself", () => {
  const format = (value: number) => `${value}`;
  expect(spreadCell([3, 1, 10], format)).toBe("3 (1 to 10)");
  expect(spreadCell([7], format)).toBe("7");
  expect([medianOf([4, 1]), medianOf([5, 1, 3])]).toEqual([2.5, 3]);
  expect(() => medianOf([])).toThrow("nothing");
  expect(timesOf([1, 2, 9], [4, 4, 4])).toBe("0.50 times");
});

test("sides are measured in turns, not one after the other", async () => {
  const order: string[] = [];
  const side = (name: string) => async () => {
    order.push(name);
    return order.length;
  };
  expect(await inTurns([side("a"), side("b")], 3)).toEqual([
    [1, 3, 5],
    [2, 4, 6],
  ]);
  expect(order.join("")).toBe("ababab");
});

test("a process of its own says what it used, Python too where there is one, and a failure is told", async () => {
  const folder = testFolder();
  const script = join(folder, "work.mjs");
  writeFileSync(
    script,
    "const held = Buffer.alloc(60e6, 1); if (process.argv[2] === 'fail') process.exit(3); held.at(0);",
  );
  const cost = await measureScript(script, [], () => performance.now());
  expect(cost.wallS).toBeGreaterThan(0);
  expect(cost.cpuS).toBeGreaterThan(0);
  expect(cost.peakBytes).toBeGreaterThan(60e6);
  await expect(measureScript(script, ["fail"], () => 0)).rejects.toThrow("ended with 3");
  expect(pythonWith("a_module_that_nobody_has")).toBeNull();
});

test("growth is drawn on logarithmic axes beside the proportional slope", () => {
  const points = [1, 2, 4].map((millions) => ({ rows: millions * 1e6, seconds: millions * 3 }));
  const svg = growthChart("time", [{ name: "ours", points }]);
  const paths = [...svg.matchAll(/<path d="([^"]+)"/g)].map(([, path]) => path);
  // What grows in proportion lies on the slope that says so.
  expect(paths).toHaveLength(2);
  expect(paths[0]).toBe(paths[1]);
  expect(svg).toContain(">4 M<");
});

test("the page keeps what parts measured before and names those never measured", () => {
  const [folder, docs] = [testFolder(), testFolder()];
  const parts = { one: { title: "First" }, two: { title: "Second" } };
  keepSection(folder, "two", "| a |");
  writePage(folder, docs, parts);
  const page = readFileSync(join(docs, "performance.md"), "utf8");
  expect(page).toMatch(/## First\n\nNot measured\.\n\n## Second\n\n\| a \|\n$/);
});

test("tables are Markdown, numbers to the right", () => {
  const cells = spreadCells([
    { wallS: 1.25, cpuS: 2, peakBytes: 1.5e9 },
    { wallS: 1.5, cpuS: 20, peakBytes: 1.6e9 },
    { wallS: 1, cpuS: 2.5, peakBytes: 1e9 },
  ]);
  expect(markdownTable(["what", "wall", "CPU", "memory"], [["a", ...cells]])).toBe(
    "| what | wall | CPU | memory |\n| --- | ---: | ---: | ---: |\n| a | 1.25 s (1.00 s to 1.50 s) | 2.50 s (2.00 s to 20.0 s) | 1.60 GB |",
  );
});
