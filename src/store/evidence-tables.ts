import type { DuckDBAppender } from "@duckdb/node-api";
import { type Pairs, type Significance, UNDER } from "../corpus/pairs.ts";
import type { Store } from "./database.ts";

/** Appends typed columns to the evidence tables: rows go from arrays to DuckDB without objects between. */
export async function append(store: Store, table: string, fill: (appender: DuckDBAppender) => void): Promise<void> {
  const appender = await store.connection.createAppender(table);
  fill(appender);
  appender.closeSync();
}

/**
 * @param which positions of the pairs to write
 * @param qFused of each pair over all traces
 */
export async function appendPairs(
  store: Store,
  pairs: Pairs,
  significance: Significance,
  which: Iterable<number>,
  qFused: Float64Array,
): Promise<void> {
  await append(store, "pairs", (row) => {
    for (const i of which) {
      row.appendVarchar(pairs.trace);
      row.appendUInteger(pairs.a[i]!);
      row.appendUInteger(pairs.b[i]!);
      row.appendUInteger(pairs.objects[i]!);
      row.appendUInteger(pairs.coactions[i]!);
      row.appendDouble(significance.expected[i]!);
      row.appendDouble(significance.p[i]!);
      row.appendDouble(significance.q[i]!);
      row.appendDouble(significance.qAccount[i]!);
      row.appendDouble(significance.pSharing[i]!);
      if (Number.isNaN(significance.pTime[i]!)) {
        row.appendNull();
        row.appendNull();
      } else {
        row.appendDouble(significance.expectedTime[i]!);
        row.appendDouble(significance.pTime[i]!);
      }
      row.appendDouble(significance.bits[i]!);
      row.appendDouble(pairs.medianDelayMs[i]!);
      row.appendDouble(pairs.medianGapMs[i]!);
      row.appendBigInt(BigInt(Math.round(pairs.firstMs[i]!)));
      row.appendBigInt(BigInt(Math.round(pairs.lastMs[i]!)));
      if (Number.isNaN(significance.pOutside[i]!)) row.appendNull();
      else row.appendDouble(significance.pOutside[i]!);
      row.appendVarchar(UNDER[significance.under[i]!]!);
      row.appendDouble(qFused[i]!);
      row.endRow();
    }
  });
}

/** The actions on some objects, in the columns of a timeline: object o owns positions `starts[o]..starts[o + 1]`. */
export async function appendActions(
  store: Store,
  trace: string,
  columns: { starts: Uint32Array; account: Uint32Array; timeMs: Float64Array; post: Uint32Array },
  objects: readonly number[],
): Promise<void> {
  await append(store, "actions", (row) => {
    for (const object of objects) {
      for (let i = columns.starts[object]!; i < columns.starts[object + 1]!; i++) {
        row.appendVarchar(trace);
        row.appendUInteger(columns.account[i]!);
        row.appendUInteger(object);
        row.appendBigInt(BigInt(Math.round(columns.timeMs[i]!)));
        row.appendUInteger(columns.post[i]!);
        row.endRow();
      }
    }
  });
}

export interface ObjectRow {
  readonly object: number;
  readonly label: string;
  readonly accounts: number;
  readonly actions: number;
  /** Surprise of meeting on it. */
  readonly bits: number;
}

export async function appendObjects(store: Store, trace: string, objects: readonly ObjectRow[]): Promise<void> {
  await append(store, "objects", (row) => {
    for (const { object, label, accounts, actions, bits } of objects) {
      row.appendVarchar(trace);
      row.appendUInteger(object);
      row.appendVarchar(label);
      row.appendUInteger(accounts);
      row.appendUInteger(actions);
      row.appendDouble(bits);
      row.endRow();
    }
  });
}

/** One row for each post and site it links; `siteOf` names the object of the site trace. */
export async function appendDomains(
  store: Store,
  columns: { account: Uint32Array; object: Uint32Array; post: Uint32Array },
  siteOf: (object: number) => string,
): Promise<void> {
  await append(store, "domains", (row) => {
    for (let i = 0; i < columns.post.length; i++) {
      row.appendUInteger(columns.post[i]!);
      row.appendUInteger(columns.account[i]!);
      row.appendVarchar(siteOf(columns.object[i]!));
      row.endRow();
    }
  });
}

export interface SiteRow {
  readonly domain: string;
  readonly group: string | null;
  readonly accounts: number;
  readonly posts: number;
  readonly indicators: number;
}

export async function appendSites(store: Store, sites: readonly SiteRow[]): Promise<void> {
  await append(store, "sites", (row) => {
    for (const { domain, group, accounts, posts, indicators } of sites) {
      row.appendVarchar(domain);
      if (group === null) row.appendNull();
      else row.appendVarchar(group);
      row.appendUInteger(accounts);
      row.appendUInteger(posts);
      row.appendUInteger(indicators);
      row.endRow();
    }
  });
}

export interface ClusterRow {
  readonly clusterId: string;
  readonly key: string;
  readonly name: string;
  readonly reading: string;
  readonly accounts: number;
  readonly posts: number;
  readonly observed: number;
  readonly expected: number;
  readonly q: number;
  readonly stability: number;
  readonly topRival: string | null;
  /** Against reruns on shuffled data; null: not rerun. */
  readonly pControl: number | null;
  readonly traces: string;
  readonly firstMs: number;
  readonly lastMs: number;
}

export interface MemberRow {
  readonly account: number;
  readonly clusterId: string;
  readonly membership: number;
  readonly score: number;
  readonly role: string;
  readonly isCore: boolean;
}

export async function appendClusters(
  store: Store,
  clusters: readonly ClusterRow[],
  members: readonly MemberRow[],
): Promise<void> {
  await append(store, "clusters", (row) => {
    for (const cluster of clusters) {
      row.appendVarchar(cluster.clusterId);
      row.appendVarchar(cluster.key);
      row.appendVarchar(cluster.name);
      row.appendVarchar(cluster.reading);
      row.appendUInteger(cluster.accounts);
      row.appendUInteger(cluster.posts);
      row.appendUInteger(cluster.observed);
      row.appendDouble(cluster.expected);
      row.appendDouble(cluster.q);
      row.appendDouble(cluster.stability);
      if (cluster.topRival === null) row.appendNull();
      else row.appendVarchar(cluster.topRival);
      row.appendVarchar(cluster.traces);
      row.appendBigInt(BigInt(cluster.firstMs));
      row.appendBigInt(BigInt(cluster.lastMs));
      if (cluster.pControl === null) row.appendNull();
      else row.appendDouble(cluster.pControl);
      row.endRow();
    }
  });
  await append(store, "members", (row) => {
    for (const member of members) {
      row.appendUInteger(member.account);
      row.appendVarchar(member.clusterId);
      row.appendDouble(member.membership);
      row.appendDouble(member.score);
      row.appendVarchar(member.role);
      row.appendBoolean(member.isCore);
      row.endRow();
    }
  });
}

/** Accounts and their cluster before anything else is known of it; read by `cluster-facts.ts`. */
export async function nameClusterAccounts(
  store: Store,
  rows: Iterable<{ account: number; clusterId: string }>,
): Promise<void> {
  await store.run(
    "create or replace temp table cluster_accounts (account uinteger not null, cluster_id varchar not null)",
  );
  await append(store, "cluster_accounts", (row) => {
    for (const { account, clusterId } of rows) {
      row.appendUInteger(account);
      row.appendVarchar(clusterId);
      row.endRow();
    }
  });
}
