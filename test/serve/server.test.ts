import { copyFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ObjectAnswer, PairAnswer, PostsAnswer, SearchAnswer } from "../../src/corpus/evidence.ts";
import { refusal } from "../../src/serve/guard.ts";
import { createServer, type RunningServer } from "../../src/serve/server.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { HOSTILE } from "../fixtures/explorer-world.ts";
import { keptFolder, testFolder } from "../support/folder.ts";

const folder = keptFolder();
const casePath = join(folder, "case");
const webRoot = join(folder, "web");
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(join(webRoot, "assets"), { recursive: true });
  writeFileSync(join(webRoot, "index.html"), "<!doctype html><p>page");
  writeFileSync(join(webRoot, "assets", "a.js"), "export {};");
  writeFileSync(join(webRoot, ".sources"), "secret");
  writeFileSync(join(folder, "secret.html"), "secret");
  await buildCase(casePath);
  server = await createServer(casePath, { webRoot });
});
afterAll(() => server.close());

interface Reply {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** A request as it stands: no client tidies the path or the headers. */
function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Reply> {
  const { port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const call = request(
      { host: "127.0.0.1", port, path, method, headers, setHost: headers.host === undefined },
      (response) => {
        const pieces: Buffer[] = [];
        response.on("data", (piece: Buffer) => pieces.push(piece));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(pieces).toString(),
          }),
        );
      },
    );
    call.on("error", reject);
    call.end();
  });
}

async function json<T>(path: string): Promise<T> {
  const reply = await ask(path);
  expect(reply.status, reply.text).toBe(200);
  return JSON.parse(reply.text) as T;
}

describe("the local server", () => {
  test("sends the page with a content policy that allows nothing from elsewhere", async () => {
    const { status, headers, text } = await ask("/");
    expect(status).toBe(200);
    expect(text).toContain("page");
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" });
    expect((await ask("/assets/a.js")).headers["content-type"]).toContain("javascript");
  });

  test.each([
    "/../secret.html",
    "/..%2fsecret.html",
    "/assets/../../secret.html",
    "/.sources",
    "//etc/passwd",
    "/%00",
    "/api/../index.html",
  ])("sends nothing but the built page for %s", async (path) => {
    const reply = await ask(path);
    expect(reply.status).toBe(404);
    expect(reply.text).not.toContain("secret");
  });

  test("turns away other names, other origins, other sites and other methods", async () => {
    const { host } = new URL(server.url);
    expect((await ask("/", { host: "evil.example" })).status).toBe(403);
    expect((await ask("/api/overview", { host, origin: "http://evil.example" })).status).toBe(403);
    expect((await ask("/api/overview", { host, "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await ask("/api/overview", { host, origin: `http://${host}` })).status).toBe(200);
    expect((await ask("/api/overview", { host, origin: `http://${host}` }, "POST")).status).toBe(405);
    expect((await ask("/api/verdicts", {}, "DELETE")).status).toBe(405);
  });

  test("at port 80 its name comes without a port, elsewhere never", () => {
    const named = (host: string, port: number) =>
      refusal({ method: "GET", url: "/", headers: { host }, rawHeaders: ["Host", host] } as IncomingMessage, port);
    for (const host of ["127.0.0.1", "localhost", "127.0.0.1:80"])
      expect([host, named(host, 80)]).toEqual([host, null]);
    expect(named("127.0.0.1", 8080)).toMatch(/127\.0\.0\.1 only/);
    expect(named("127.0.0.1:8080", 80)).toMatch(/127\.0\.0\.1 only/);
  });

  test.each([
    ["/api/pair?trace=co-url&left=0&right=0", 400],
    ["/api/pair?trace=co-url'--&left=0&right=1", 400],
    ["/api/pair?trace=co-url&left=0&right=99999999999", 400],
    ["/api/pair?trace=co-url&left=0&right=4000000000", 404],
    ["/api/pair?trace=co-media&left=0&right=1", 404],
    ["/api/object?trace=co-url&object=-1", 400],
    ["/api/object?trace=co-url&object=9999", 404],
    ["/api/posts", 400],
    ["/api/posts?account=x&domain=evil.example", 400],
    ["/api/posts?account=4000000000&domain=evil.example", 404],
    ["/api/ego", 400],
    ["/api/ego?account=1&depth=3", 400],
    ["/api/ego?account=4000000000", 404],
    ["/api/posts?account=1&offset=x", 400],
    ["/api/cluster?id=../../case", 404],
    ["/api/cluster?id=C99", 404],
    ["/api/search?q=a", 400],
    [`/api/search?q=${"a".repeat(201)}`, 400],
    ["/api/nothing", 404],
    ["/api/constructor", 404],
  ])("answers %s with %i and one sentence", async (path, status) => {
    const reply = await ask(path);
    expect(reply.status).toBe(status);
    expect((JSON.parse(reply.text) as { error: string }).error).toMatch(/^[A-Z].*\.$/s);
  });

  test("survives what is no HTTP, and goes on answering", async () => {
    const { port } = new URL(server.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => socket.write("\u0000\u0016 nonsense\r\n\r\n"));
      socket.on("close", () => resolve());
      socket.on("error", () => resolve());
    });
    expect((await ask("/api/overview")).status).toBe(200);
  });

  test("answers many questions at once", async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, (_, i) => ask(`/api/posts?account=${i}`)));
    expect(replies.map((reply) => reply.status)).toEqual(new Array(20).fill(200));
    expect(new Set(replies.map((reply) => reply.text)).size).toBe(20);
  });
});

