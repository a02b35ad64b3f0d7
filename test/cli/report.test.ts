import { expect, test } from "vitest";
import { machineReport, shortReport } from "../../scripts/report.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { overviewCluster, overviewFile } from "../support/case.ts";

const folder = (change: Partial<OverviewFile>, path = "out/c") => ({
  path,
  overview: overviewFile(change),
  file: () => "",
});

test("the short report counts rows, pairs and readings, and says where to look", () => {
  const weak = overviewCluster({ clusterId: "C02", reading: "weak", name: "second" });
  expect(shortReport(folder({ clusters: [overviewCluster(), weak], caveats: ["1 object was bounded"] }))).toEqual([
    "12,345 posts by 812 accounts; 12,345 of 12,400 rows taken in.",
    "  55 set aside: time cannot be read (rejects.csv)",
    "412 of 329,266 possible pairs act together more than chance explains (q <= 0.05, 2 or more objects).",
    "2 clusters: 1 unexplained, 0 explained, 1 weak.",
    "Shuffled data: not rerun; no cluster was held against chance.",
    "  C01  unexplained  24 accounts  312 objects together, 4.1 expected  q < 10⁻⁶  first",
    "  C02  weak  24 accounts  312 objects together, 4.1 expected  q < 10⁻⁶  second",
    "note: 1 object was bounded",
    "Look next: out/c/summary.md, or in the browser: npm run explore -- out/c",
  ]);
});

test("no signal is said in words", () => {
  expect(shortReport(folder({ clusters: [] }))).toContain(
    "No cluster: no group of accounts acts as one beyond chance.",
  );
});

test("nothing to test is not called nothing found", () => {
  const lines = shortReport(folder({ clusters: [], pairsTested: 0, pairsSignificant: 0 }));
  expect(lines).toContain(
    "No pair of accounts could be tested: nothing is shared by two of them often enough (2 or more objects).",
  );
  expect(lines).toContain("No cluster, and no answer: there was nothing to test.");
});

test("what is not listed is counted", () => {
  const clusters = Array.from({ length: 13 }, (_, i) => overviewCluster({ clusterId: `C${i + 1}` }));
  const lines = shortReport(folder({ clusters }, "my case"));
  expect(lines.filter((line) => /^ {2}C\d+/.test(line))).toHaveLength(10);
  expect(lines).toContain("  and 3 more in clusters.csv");
  expect(lines.at(-1)).toBe('Look next: my case/summary.md, or in the browser: npm run explore -- "my case"');
});

test("machines get the same numbers", () => {
  expect(machineReport(folder({}))).toMatchObject({
    case: "out/c",
    rows: { read: 12400, kept: 12345, rejected: [{ rows: 55 }] },
    pairs: { tested: 329266, significant: 412 },
    readings: { unexplained: 1 },
    clusters: [{ clusterId: "C01", accounts: 24, q: 1.5e-40 }],
  });
});
