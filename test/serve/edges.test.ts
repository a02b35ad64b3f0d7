import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Pairs, Significance } from "../../src/corpus/pairs.ts";
import type { TraceName } from "../../src/corpus/trace.ts";
import { decodeTies } from "../../src/exports/ties.ts";
import { layerOf } from "../../src/graphs/layer.ts";
import { seeded } from "../../src/math/random.ts";
import { type CaseSource, openCase } from "../../src/serve/case-source.ts";
import { EDGE_CAP, edgesOf } from "../../src/serve/edges.ts";
import { createServer } from "../../src/serve/server.ts";
import { openStore } from "../../src/store/database.ts";
import { readTies } from "../../src/store/evidence-ties.ts";
import { EVIDENCE_TABLES } from "../../src/store/schema.ts";
import { traceNamed } from "../../src/traces/catalogue.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { keptFolder, testFolder } from "../support/folder.ts";

const ties = async (source: Pick<CaseSource, "overview" | "store">, cap = EDGE_CAP) =>
  decodeTies((await edgesOf(source, cap)).slice().buffer as ArrayBuffer);

describe("the pairs of a case for the page", () => {
  const folder = join(keptFolder(), "case");
  let source: CaseSource;
  beforeAll(async () => {
    await buildCase(folder);
    source = await openCase(folder);
  });
  afterAll(() => source.close());

  test("are all there, sorted, with accounts and clusters by position", async () => {
    const { columns, total, clusters, completeTo, traces } = await ties(source);
    const rows = await source.store.rows<{ a: number; b: number; trace: string; objects: number }>(
      "select a, b, trace, objects from pairs",
    );
    expect(total).toBe(rows.length);
    const key = (a: number, b: number, trace: string, objects: number) => `${a} ${b} ${trace} ${objects}`;
    const sent = Array.from(columns.a, (a, i) =>
      key(columns.account[a]!, columns.account[columns.b[i]!]!, traces[columns.trace[i]!]!.trace, columns.objects[i]!),
    );
    expect(new Set(sent)).toEqual(new Set(rows.map(({ a, b, trace, objects }) => key(a, b, trace, objects))));
    for (let i = 1; i < columns.count; i++) {
      const [before, here] = [i - 1, i].map((at) => [columns.a[at]!, columns.b[at]!, columns.trace[at]!] as const);
      expect(before![0] - here![0] || before![1] - here![1] || before![2] - here![2]).toBeLessThan(0);
    }
    const members = await source.store.rows<{ account: number; id: string }>(
      "select account, cluster_id as id from members",
    );
    const clusterOf = new Map(members.map(({ account, id }) => [account, id]));
    for (const [at, account] of columns.account.entries()) {
      expect(clusters[columns.cluster[at]! - 1]).toBe(clusterOf.get(account));
    }
    expect(completeTo).toBe(source.overview.q);
  });

  test("where all candidates were kept, the slider may go up to 1", async () => {
    const overview = {
      ...source.overview,
      traces: source.overview.traces.map((one) => ({ ...one, pairsCandidate: one.pairsSignificant })),
    };
    expect((await ties({ ...source, overview })).completeTo).toBe(1);
  });

  test("beyond the cap the surest are sent, and the slider ends where it is still whole", async () => {
    const all = await ties(source);
    const cut = await ties(source, 20);
    expect([cut.columns.count, cut.total, cut.cap]).toEqual([20, all.total, 20]);
    const order = [...all.columns.standsAt].sort((x, y) => x - y);
    expect([...cut.columns.standsAt].sort((x, y) => x - y)).toEqual(order.slice(0, 20));
    const within = (levels: Float64Array) => levels.filter((level) => level <= cut.completeTo).length;
    expect(within(cut.columns.standsAt)).toBe(within(all.columns.standsAt));
    expect(cut.completeTo).toBeLessThan(order[20]!);
    expect(cut.completeTo).toBe(Number(cut.completeTo.toPrecision(2)));
    expect((await ties(source, 0)).completeTo).toBe(0);
  });

  test("travel as bytes, which no browser takes for a page", async () => {
    const server = await createServer(folder, { webRoot: pageIn(testFolder()) });
    try {
      const response = await fetch(`${server.url}api/edges`);
      expect(response.headers.get("content-type")).toBe("application/octet-stream");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(decodeTies(await response.arrayBuffer()).total).toBeGreaterThan(0);
    } finally {
      await server.close();
    }
  });
});

test("a pair stands at exactly the levels at which the analysis would keep it", async () => {
  const random = seeded(3);
  const count = 400;
  const traces: readonly TraceName[] = ["co-url", "fast-repost"];
  const store = await openStore(":memory:");
  await store.run(EVIDENCE_TABLES);
  const columns = traces.map((trace) => {
    const draw = () => Float64Array.from({ length: count }, () => Number(`1e-${Math.floor(6 * random())}`));
    return { trace, p: draw(), q: draw(), fused: draw() };
  });
  for (const { trace, p, q, fused } of columns) {
    const rows = Array.from(
      p,
      (_, i) =>
        `('${trace}', 0, ${i + 1}, 2, 2, 0, ${p[i]}, ${q[i]}, 1, 1, null, null, 10, 0, 0, 0, 0, null, 'both', ${fused[i]})`,
    );
    await store.run(`insert into pairs values ${rows.join(",")}`);
  }
  const read = await readTies(store, { cap: 10_000, traces, timing: ["fast-repost"] });
  store.close();
  for (const level of [1, 0.1, 0.05, 0.01, 0.001, 1e-4, 1e-5]) {
    for (const [number, { trace, p, q, fused }] of columns.entries()) {
      const { family, forgery } = traceNamed(trace);
      const layer = layerOf({ count } as Pairs, { p, q } as Significance, family, forgery, level, {
        q: fused,
        qAccount: fused,
      });
      const standing = [...read.standsAt.keys()].filter(
        (row) => read.trace[row] === number && read.standsAt[row]! <= level,
      );
      expect(standing.map((row) => read.b[row]! - 1)).toEqual([...layer.kept]);
    }
  }
});

function pageIn(folder: string): string {
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  return folder;
}
