import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { beginCase } from "../../src/case/folder.ts";
import { bookOf, placeKey } from "../../src/clusters/verdicts/book.ts";
import type { Draft } from "../../src/clusters/verdicts/draft.ts";
import { formatLine, lineId, type VerdictLine } from "../../src/clusters/verdicts/line.ts";
import { sketchOf } from "../../src/clusters/verdicts/overlap.ts";
import type { OverviewFile } from "../../src/exports/explorer.ts";
import { BODY_LIMIT, portionsOf, type VerdictsAnswer, type VerdictsWritten } from "../../src/exports/verdicts.ts";
import { openCase } from "../../src/serve/case-source.ts";
import { createServer, type RunningServer } from "../../src/serve/server.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { LINES, verdictLine } from "../fixtures/verdict-lines.ts";
import { keptFolder } from "../support/folder.ts";

const folder = keptFolder();
const casePath = join(folder, "case");
const path = join(casePath, "verdicts.jsonl");
const webRoot = join(folder, "web");
const NOW_MS = Date.UTC(2026, 10, 22, 7, 10, 45, 123);
let server: RunningServer;
let nowMs = NOW_MS;

beforeAll(async () => {
  mkdirSync(webRoot);
  writeFileSync(join(webRoot, "index.html"), "<!doctype html>");
  await buildCase(casePath);
  server = await createServer(casePath, { webRoot, nowMs: () => nowMs });
});
afterAll(() => server.close());
beforeEach(() => {
  rmSync(path, { recursive: true, force: true });
  nowMs = NOW_MS;
});

interface Reply {
  readonly status: number;
  readonly body: { readonly error?: string };
}

const JSON_TYPE = { "content-type": "application/json" };

function send(
  body: string | Buffer,
  headers: Record<string, string> = {},
  to: { url: string; method?: string } = { url: server.url },
): Promise<Reply> {
  const { port, host } = new URL(to.url);
  const all: Record<string, string> = { host, origin: `http://${host}`, ...JSON_TYPE, ...headers };
  for (const [name, value] of Object.entries(all)) if (value === "") delete all[name];
  return new Promise((resolve, reject) => {
    const call = request(
      { host: "127.0.0.1", port, path: "/api/verdicts", method: to.method ?? "POST", headers: all },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(pieces).toString()) }),
        );
      },
    );
    call.on("error", reject);
    call.end(body);
  });
}

const write = (draft: object) => send(JSON.stringify({ write: draft }));
const importing = (lines: readonly unknown[]) => send(JSON.stringify({ import: lines }));
const answer = async () =>
  (await send("", { "content-type": "" }, { url: server.url, method: "GET" })).body as VerdictsAnswer;

const DRAFT: Draft = {
  who: "Ana",
  reason: "fourteen accounts, one text",
  on: { cluster: "C01" },
  act: "verdict",
  verdict: "coordinated-inauthentic",
  coordination: "yes",
  inauthenticity: "yes",
};

