import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OverviewCluster, OverviewFile } from "../../src/exports/explorer.ts";

export function overviewCluster(change: Partial<OverviewCluster> = {}): OverviewCluster {
  return {
    clusterId: "C01",
    key: "k",
    name: "first",
    reading: "unexplained",
    topRival: null,
    strongestRival: null,
    pControl: null,
    accounts: 24,
    posts: 1300,
    layers: { R: 1 },
    observed: 312,
    expected: 4.123,
    q: 1.5e-40,
    stability: 0.97,
    firstMs: 0,
    lastMs: 1,
    x: 0,
    y: 0,
    r: 1,
    ...change,
  };
}

export function overviewFile(change: Partial<OverviewFile> = {}): OverviewFile {
  return {
    schema: 1,
    caseName: "case",
    version: "0.1.0",
    inputs: [],
    rowsRead: 12400,
    rowsKept: 12345,
    rejected: [{ code: "time-unreadable", reason: "time cannot be read", rows: 55 }],
    accounts: 812,
    posts: 12345,
    firstMs: 0,
    lastMs: 1,
    pairsTested: 329266,
    pairsSignificant: 412,
    q: 0.05,
    minObjects: 2,
    seed: 1,
    traces: [],
    clusters: [overviewCluster()],
    clusterLinks: [],
    timeline: { startMs: 0, binMs: 1, bins: 0, cells: [] },
    control: null,
    caveats: [],
    ...change,
  };
}

/** A case folder by hand, as far as the reading commands look at it. */
export function writeCase(folder: string, overview: OverviewFile, files: Record<string, string> = {}): string {
  const path = join(folder, "case");
  const all: Record<string, string> = {
    "case.json": JSON.stringify({ version: overview.version }),
    "explorer/overview.json": JSON.stringify(overview),
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    mkdirSync(join(path, name, ".."), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}
