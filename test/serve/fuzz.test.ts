import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decodeTies } from "../../src/exports/ties.ts";
import { ROUTES } from "../../src/serve/answers.ts";
import { createServer, type RunningServer } from "../../src/serve/server.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { countPairs } from "../fixtures/explorer-pairs.ts";
import { lcg, makeWorld } from "../fixtures/explorer-world.ts";
import { keptFolder, testFolder } from "../support/folder.ts";

const REQUEST_MS = 800;

/** Nothing of this machine or this program may stand in an answer. */
const LEAK =
  /\bat [\w.<>]+ \(|\.ts[:)]|node:|node_modules|\/tmp\/|marionet é|duckdb|Binder Error|Parser Error|Conversion Error|SQL|stack/i;

describe("whatever is sent to the local server", () => {
  const folder = keptFolder();
  let server: RunningServer;
  const faults: unknown[] = [];
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });

  beforeAll(async () => {
    const webRoot = join(folder, "web");
    mkdirSync(join(webRoot, "assets"), { recursive: true });
    writeFileSync(join(webRoot, "index.html"), "<!doctype html><p>page");
    writeFileSync(join(webRoot, "assets", "a.js"), "export {};");
    await buildCase(join(folder, "case"));
    server = await createServer(join(folder, "case"), {
      webRoot,
      limits: { requestMs: REQUEST_MS, silenceMs: 3000 },
      onFault: (error) => faults.push(error),
    });
  });
  afterAll(async () => {
    agent.destroy();
    await server.close();
    // A fault would have been told as one sentence; there must be none.
    expect(faults).toEqual([]);
  });

  const port = () => Number(new URL(server.url).port);
  const host = () => `127.0.0.1:${port()}`;

  interface Reply {
    readonly status: number;
    readonly bytes: Buffer;
    readonly text: string;
  }

  function ask(path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const call = request(
        { agent, host: "127.0.0.1", port: port(), path, method, headers: { host: host(), ...headers }, setHost: false },
        (response) => {
          const pieces: Buffer[] = [];
          response.on("data", (piece: Buffer) => pieces.push(piece));
          response.on("end", () => {
            const bytes = Buffer.concat(pieces);
            resolve({ status: response.statusCode ?? 0, bytes, text: bytes.toString() });
          });
        },
      );
      call.on("error", reject);
      call.end();
    });
  }

  /** Bytes as they stand; what came back when the server closed, or nothing came for `waitMs`. */
  function raw(bytes: string | Buffer, waitMs = 400): Promise<{ readonly text: string; readonly isClosed: boolean }> {
    return new Promise((resolve) => {
      const pieces: Buffer[] = [];
      const socket = connect(port(), "127.0.0.1", () => socket.write(bytes));
      const done = (isClosed: boolean) => {
        socket.destroy();
        resolve({ text: Buffer.concat(pieces).toString("latin1"), isClosed });
      };
      socket.setTimeout(waitMs, () => done(false));
      socket.on("data", (piece: Buffer) => pieces.push(piece));
      socket.on("error", () => undefined);
      socket.on("close", () => done(true));
    });
  }

  const isWell = async () => expect((await ask("/api/overview")).status).toBe(200);

  test("broken, foreign and greedy requests are refused or closed, and the next is answered", async () => {
    const line = (path: string, rest = "") => `GET ${path} HTTP/1.1\r\nHost: ${host()}\r\n${rest}\r\n`;
    const bad: readonly (string | Buffer)[] = [
      "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      Buffer.from([0x16, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3, ...new Array(60).fill(7)]),
      Buffer.alloc(70_000, 0x41),
      line("/", `X-Long: ${"a".repeat(70_000)}\r\n`),
      line("/", "X-Many: 1\r\n".repeat(6000)),
      line(`/${"a".repeat(60_000)}`),
      line("/api/search?q=%"),
      line("/api/search?q=%ff%fe%c0%af"),
      line("/api/search?q=%zz%u0041"),
      line("/%2e%2e/%2e%2e/etc/passwd"),
      line("/../../etc/passwd"),
      line("/assets/..%5c..%5ccase.json"),
      line("//etc/passwd"),
      line("/api//overview"),
      line("/api/overview/../../index.html"),
      line("/\u0000"),
      line("\\..\\case.duckdb"),
      line(`http://${host()}/api/overview`),
      line("http://evil.example/api/overview"),
      line("*"),
      line("/api/overview", "Host: evil.example\r\n"),
      line("/api/overview", "Origin: http://evil.example\r\n"),
      line("/api/overview", `Origin: http://${host()}\r\nOrigin: http://evil.example\r\n`),
      line("/api/overview", "Origin: null\r\n"),
      line("/api/overview", "Sec-Fetch-Site: same-site\r\n"),
      line("/", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"),
      line("/", "Content-Length: 5\r\nContent-Length: 6\r\n"),
      line("/", "Content-Length: -1\r\n"),
      `${line("/", "Transfer-Encoding: chunked\r\n")}zzz\r\n`,
      `GET / HTTP/1.1\nHost: ${host()}\n\n`,
      `GET /\r\nHost: ${host()}\r\n\r\n`,
      `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host()}\r\n\r\n`,
      line("/", "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\n"),
      line("/", "Expect: 100-continue\r\n"),
      line("/", "Expect: nonsense\r\n"),
      ...["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND", "get", "G\u0000T", "BREW"].map(
        (method) => `${method} /api/overview HTTP/1.1\r\nHost: ${host()}\r\nContent-Length: 0\r\n\r\n`,
      ),
    ];
    const texts = await Promise.all(bad.map((bytes) => raw(bytes)));
    for (const [i, { text }] of texts.entries()) {
      expect([bad[i]!.toString("latin1").slice(0, 60), LEAK.exec(text)?.[0]]).toEqual([
        bad[i]!.toString("latin1").slice(0, 60),
        undefined,
      ]);
      expect(text === "" || /^HTTP\/1\.1 \d{3} /.test(text)).toBe(true);
      expect(text).not.toMatch(/root:|access-control-allow/i);
      const asked = bad[i]!.toString("latin1");
      const isForeign = /evil\.example|Origin: null|same-site/.test(asked) && !/CONNECT/.test(asked);
      if (isForeign && /Host|Origin|Sec/.test(asked)) expect(text).not.toMatch(/^HTTP\/1\.1 200/);
    }
    await isWell();
  });

  test("who is slow, or never ends, is let go in bounded time", async () => {
    const began = performance.now();
    const half = raw(`GET /api/overview HTTP/1.1\r\nHost: ${host()}\r\nX-Half`, 10_000);
    const silent = raw("", 10_000);
    const drip = new Promise<boolean>((resolve) => {
      const socket = connect(port(), "127.0.0.1", () => socket.write(`GET / HTTP/1.1\r\nHost: ${host()}\r\n`));
      const timer = setInterval(() => socket.write("X-Drip: 1\r\n"), 50);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        clearInterval(timer);
        resolve(true);
      });
    });
    expect((await half).isClosed).toBe(true);
    expect(await drip).toBe(true);
    expect((await silent).isClosed).toBe(true);
    expect(performance.now() - began).toBeLessThan(6000);
    await isWell();
  });

  test("many requests in one breath are all answered, in order", async () => {
    const one = (path: string, rest = "") => `GET ${path} HTTP/1.1\r\nHost: ${host()}\r\n${rest}\r\n`;
    const { text } = await raw(
      Array.from({ length: 60 }, (_, i) => one(`/api/posts?account=${i}`)).join("") +
        one("/nothing", "Connection: close\r\n"),
      5000,
    );
    expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(60);
    expect(text).toContain("HTTP/1.1 404");
  });

  test("two thousand random questions: each is answered or refused, in one sentence, soon", async () => {
    const random = lcg(20_261_122);
    const pairs = countPairs(makeWorld()).length;
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const names = [
      "id",
      "trace",
      "left",
      "right",
      "object",
      "offset",
      "members",
      "account",
      "domain",
      "q",
      "toString",
      "x[]",
      "",
      "__proto__",
    ];
    const traces = ["co-url", "co-repost", "same-text", "co-media", "constructor", "co-url' or 1=1 --"];
    const values = [
      () => String(Math.floor(random() * 120)),
      () => String(Math.floor(random() * 2 ** 33)),
      () => pick(traces),
      () => pick(["C01", "C02", "C99", "../../case", "C01/../C02", "C01\u0000"]),
      () => pick(["-1", "1e3", "0x10", "NaN", "Infinity", "1.5", " 1", "٣", "", "00000000001"]),
      () =>
        pick([
          "'",
          '"',
          "';drop table posts;--",
          "$left",
          "%",
          "_",
          "\\",
          "\u0000",
          "\u202e",
          "😀",
          "\ud800",
          "<script>",
        ]),
      () => "a".repeat(Math.floor(random() * 3000)),
      () => pick(["agua", "evil.example", "agua-limpia.example", "9000131"]),
    ];
    const routes = [...Object.keys(ROUTES), "nothing", "constructor", "__proto__"];
    const code = (text: string) =>
      random() < 0.1 ? text.replace(/[^\w.-]/g, "%") : encodeURIComponent(text.toWellFormed()).replaceAll("%20", "+");
    const statuses = new Map<number, number>();
    const one = async () => {
      const route = pick(routes);
      const count = Math.floor(random() * 6);
      const query = Array.from({ length: count }, () => `${code(pick(names))}=${code(pick(values)())}`).join(
        pick(["&", "&", "&", "&&", ";"]),
      );
      // Half of them are asked with what the route needs, so that the queries themselves are reached.
      const sound =
        random() < 0.5
          ? `trace=${pick(traces.slice(0, 4))}&left=${Math.floor(random() * 90)}&right=${Math.floor(random() * 90)}&object=${Math.floor(random() * 60)}&`
          : "";
      const path = `/api/${code(route)}?${sound}${query}`;
      const began = performance.now();
      const { status, bytes, text } = await ask(path);
      expect([path, performance.now() - began < 10_000]).toEqual([path, true]);
      expect([path, [200, 400, 404].includes(status)]).toEqual([path, true]);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 200 && path.startsWith("/api/edges")) {
        // Pairs travel as bytes: nothing that is asked beside them changes what they say.
        const { total, columns } = decodeTies(new Uint8Array(bytes).buffer);
        expect([path, total, columns.count]).toEqual([path, pairs, pairs]);
        return;
      }
      const body = JSON.parse(text) as { error?: string };
      if (status !== 200) {
        expect([path, /^[A-Z].*\.$/s.test(body.error ?? "")]).toEqual([path, true]);
        expect([path, LEAK.exec(text)?.[0]]).toEqual([path, undefined]);
      }
    };
    for (let done = 0; done < 2000; done += 20) await Promise.all(Array.from({ length: 20 }, one));
    for (const status of [200, 400, 404]) expect(statuses.get(status) ?? 0).toBeGreaterThan(50);
    await isWell();
  });

  test("readers who leave in the middle leave no work behind", async () => {
    const leave = () =>
      new Promise<void>((resolve) => {
        const socket = connect(port(), "127.0.0.1", () => {
          socket.write(`GET /api/search?q=agua HTTP/1.1\r\nHost: ${host()}\r\n\r\n`);
          setImmediate(() => {
            socket.destroy();
            resolve();
          });
        });
        socket.on("error", () => resolve());
      });
    for (let round = 0; round < 4; round += 1) await Promise.all(Array.from({ length: 60 }, leave));
    const began = performance.now();
    await isWell();
    expect(performance.now() - began).toBeLessThan(8000);
  });

  test("a sender who hangs up in the middle of an entry is no fault, and nothing is written", async () => {
    const head = `POST /api/verdicts HTTP/1.1\r\nHost: ${host()}\r\nOrigin: http://${host()}\r\n`;
    const half = `${head}Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"write":`;
    await Promise.all(Array.from({ length: 8 }, (_, i) => raw(half, 20 * (i + 1))));
    // And one that is let go for being slow.
    expect(await raw(half, 10_000)).toEqual({ text: "", isClosed: true });
    await isWell();
    expect([faults, existsSync(join(folder, "case", "verdicts.jsonl"))]).toEqual([[], false]);
  });

  test("another name or another origin gets nothing, whatever it asks for", async () => {
    const paths = [
      "/",
      "/index.html",
      "/assets/a.js",
      "/nothing",
      ...Object.keys(ROUTES).map((route) => `/api/${route}?q=agua&id=C01`),
    ];
    const foreign: readonly Record<string, string>[] = [
      { host: "evil.example" },
      { host: `evil.example:${port()}` },
      { host: `127.0.0.1.evil.example:${port()}` },
      { host: `127.0.0.1:${port()}@evil.example` },
      { host: "127.0.0.1" },
      { host: `127.0.0.1:${port() + 1}` },
      { host: "" },
      { host: `[::1]:${port()}` },
      { origin: "http://evil.example" },
      { origin: "null" },
      { origin: `https://127.0.0.1:${port()}` },
      { origin: `http://127.0.0.1:${port() + 1}` },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" },
    ];
    for (const headers of foreign) {
      for (const path of paths) {
        const { status, text } = await ask(path, headers);
        expect([path, headers, status]).toEqual([path, headers, 403]);
        expect(text.length).toBeLessThan(120);
      }
    }
  });

  test("a link from elsewhere may be followed to the page, and to nothing else of it", async () => {
    const followed = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect((await ask("/", followed)).status).toBe(200);
    expect((await ask("/assets/a.js", followed)).status).toBe(403);
    expect((await ask("/api/overview", followed)).status).toBe(403);
    expect((await ask("/", followed, "POST")).status).toBe(403);
  });
});

test("a question that takes too long is said to, and the page goes on", async () => {
  const folder = testFolder();
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  const limits = { turnMs: 1 };
  const server = await createServer(await buildCase(join(folder, "case")), { webRoot: folder, limits });
  try {
    const search = async () => {
      const reply = await get(`${server.url}api/search?q=agua`);
      return reply.status === 503 && reply.text.includes("took too long");
    };
    const late = await Promise.all(Array.from({ length: 30 }, search));
    expect(late).toContain(true);
    expect((await get(`${server.url}api/overview`)).status).toBe(200);
  } finally {
    await server.close();
  }
});

function get(url: string): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const call = request(url, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
    });
    call.on("error", reject);
    call.end();
  });
}
