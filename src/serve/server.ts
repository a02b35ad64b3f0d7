import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "../corpus/issue.ts";
import { BODY_LIMIT } from "../exports/verdicts.ts";
import type { EventList } from "../text/event-list.ts";
import { ROUTES } from "./answers.ts";
import { readJsonBody } from "./body.ts";
import { type CaseSource, openCase } from "./case-source.ts";
import { refusal, SAFETY_HEADERS } from "./guard.ts";
import { HTTP_LIMITS, type HttpLimits, httpOptions, limitServer } from "./limits.ts";
import { LINE_LIMITS, type LineLimits, questionLine, type Turn } from "./question-line.ts";
import type { RouteAnswer } from "./reply.ts";
import { readStaticFiles, type StaticFile } from "./static-files.ts";
import { writeVerdicts } from "./verdicts.ts";

export interface ServerOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Folder of the built page. */
  readonly webRoot: string;
  /** Clock for what analysts write, milliseconds since 1970; absent: the case is only read. */
  readonly nowMs?: () => number;
  /** How long and how much; a test makes them small. */
  readonly limits?: Partial<HttpLimits & LineLimits>;
  /** What the analyst lays beside the data. */
  readonly events?: EventList;
  /** Told about faults of ours (a query that failed); the page gets one sentence without details. */
  readonly onFault?: (error: unknown) => void;
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves one case on 127.0.0.1. Errors: `UserError` when the case cannot be opened, the page is not built, or the port is taken. */
export async function createServer(casePath: string, options: ServerOptions): Promise<RunningServer> {
  const files = readStaticFiles(options.webRoot);
  const source = await openCase(casePath, { nowMs: options.nowMs ?? null, events: options.events ?? null });
  const limits = { ...HTTP_LIMITS, ...LINE_LIMITS, ...options.limits };
  const answerer = inTurn(source, limits);
  const server = createHttpServer(httpOptions(limits), (request, response) => {
    respond(request, response, files, answerer, portOf(server)).catch((error: unknown) => {
      options.onFault?.(error);
      const message =
        error instanceof UserError ? error.message : "The server could not answer this; its log says why.";
      if (!response.headersSent) sendError(response, 500, message);
      else response.destroy();
    });
  });
  limitServer(server, limits);
  try {
    await listen(server, options.port ?? 0);
  } catch (error) {
    source.close();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      // Nobody listens any more, so what runs is broken off; the store must not be closed under it.
      await answerer.settled();
      source.close();
    },
  };
}

interface Answerer {
  /** Undefined: there is no such question. */
  answer(route: string, query: URLSearchParams, signal: AbortSignal): Promise<Turn<RouteAnswer>> | undefined;
  write(body: unknown, signal: AbortSignal): Promise<Turn<RouteAnswer>>;
  settled(): Promise<void>;
}

function inTurn(source: CaseSource, limits: LineLimits): Answerer {
  const line = questionLine(() => source.store.interrupt(), limits);
  return {
    answer: (name, query, signal) => {
      const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
      return route === undefined ? undefined : line.ask(() => route(source, query), signal);
    },
    write: (body, signal) => line.ask(() => writeVerdicts(source, body), signal),
    settled: () => line.settled(),
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  files: ReadonlyMap<string, StaticFile>,
  answerer: Answerer,
  port: number,
): Promise<void> {
  const refused = refusal(request, port);
  if (refused !== null) return sendError(response, 403, refused);
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  // The one thing that can be written.
  if (request.method === "POST" && path === "/api/verdicts") {
    const body = await readJsonBody(request, BODY_LIMIT);
    if ("error" in body) return sendError(response, body.status, body.error);
    return sendTurn(response, await answerer.write(body.value, whileListening(response)));
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return sendError(response, 405, "This server only answers GET.");
  }
  const file = files.get(path);
  if (file !== undefined) return send(response, 200, file.type, file.bytes);
  if (!path.startsWith("/api/")) return sendError(response, 404, "There is no such page.");
  const turn = await answerer.answer(path.slice("/api/".length), new URLSearchParams(query), whileListening(response));
  if (turn === undefined) return sendError(response, 404, "There is no such question.");
  sendTurn(response, turn);
}

function sendTurn(response: ServerResponse, turn: Turn<RouteAnswer>): void {
  if (turn.state !== "answered") {
    sendError(response, 503, NO_TURN[turn.state]);
    return;
  }
  const result = turn.value;
  if (result.status !== 200) sendError(response, result.status, result.error);
  else if ("bytes" in result) {
    const { buffer, byteOffset, byteLength } = result.bytes;
    send(response, 200, "application/octet-stream", Buffer.from(buffer, byteOffset, byteLength));
  } else send(response, 200, "application/json; charset=utf-8", Buffer.from(JSON.stringify(result.body)));
}

const NO_TURN: Readonly<Record<Exclude<Turn<unknown>["state"], "answered">, string>> = {
  late: "This took too long and was broken off; ask for less at once.",
  busy: "Too many questions are waiting; try again in a moment.",
  gone: "Nobody waits for this answer.",
};

/** Aborted when whoever asked has gone before the answer. */
function whileListening(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) gone.abort();
  });
  return gone.signal;
}

function send(response: ServerResponse, status: number, type: string, bytes: Buffer): void {
  response.writeHead(status, { ...SAFETY_HEADERS, "content-type": type, "content-length": bytes.length });
  response.end(response.req.method === "HEAD" ? undefined : bytes);
}

function sendError(response: ServerResponse, status: number, error: string): void {
  send(response, status, "application/json; charset=utf-8", Buffer.from(JSON.stringify({ error })));
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") {
        reject(
          new UserError(
            "port-in-use",
            `Port ${port} is in use; choose another with --port, or leave it out for a free one.`,
          ),
        );
      } else if (error.code === "EACCES") {
        reject(new UserError("port-forbidden", `Port ${port} may not be opened by this user; choose one above 1023.`));
      } else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0;
}