describe("evidence by row", () => {
  test("a pair's posts, rarest object first, right minus left, with file and row", async () => {
    const pair = await json<PairAnswer>("/api/pair?trace=co-url&left=0&right=1");
    const [first] = pair.matches;
    expect(first).toMatchObject({ label: "https://evil.example/x?q=<b>", accounts: 2, coactions: 1, delayMs: 14_000 });
    expect(first?.left).toMatchObject({
      file: "november.csv",
      row: (first?.left.post ?? 0) + 2,
      text: `${HOSTILE.script} ${HOSTILE.link}`,
    });
    expect(pair.pair?.objects).toBe(pair.matchCount);
    expect(pair.matches.map((match) => match.bits)).toEqual(
      pair.matches.map((match) => match.bits).sort((a, b) => b - a),
    );
    // The bits of the store are shown as they are: two of ninety accounts.
    expect(first?.bits).toBeCloseTo(Math.log2(45), 9);
  });

  test("the other way round everything is mirrored", async () => {
    const there = await json<PairAnswer>("/api/pair?trace=co-url&left=0&right=1");
    const back = await json<PairAnswer>("/api/pair?trace=co-url&left=1&right=0");
    expect(back.matches.map((match) => -match.delayMs)).toEqual(there.matches.map((match) => match.delayMs));
    expect(back.pair?.medianDelayMs).toBe(-(there.pair?.medianDelayMs ?? 0));
    expect(back.left).toEqual(there.right);
  });

  test("an object says when everybody came, and how close together its members did", async () => {
    const { arrivals, accounts, clusters } = await json<ObjectAnswer>("/api/object?trace=co-repost&object=0");
    const sum = (bins: readonly number[]): number => bins.reduce((all, count) => all + count, 0);
    expect(sum(arrivals!.all)).toBe(accounts);
    expect(arrivals!.clusters.map(({ clusterId, members }) => ({ clusterId, members }))).toEqual(
      clusters.map(({ clusterId, members }) => ({ clusterId, members })),
    );
    for (const { members, bins, met } of arrivals!.clusters) {
      expect(sum(bins)).toBe(members);
      if (met === null) continue;
      expect(met.observed).toBeLessThanOrEqual((members * (members - 1)) / 2);
      expect(met.low).toBeLessThanOrEqual(met.high);
      expect(met.isWhole).toBe(members === accounts);
    }
  });

  test("an object's touches come in time order, members named; pages do not overlap", async () => {
    const object = await json<ObjectAnswer>("/api/object?trace=co-repost&object=0");
    const times = object.touches.map((touch) => touch.timeMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(object.touchCount).toBe(object.actions);
    expect(object.touches.some((touch) => touch.clusterId === "C03")).toBe(true);
    const members = await json<ObjectAnswer>("/api/object?trace=co-repost&object=0&members=1");
    expect(members.touchCount).toBe(object.touches.filter((touch) => touch.clusterId !== null).length);
    const rest = await json<ObjectAnswer>("/api/object?trace=co-repost&object=0&offset=2");
    expect(rest.touches).toEqual(object.touches.slice(2));
    const beyond = await json<ObjectAnswer>("/api/object?trace=co-repost&object=0&offset=5000");
    expect(beyond).toMatchObject({ touches: [], touchCount: object.touchCount });
  });

  test("search knows no wildcards, no case, and counts what it does not show", async () => {
    const found = await json<SearchAnswer>("/api/search?q=AGUA");
    expect(found.posts.count).toBeGreaterThan(found.posts.rows.length);
    expect(found.posts.rows).toHaveLength(25);
    expect(found.domains.rows).toMatchObject([{ domain: "agua-limpia.example" }]);
    for (const question of ["%%", "__", "' or 1=1 --", "a.*"]) {
      const none = await json<SearchAnswer>(`/api/search?q=${encodeURIComponent(question)}`);
      expect([none.posts.count, none.accounts.count, none.domains.count]).toEqual([0, 0, 0]);
    }
    expect((await json<SearchAnswer>(`/api/search?q=${encodeURIComponent("<script>")}`)).accounts.count).toBe(1);
  });

  test("posts of an account and of a site", async () => {
    const own = await json<PostsAnswer>("/api/posts?account=0");
    expect(own.count).toBe(own.rows.length);
    expect(own.rows.every((post) => post.account === 0)).toBe(true);
    const site = await json<PostsAnswer>("/api/posts?domain=evil.example");
    expect(site.rows.map((post) => post.account)).toEqual([0, 1]);
    expect((await json<PostsAnswer>("/api/posts?account=0&offset=9999")).count).toBe(own.count);
  });
});

describe("a case that cannot be served is refused in one sentence", () => {
  const refused = (path: string, port?: number) =>
    createServer(path, { webRoot, ...(port === undefined ? {} : { port }) }).then(
      () => "served",
      (error: { name: string; message: string }) => `${error.name}: ${error.message}`,
    );

  test("missing, empty, of another version, without its store, damaged", async () => {
    const home = testFolder();
    expect(await refused(join(home, "none"))).toMatch(/^UserError: There is no case at .*analyze/);
    expect(await refused(home)).toMatch(/^UserError: .* is no case/);
    const other = join(home, "other");
    cpSync(casePath, other, { recursive: true });
    writeFileSync(join(other, "explorer", "overview.json"), JSON.stringify({ schema: 2, clusters: [], traces: [] }));
    expect(await refused(other)).toMatch(/^UserError: .*another version \(schema 2/);
    writeFileSync(join(other, "explorer", "overview.json"), "{");
    expect(await refused(other)).toMatch(/^UserError: overview.json .* cannot be read/);
    writeFileSync(join(other, "explorer", "overview.json"), "null");
    expect(await refused(other)).toMatch(/^UserError: /);
    copyFileSync(join(casePath, "explorer", "overview.json"), join(other, "explorer", "overview.json"));
    writeFileSync(
      join(other, "case.duckdb"),
      "not a database, but long enough to be read as the head of one".repeat(200),
    );
    expect(await refused(other)).toMatch(/^UserError: .*cannot be opened/);
    rmSync(join(other, "case.duckdb"));
    expect(await refused(other)).toMatch(/^UserError: .*case.duckdb is missing/);
  });

  test("a port in use, and a page that is not built", async () => {
    expect(await refused(casePath, Number(new URL(server.url).port))).toMatch(/^UserError: Port \d+ is in use/);
    const unbuilt = createServer(casePath, { webRoot: testFolder() });
    await expect(unbuilt).rejects.toThrow(/not built/);
  });

  test("a stretch of time leaves what lies in it, by the rule of the timeline, and all counts with it", async () => {
    const whole = await json<PairAnswer>("/api/pair?trace=co-url&left=0&right=1");
    const times = whole.matches.map((match) => Math.max(match.left.timeMs, match.right.timeMs)).sort((a, b) => a - b);
    const middle = times[Math.floor(times.length / 2)] ?? 0;
    const before = await json<PairAnswer>(`/api/pair?trace=co-url&left=0&right=1&from=0&to=${middle}`);
    const after = await json<PairAnswer>(`/api/pair?trace=co-url&left=0&right=1&from=${middle}&to=9000000000000`);
    expect(before.matchCount).toBeGreaterThan(0);
    expect(before.matchCount + after.matchCount).toBe(whole.matchCount);
    expect(before.pair).toEqual(whole.pair);
    for (const route of ["object?trace=co-url&object=0", "posts?account=0", "posts?domain=agua-limpia.example"]) {
      const count = (answer: { count?: number; touchCount?: number }) =>
        answer.count ?? answer.touchCount ?? Number.NaN;
      const all = await json<{ count?: number }>(`/api/${route}`);
      const early = await json<{ count?: number }>(`/api/${route}&from=-5&to=${middle}`);
      const late = await json<{ count?: number }>(`/api/${route}&from=${middle}&to=9000000000000`);
      expect(count(early) + count(late), route).toBe(count(all));
    }
    const found = await json<SearchAnswer>(`/api/search?q=agua&from=0&to=${middle}`);
    expect(found.posts.rows.every((post) => post.timeMs < middle)).toBe(true);
    expect(found.posts.count).toBeLessThan((await json<SearchAnswer>("/api/search?q=agua")).posts.count);
  });

  test.each(["from=5", "from=9&to=9", "from=x&to=9", "from=1;drop&to=5", "from=1e3&to=9e9"])(
    "a malformed stretch %s is refused in one sentence",
    async (stretch) => {
      for (const route of [
        "pair?trace=co-url&left=0&right=1",
        "object?trace=co-url&object=0",
        "posts?account=0",
        "search?q=agua",
      ]) {
        const reply = await ask(`/api/${route}&${stretch}`);
        expect(reply.status).toBe(400);
        expect(JSON.parse(reply.text).error).toContain("from and to");
      }
    },
  );

  test("moments of a cluster are told, and of no other name", async () => {
    expect((await ask("/api/moments?id=..%2F..%2Fx")).status).toBe(404);
    const answer = await json<{ tiesFollowed: number; ties: { key: string } }>("/api/moments?id=C01");
    expect(answer.tiesFollowed).toBeGreaterThan(0);
    expect(Buffer.from(answer.ties.key, "base64").length % 4).toBe(0);
  });
});