describe("writing what an analyst says", () => {
  test("one line, dated by the server, under keys that last", async () => {
    const { status, body } = await write(DRAFT);
    expect(status, body.error).toBe(200);
    const { lines, readOnly, compositions, added } = body as VerdictsWritten;
    expect([readOnly, added]).toEqual([null, 1]);
    expect(lines).toEqual([
      {
        schema: 1,
        at: "2026-11-22T07:10:45.123Z",
        who: "Ana",
        act: "verdict",
        verdict: "coordinated-inauthentic",
        coordination: "yes",
        inauthenticity: "yes",
        reason: "fourteen accounts, one text",
        subject: {
          kind: "cluster",
          key: "key0",
          name: "#aguaparatodos · es",
          accounts: 14,
          sketch: sketchOf(Array.from({ length: 14 }, (_, i) => String(9_000_000 + i * 131))),
        },
      },
    ]);
    expect(compositions.map(({ clusterId, key }) => [clusterId, key])).toEqual([
      ["C01", "key0"],
      ["C02", "key1"],
      ["C03", "key2"],
    ]);
    expect(readFileSync(path, "utf8")).toBe(`${formatLine(lines[0] as VerdictLine)}\n`);
    expect(await answer()).toMatchObject({ lines, issues: [] });
  });

  test("accounts and pairs by platform and id, with their numbers in this case", async () => {
    const rest = { who: "Ana", reason: "r", act: "note" } as const;
    await write({ ...rest, on: { account: 2 } });
    const { body } = await write({ ...rest, on: { pair: [1, 0] } });
    const { lines, accounts, compositions } = body as VerdictsWritten;
    expect(lines.map(({ subject }) => subject)).toMatchObject([
      { kind: "account", platform: "x", accountId: "9000262", name: "acct_26dc" },
      { kind: "pair", left: { accountId: "9000000" }, right: { accountId: "9000131" } },
    ]);
    expect(accounts).toEqual({
      'account:["x","9000262"]': 2,
      'account:["x","9000000"]': 0,
      'account:["x","9000131"]': 1,
    });
    // Nobody spoke of a cluster, so nothing is read of them.
    expect(compositions).toEqual([]);
  });

  test("withdrawing is another line, under the subject of the first, and nobody's but one's own", async () => {
    const { body } = await write(DRAFT);
    const [first] = (body as VerdictsWritten).lines;
    const withdraws = lineId(first as VerdictLine);
    nowMs += 60_000;
    const take = { reason: "misread", on: { cluster: "C01" }, act: "withdraw", withdraws };
    expect(await write({ ...take, who: "Bo" })).toMatchObject({
      status: 400,
      body: { error: expect.stringMatching(/Only Ana/) },
    });
    expect(await write({ ...take, who: "Ana", withdraws: "0".repeat(16) })).toMatchObject({ status: 404 });
    const done = (await write({ ...take, who: "Ana" })).body as VerdictsWritten;
    expect(done.lines[1]).toMatchObject({ act: "withdraw", withdraws, subject: first?.subject });
  });

  test("a colleague's lines are added once, all or none", async () => {
    await write(DRAFT);
    const theirs = verdictLine("Bo", "cannot tell", { coordination: "yes", inauthenticity: "cannot tell" }, 5);
    const [own] = (await answer()).lines;
    const bad = await importing([theirs, { ...theirs, reason: "" }]);
    expect(bad).toMatchObject({ status: 400, body: { error: "Line 2 is not taken: reason is missing." } });
    expect((await answer()).lines).toHaveLength(1);
    const { body } = await importing([theirs, own, theirs]);
    expect(body).toMatchObject({ added: 1, known: 2 });
    expect((body as VerdictsWritten).lines).toEqual([own, theirs]);
    const late = { ...theirs, at: new Date(NOW_MS + 3_600_000).toISOString() };
    expect((await importing([late])).body.error).toMatch(/lies in the future/);
  });

  test.each([
    ["no origin", { origin: "" }, 403],
    ["another origin", { origin: "http://evil.example" }, 403],
    ["an opaque origin", { origin: "null" }, 403],
    ["another host", { host: "evil.example" }, 403],
    ["another site", { "sec-fetch-site": "cross-site" }, 403],
    ["a form's type", { "content-type": "text/plain" }, 415],
    ["a form's type that speaks of JSON", { "content-type": "text/plain; x=application/json" }, 415],
    ["no type", { "content-type": "" }, 415],
    ["a packed body", { "content-encoding": "gzip" }, 415],
  ])("%s is turned away, and nothing is written", async (_, headers: Record<string, string>, status) => {
    const reply = await send(JSON.stringify({ write: DRAFT }), headers);
    expect(reply.status).toBe(status);
    expect(reply.body.error).toMatch(/^[A-Z].*\.$/);
    expect(existsSync(path)).toBe(false);
  });

  test.each([
    ["", 400],
    ["{", 400],
    ["null", 400],
    ["[]", 400],
    ['{"write":null}', 400],
    ['{"import":{}}', 400],
    ['{"write":{},"import":[]}', 400],
    [JSON.stringify({ write: { ...DRAFT, reason: " " } }), 400],
    [JSON.stringify({ write: { ...DRAFT, who: "" } }), 400],
    [JSON.stringify({ write: { ...DRAFT, at: "2000-01-01T00:00:00.000Z" } }), 400],
    [JSON.stringify({ write: { ...DRAFT, inauthenticity: "no" } }), 400],
    [JSON.stringify({ write: { ...DRAFT, on: { cluster: "C01", account: 1 } } }), 400],
    [JSON.stringify({ write: { ...DRAFT, on: { account: -1 } } }), 400],
    [JSON.stringify({ write: { ...DRAFT, on: { pair: [1, 1] } } }), 400],
    [JSON.stringify({ write: { ...DRAFT, on: { pair: [1] } } }), 400],
    [JSON.stringify({ write: { ...DRAFT, on: { cluster: "C99" } } }), 404],
    [JSON.stringify({ write: { ...DRAFT, on: { cluster: "../../etc" } } }), 404],
    [JSON.stringify({ write: { ...DRAFT, on: { account: 4_000_000_000 } } }), 404],
    [JSON.stringify({ write: { ...DRAFT, on: { pair: [1, 4_000_000] } } }), 404],
    [JSON.stringify({ write: { ...DRAFT, reason: "a".repeat(BODY_LIMIT) } }), 413],
    ["x".repeat(900_000), 413],
  ])("%.70s is refused in one sentence with %i", async (body, status) => {
    const reply = await send(body);
    expect(reply.status).toBe(status);
    expect(reply.body.error).toMatch(/^[A-Z].*\.$/s);
    expect(existsSync(path)).toBe(false);
  });

  test("no body makes the server fall over or writes a line that cannot be read", async () => {
    const fuzz = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }).map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
      fc.json().map((text) => Buffer.from(`{"write":${text}}`)),
      fc.json().map((text) => Buffer.from(`{"import":[${text}]}`)),
      fc
        .tuple(fc.constantFrom(...Object.keys(DRAFT)), fc.jsonValue())
        .map(([name, value]) => Buffer.from(JSON.stringify({ write: { ...DRAFT, [name]: value } }))),
    );
    await fc.assert(
      fc.asyncProperty(fuzz, async (body) => {
        const reply = await send(body);
        expect([200, 400, 404]).toContain(reply.status);
      }),
      { numRuns: 150 },
    );
    expect((await answer()).issues).toEqual([]);
  });

  test("any lines travel in portions that fit, and come back the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(LINES, { maxLength: 40 }), async (lines) => {
        const portions = portionsOf(lines);
        expect(portions.flat()).toEqual(lines);
        for (const portion of portions) {
          const body = JSON.stringify({ import: portion });
          expect(Buffer.byteLength(body)).toBeLessThanOrEqual(BODY_LIMIT);
          expect((await send(body)).status).toBe(200);
        }
      }),
      { numRuns: 20 },
    );
  });
});

