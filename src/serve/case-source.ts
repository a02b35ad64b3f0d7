import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { restoreSetAside } from "../case/folder.ts";
import { type Composition, sketchOf } from "../clusters/verdicts/overlap.ts";
import { UserError } from "../corpus/issue.ts";
import type { SiteLinksFile } from "../corpus/site-table.ts";
import type { ClusterFile, OverviewFile } from "../exports/explorer.ts";
import { clusterMembers } from "../store/cluster-members.ts";
import { openStore, type Store } from "../store/database.ts";
import type { EventList } from "../text/event-list.ts";

/** The one case a server answers for: its overview in memory, its store opened read-only. */
export interface CaseSource {
  /** With the events that the analyst lays beside the data, if any. */
  readonly overview: OverviewFile;
  /** Undefined: the case has no such cluster. */
  cluster(id: string): ClusterFile | undefined;
  /** Null: the case was written before they were kept. */
  siteLinks(): SiteLinksFile | null;
  readonly store: Store;
  readonly folder: string;
  /** Clock for what analysts write, milliseconds since 1970; null: the case is only read. */
  readonly nowMs: (() => number) | null;
  /** What the clusters are made of; read once, when first asked for. */
  compositions(): Promise<readonly Composition[]>;
  close(): void;
}

/** Schema of `explorer/overview.json` that this version reads. */
const SCHEMA = 1;
const TABLES = ["files", "accounts", "posts", "objects", "actions", "pairs", "clusters", "members", "domains"];

/**
 * Opens a case folder. Errors: `UserError` when the folder is missing, was written by another version, or is damaged.
 */
export async function openCase(
  casePath: string,
  { nowMs = null, events = null }: { readonly nowMs?: CaseSource["nowMs"]; readonly events?: EventList | null } = {},
): Promise<CaseSource> {
  const folder = resolve(casePath);
  const name = basename(folder);
  restoreSetAside(casePath);
  if (!existsSync(folder)) {
    throw new UserError(
      "case-missing",
      `There is no case at ${casePath}; write one with: npm run analyze -- FILE --out ${casePath}`,
    );
  }
  const overviewPath = join(folder, "explorer", "overview.json");
  if (!existsSync(overviewPath)) {
    throw new UserError(
      "case-damaged",
      `${casePath} is no case: explorer/overview.json is missing; run analyze again.`,
    );
  }
  const overview = readJson<OverviewFile>(overviewPath, name);
  if (overview?.schema !== SCHEMA || !Array.isArray(overview.clusters) || !Array.isArray(overview.traces)) {
    throw new UserError(
      "case-version",
      `${casePath} was written by another version (schema ${String(overview?.schema)}, this version reads ${SCHEMA}); run analyze again.`,
    );
  }
  const store = await openCaseStore(join(folder, "case.duckdb"), casePath);
  let compositions: Promise<readonly Composition[]> | null = null;
  const ids = new Set(overview.clusters.map((cluster) => cluster.clusterId));
  return {
    overview: events === null ? overview : { ...overview, events },
    // Only ids that the overview names become part of a path, so no request can walk out of the case.
    cluster: (id) =>
      ids.has(id) ? readJson<ClusterFile>(join(folder, "explorer", "clusters", `${id}.json`), name) : undefined,
    siteLinks: () => {
      const path = join(folder, "explorer", "sites.json");
      return existsSync(path) ? readJson<SiteLinksFile>(path, name) : null;
    },
    store,
    folder,
    nowMs,
    compositions: () => {
      compositions ??= compositionsOf(store, overview).catch((error: unknown) => {
        // Broken off because the reader left: the next reader must not inherit that.
        compositions = null;
        throw error;
      });
      return compositions;
    },
    close: () => store.close(),
  };
}

async function compositionsOf(store: Store, overview: OverviewFile): Promise<readonly Composition[]> {
  const members = new Map(overview.clusters.map(({ clusterId }) => [clusterId, [] as string[]]));
  for (const { clusterId, accountId } of await clusterMembers(store)) members.get(clusterId)?.push(accountId);
  return overview.clusters.map(({ clusterId, key, accounts }) => ({
    clusterId,
    key,
    accounts,
    sketch: sketchOf(members.get(clusterId) ?? []),
  }));
}

async function openCaseStore(path: string, casePath: string): Promise<Store> {
  if (!existsSync(path)) {
    throw new UserError("case-damaged", `${casePath} is damaged: case.duckdb is missing; run analyze again.`);
  }
  let store: Store;
  try {
    store = await openStore(path, { readOnly: true });
  } catch (error) {
    const isLocked = error instanceof Error && /lock/i.test(error.message);
    throw isLocked
      ? new UserError(
          "case-locked",
          `${casePath} is being written by another program; wait for it to end and try again.`,
        )
      : new UserError("case-damaged", `${casePath} is damaged: case.duckdb cannot be opened; run analyze again.`);
  }
  const tables = await store.rows<{ name: string }>("select table_name as name from information_schema.tables");
  const present = new Set(tables.map((table) => table.name));
  const missing = TABLES.filter((table) => !present.has(table));
  if (missing.length > 0) {
    store.close();
    throw new UserError(
      "case-version",
      `${casePath} is damaged or of another version: case.duckdb has no table ${missing.join(", ")}; run analyze again.`,
    );
  }
  return store;
}

function readJson<T>(path: string, caseName: string): T {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch {
    throw new UserError(
      "case-damaged",
      `${basename(path)} of case ${caseName} is missing or cannot be read; run analyze again.`,
    );
  }
}
