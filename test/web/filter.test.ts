import { describe, expect, test } from "vitest";
import type { OverviewCluster, OverviewFile } from "../../src/exports/explorer.ts";
import { binsOf, filterOverview, hasBits, layerRows, linksInSight } from "../../web/state/filter.ts";
import { nextSort, sortDirection, sortRows } from "../../web/state/sorting.ts";

const cluster = (clusterId: string, reading: OverviewCluster["reading"], accounts: number) =>
  ({ clusterId, reading, accounts }) as OverviewCluster;
const overview = {
  clusters: [cluster("C01", "unexplained", 10), cluster("C02", "explained:fans", 20), cluster("C03", "weak", 5)],
  pairsSignificant: 40,
  traces: [
    { trace: "co-url", layer: "L", actions: 9, pairsSignificant: 30 },
    { trace: "hashtag-sequence", layer: "H", actions: 4, pairsSignificant: 4 },
    { trace: "hashtag-set", layer: "H", actions: 4, pairsSignificant: 6 },
    { trace: "co-domain", layer: "W", actions: 0, pairsSignificant: 0 },
  ],
  timeline: {
    startMs: 0,
    binMs: 1000,
    bins: 10,
    cells: [
      [0, "L", 1, 3],
      [0, "H", 8, 4],
      [1, "H", 2, 5],
    ],
  },
} as unknown as OverviewFile;
const all = { off: [], range: null, reading: "all" } as const;

describe("filters", () => {
  test("nothing set keeps every cluster, also one without co-actions on the timeline", () => {
    expect(filterOverview(overview, all)).toMatchObject({
      accounts: 35,
      coactions: 12,
      coactionsAll: 12,
      isFiltered: false,
    });
  });

  test("a brush keeps clusters that acted inside it", () => {
    const filtered = filterOverview(overview, { ...all, range: [0, 2000] });
    expect([...filtered.ids]).toEqual(["C01"]);
    expect(filtered).toMatchObject({ accounts: 10, coactions: 3, isFiltered: true });
  });

  test("a layer that is off takes its co-actions with it", () => {
    expect([...filterOverview(overview, { ...all, off: ["H"] }).ids]).toEqual(["C01"]);
    expect([...filterOverview(overview, { ...all, off: ["L"] }).ids]).toEqual(["C01", "C02"]);
  });

  test("readings with a rival are one kind, and take only their own co-actions", () => {
    expect(filterOverview(overview, { ...all, reading: "explained" })).toMatchObject({ accounts: 20, coactions: 5 });
  });

  test("a brush over part of a bin takes the bin", () => {
    expect(binsOf(overview.timeline, [1500, 2001])).toEqual([1, 3]);
    expect(binsOf(overview.timeline, [-9000, 99_000])).toEqual([0, 10]);
  });

  test("layers sum their traces; one without actions is not in the data", () => {
    const rows = layerRows(overview);
    expect(rows.find((row) => row.letter === "H")).toMatchObject({ pairs: 10, share: 0.25, isPresent: true });
    expect(rows.find((row) => row.letter === "W")).toMatchObject({ isPresent: false });
  });
});

describe("layers", () => {
  test("have the share of the evidence where the case says how surprising pairs are", () => {
    const [url, sequence, set, site] = overview.traces;
    const traces = [
      { ...url!, bits: 10 },
      { ...sequence!, bits: 60 },
      { ...set!, bits: 30 },
      { ...site!, bits: 0 },
    ];
    const rows = layerRows({ ...overview, traces });
    expect(rows.find((row) => row.letter === "H")).toMatchObject({ pairs: 10, share: 0.9 });
    expect(rows.find((row) => row.letter === "L")).toMatchObject({ pairs: 30, share: 0.1 });
    expect([hasBits({ traces }), hasBits(overview)]).toEqual([true, false]);
  });

  test("that are off take the pairs between clusters along, but not one that another layer holds", () => {
    const links: OverviewFile["clusterLinks"] = [
      { a: "C01", b: "C02", kind: "pairs", count: 7, byLayers: { L: 4, LT: 2, T: 1 } },
      { a: "C01", b: "C03", kind: "pairs", count: 5, byLayers: { L: 5 } },
      { a: "C02", b: "C03", kind: "sites", count: 2 },
      { a: "C02", b: "C04", kind: "pairs", count: 9 },
    ];
    expect(linksInSight(links, [])).toBe(links);
    expect(linksInSight(links, ["L"]).map(({ b, count }) => `${b} ${count}`)).toEqual(["C02 3", "C03 2", "C04 9"]);
    expect(linksInSight(links, ["T", "L"]).map(({ b, count }) => `${b} ${count}`)).toEqual(["C03 2", "C04 9"]);
  });
});

describe("sorting", () => {
  const rows = [{ n: 2 }, { n: 1 }, { n: 2 }];
  const keys = { n: (row: { n: number }) => row.n };

  test("up, down, stable, and unknown columns leave the order of the case", () => {
    expect(sortRows(rows, "n", keys)).toEqual([{ n: 1 }, { n: 2 }, { n: 2 }]);
    expect(sortRows(rows, "-n", keys)[0]).toBe(rows[0]);
    expect(sortRows(rows, "toString", keys)).toBe(rows);
  });

  test("clicks go round", () => {
    expect([nextSort("", "n", "-"), nextSort("-n", "n", "-"), nextSort("n", "n", "-")]).toEqual(["-n", "n", ""]);
    expect(sortDirection("-n", "n")).toBe("descending");
    expect(sortDirection("n", "m")).toBeUndefined();
  });
});