test("a reader who left while clusters were read leaves no error to the next", async () => {
  const source = await openCase(casePath);
  vi.spyOn(source.store, "rows").mockRejectedValueOnce(new Error("INTERRUPT Error: Interrupted!"));
  await expect(source.compositions()).rejects.toThrow("Interrupted");
  expect((await source.compositions()).map(({ clusterId }) => clusterId)).toEqual(["C01", "C02", "C03"]);
  source.close();
});

describe("where nothing may be written", () => {
  test("a server without a clock reads, and says why it does not write", async () => {
    writeFileSync(
      path,
      `${formatLine(verdictLine("Bo", "not coordinated", { coordination: "no", inauthenticity: "no" }, 1))}\n`,
    );
    const still = await createServer(casePath, { webRoot });
    try {
      const read = await send("", {}, { url: still.url, method: "GET" });
      expect(read.body).toMatchObject({ lines: [{ who: "Bo" }], readOnly: expect.stringMatching(/only for reading/) });
      const refused = await send(JSON.stringify({ write: DRAFT }), {}, { url: still.url });
      expect(refused).toMatchObject({ status: 403, body: { error: expect.stringMatching(/only for reading/) } });
    } finally {
      await still.close();
    }
  });

  test("a verdicts.jsonl that is a folder is one sentence, reading and writing", async () => {
    mkdirSync(path);
    expect((await answer()).issues[0]?.message).toContain("cannot be read");
    const reply = await write(DRAFT);
    expect(reply.body.error).toBe("In this case folder verdicts.jsonl is a folder, not a file: move it away.");
  });
});

describe("a case that is analysed again", () => {
  test("keeps what was written, and what was said of a cluster finds it again although its key has changed", async () => {
    await write(DRAFT);
    writeFileSync(join(casePath, "case.json"), "{}");
    const before = readFileSync(path, "utf8");
    const again = beginCase(casePath);
    await buildCase(again.path);
    // Other members have become the strongest, so the keys are others.
    const overviewPath = join(again.path, "explorer", "overview.json");
    const overview = JSON.parse(readFileSync(overviewPath, "utf8")) as OverviewFile;
    const clusters = overview.clusters.map((cluster) => ({ ...cluster, key: `new${cluster.key}` }));
    writeFileSync(overviewPath, JSON.stringify({ ...overview, clusters }));
    again.commit();
    expect(readFileSync(path, "utf8")).toBe(before);
    const rerun = await createServer(casePath, { webRoot, nowMs: () => nowMs });
    try {
      const { body } = await send("", {}, { url: rerun.url, method: "GET" });
      const { lines, compositions } = body as VerdictsAnswer;
      expect(bookOf(lines, compositions).get(placeKey("C01"))).toMatchObject({
        opinions: [{ who: "Ana", verdict: { verdict: "coordinated-inauthentic" } }],
        entries: [{ fit: { share: 1, isExact: true } }],
      });
    } finally {
      await rerun.close();
    }
  });
});
