import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { findSample } from "../../scripts/sample.ts";
import { NONE, regroup } from "../../src/clusters/regroup.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { decodeTies } from "../../src/exports/ties.ts";
import { adjustedRandIndex } from "../../src/math/rand-index.ts";
import { openCase } from "../../src/serve/case-source.ts";
import { edgesOf } from "../../src/serve/edges.ts";
import { type MadeCase, makeCase, readCsv } from "../support/analysis.ts";
import { keptFolder } from "../support/folder.ts";

describe("the sample as a case", () => {
  const folder = keptFolder();
  const sample = findSample();
  let made: MadeCase;
  let labels: Map<string, string>;

  beforeAll(async () => {
    made = await makeCase(folder, { files: sample.posts, accounts: sample.accounts! });
    const rows = await readCsv(join(sample.accounts!, "..", "labels.csv"));
    labels = new Map(rows.map((row) => [row.account_id!, row.operation!]));
  });

  test("the crew of the operation is one cluster: nine in ten of it are theirs, and most of them are in it", () => {
    const crew = [...labels].filter(([, operation]) => operation === "sneer-review").length;
    const best = made.profiles
      .map(({ members, reading }) => ({
        reading,
        size: members.length,
        hits: members.filter(({ accountId }) => labels.get(accountId) === "sneer-review").length,
      }))
      .sort((left, right) => right.hits - left.hits)[0]!;
    expect(best.hits / best.size).toBeGreaterThanOrEqual(0.9);
    expect(best.hits / crew).toBeGreaterThanOrEqual(0.85);
    expect(best.reading).toBe("unexplained");
  });

  test("no cluster is made of ordinary people", () => {
    for (const { members, clusterId } of made.profiles) {
      const ordinary = members.filter(({ accountId }) => labels.get(accountId) === "organic").length;
      expect([clusterId, ordinary / members.length < 0.5]).toEqual([clusterId, true]);
    }
  });

  test("nobody is in two clusters", async () => {
    const accounts = made.profiles.flatMap(({ members }) => members.map(({ account }) => account));
    expect(new Set(accounts).size).toBe(accounts.length);
    const [kept] = await made.rows<{ n: number; different: number }>(
      "select count(*) as n, count(distinct account) as different from members",
    );
    expect(kept).toEqual({ n: accounts.length, different: accounts.length });
  });

  test("the folder holds what the design says, and nothing else", () => {
    const files = readdirSync(made.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(made.path.length + 1)
          .replaceAll("\\", "/"),
      );
    expect(files.sort()).toEqual(
      [
        "accounts.csv",
        "case.duckdb",
        "case.json",
        "clusters.csv",
        "clusters.json",
        ...made.profiles.map(({ clusterId }) => `explorer/clusters/${clusterId}.json`),
        "explorer/overview.json",
        "explorer/sites.json",
        "graphs/account.gexf",
        "graphs/content.gexf",
        "graphs/site.gexf",
        "pairs.csv",
        "rejects.csv",
        "sites.csv",
        "summary.md",
        "verdicts.jsonl",
      ].sort(),
    );
  });

  test("the tables have the columns of the design, one row for every account and cluster", async () => {
    const head = (name: string) => made.text(name).split("\n", 1)[0];
    expect(head("accounts.csv")).toBe(
      "account_id,handle,platform,cluster_id,reading,membership,score,role,posts,first_seen,last_seen,core",
    );
    expect(head("clusters.csv")).toBe(
      "cluster_id,name,reading,accounts,posts,traces,observed,expected,q,stability,top_rival,first_seen,last_seen,p_control",
    );
    expect(head("pairs.csv")).toMatch(
      /^source,target,trace,objects,coactions,expected,p,q,median_delay_s,first,last\b/,
    );
    const accounts = await made.csv("accounts.csv");
    expect(accounts.map((row) => row.account_id).sort()).toEqual([...labels.keys()].sort());
    const inCluster = accounts.filter((row) => row.cluster_id !== null);
    expect(inCluster).toHaveLength(made.profiles.reduce((sum, { members }) => sum + members.length, 0));
    expect((await made.csv("clusters.csv")).map((row) => row.cluster_id)).toEqual(
      made.profiles.map(({ clusterId }) => clusterId),
    );
  });

  test("every sentence of a cluster names evidence that clusters.json has", () => {
    const known = new Set(
      made.profiles.flatMap(({ clusterId, evidence }) => [
        clusterId,
        ...evidence.map(({ id }) => `${clusterId}-${id}`),
      ]),
    );
    const sections = made.text("summary.md").split(/^## /m);
    const clusters = sections.slice(1, -1);
    expect(clusters).toHaveLength(made.profiles.length);
    for (const [i, section] of clusters.entries()) {
      const id = made.profiles[i]!.clusterId;
      expect(section.startsWith(`${id} · `)).toBe(true);
      const lines = section
        .split("\n")
        .slice(1)
        .filter((line) => line !== "");
      expect(lines.length).toBeGreaterThanOrEqual(4);
      for (const line of lines) {
        const cited = /\[(C\d+(?:-E\d+)?)\]$/.exec(line)?.[1];
        expect([line, known.has(cited ?? "")]).toEqual([line, true]);
        expect(cited!.startsWith(id)).toBe(true);
      }
      for (const { id: line } of made.profiles[i]!.evidence) expect(section).toContain(`[${id}-${line}]`);
    }
  });

  test("every tie is a row of pairs.csv, with the same numbers, and every such pair within a cluster is a tie", async () => {
    const pairs = await made.csv("pairs.csv");
    const key = (a: string, b: string, trace: string) => `${[a, b].sort().join(" ")} ${trace}`;
    const byKey = new Map(pairs.map((row) => [key(row.source!, row.target!, row.trace!), row]));
    let ties = 0;
    for (const profile of made.profiles) {
      expect(profile.ties).toHaveLength(profile.tiesTotal);
      for (const tie of profile.ties) {
        const ids = [profile.members[tie.a]!.accountId, profile.members[tie.b]!.accountId] as const;
        const row = byKey.get(key(...ids, tie.trace));
        expect(row).toBeDefined();
        expect(Number(row!.objects)).toBe(tie.objects);
        expect(Number(row!.q)).toBe(tie.q);
        expect(Number(row!.q_fused)).toBe(tie.qFused);
        if (!tie.isCarried) expect(Math.min(tie.q, tie.qFused)).toBeLessThanOrEqual(0.05);
        else expect(Math.min(tie.q, tie.qFused)).toBeGreaterThan(0.05);
        ties++;
      }
    }
    const clusterOf = new Map(
      made.profiles.flatMap(({ members, clusterId }) => members.map((m) => [m.accountId, clusterId])),
    );
    const inside = pairs.filter(
      ({ source, target }) => clusterOf.has(source!) && clusterOf.get(source!) === clusterOf.get(target!),
    );
    expect(inside).toHaveLength(ties);
  });

  test("the posts of every surprising pair stand in the file, in that row, with those words", async () => {
    const posts = await readCsv(sample.posts[0]!);
    for (const { surprising, members, ties } of made.profiles) {
      expect(surprising.length).toBe(Math.min(3, ties.length));
      for (const { tie, left, right } of surprising) {
        for (const [post, member] of [
          [left, members[tie.a]!],
          [right, members[tie.b]!],
        ] as const) {
          // The header is row 1. No cell of the sample holds a line break.
          const row = posts[post.row - 2]!;
          expect(post.file).toBe(sample.posts[0]);
          expect(row).toMatchObject({ post_id: post.postId, account_id: member.accountId });
          expect(row.text).toBe(post.text);
          expect(Date.parse(row.created_at!)).toBe(post.timeMs);
        }
      }
    }
  });

  test("evidence adds up: shares to one, and each line's pairs are the ties of its trace", () => {
    for (const { evidence, ties: all, observed, bits } of made.profiles) {
      const ties = all.filter(({ isCarried }) => !isCarried);
      expect(evidence.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
      for (const line of evidence) expect(ties.filter(({ trace }) => trace === line.trace)).toHaveLength(line.pairs);
      expect(ties.reduce((sum, { objects }) => sum + objects, 0)).toBe(observed);
      expect(ties.reduce((sum, tie) => sum + tie.bits, 0)).toBeCloseTo(bits, 6);
    }
  });

  test("the live threshold at the case's own level has the pairs of the case, and very nearly its clusters", async () => {
    const source = await openCase(made.path);
    try {
      const { overview } = source;
      const ties = decodeTies((await edgesOf(source)).slice().buffer as ArrayBuffer);
      const choice = { level: overview.q, leastObjects: 1, off: [] };
      const found = regroup(ties, choice, { resolution: overview.q, seed: overview.seed });
      for (const { trace, pairsSignificant, bits } of overview.traces) {
        const at = ties.traces.findIndex((one) => one.trace === trace);
        expect([trace, found.pairsOfTrace[at]]).toEqual([trace, pairsSignificant]);
        expect(found.bitsOfTrace[at]! / Math.max(1, bits!)).toBeCloseTo(bits === 0 ? 0 : 1, 5);
      }
      const alone = (labels: ArrayLike<number>, none: number) =>
        Array.from(labels, (label, v) => (label === none ? 10_000 + v : label));
      expect(adjustedRandIndex(alone(found.group, NONE), alone(ties.columns.cluster, 0))).toBeGreaterThan(0.9);
    } finally {
      source.close();
    }
  });

  test("pairs between two clusters are counted by the layers they stand in", () => {
    const { clusterLinks, clusters } = JSON.parse(made.text("explorer/overview.json")) as OverviewFile;
    const ids = new Set(clusters.map(({ clusterId }) => clusterId));
    for (const { a, b, kind, count, byLayers } of clusterLinks) {
      expect(ids.has(a) && ids.has(b)).toBe(true);
      if (kind !== "pairs") continue;
      expect(Object.values(byLayers!).reduce((sum, own) => sum + own, 0)).toBe(count);
      for (const letters of Object.keys(byLayers!)) expect(letters).toMatch(/^[A-Z]+$/);
    }
  });
});
