import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { UserError } from "../corpus/issue.ts";
import type { EventList } from "../text/event-list.ts";
import { type Answer, ROUTES } from "./answers.ts";
import { type CaseSource, openCase } from "./case-source.ts";
import { refusal, SAFETY_HEADERS } from "./guard.ts";
import { readStaticFiles, type StaticFile } from "./static-files.ts";

export interface ServerOptions {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Folder of the built page. */
  readonly webRoot: string;
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
  const source = await openCase(casePath, options.events);
  const answer = oneAtATime(source);
  const server = createHttpServer((request, response) => {
    respond(request, response, files, answer, portOf(server)).catch((error: unknown) => {
      options.onFault?.(error);
      const message =
        error instanceof UserError ? error.message : "The server could not answer this; its log says why.";
      if (!response.headersSent) sendError(response, 500, message);
      else response.destroy();
    });
  });
  // Whatever arrives that is no HTTP is closed, not answered.
  server.on("clientError", (_error, socket) => socket.destroy());
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
      source.close();
    },
  };
}

type Answerer = (route: string, query: URLSearchParams) => Promise<Answer | undefined>;

/** One connection to the store takes one question at a time; the others wait in line. */
function oneAtATime(source: CaseSource): Answerer {
  let line: Promise<unknown> = Promise.resolve();
  return (name, query) => {
    const route = Object.hasOwn(ROUTES, name) ? ROUTES[name] : undefined;
    if (route === undefined) return Promise.resolve(undefined);
    const turn = line.then(() => route(source, query));
    line = turn.catch(() => undefined);
    return turn;
  };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  files: ReadonlyMap<string, StaticFile>,
  answer: Answerer,
  port: number,
): Promise<void> {
  const refused = refusal(request, port);
  if (refused !== null) return sendError(response, 403, refused);
  if (request.method !== "GET" && request.method !== "HEAD")
    return sendError(response, 405, "This server only answers GET.");
  const [path = "/", query = ""] = (request.url ?? "/").split("?", 2);
  const file = files.get(path);
  if (file !== undefined) return send(response, 200, file.type, file.bytes);
  if (!path.startsWith("/api/")) return sendError(response, 404, "There is no such page.");
  const result = await answer(path.slice("/api/".length), new URLSearchParams(query));
  if (result === undefined) return sendError(response, 404, "There is no such question.");
  if (result.status !== 200) return sendError(response, result.status, result.error);
  send(response, 200, "application/json; charset=utf-8", Buffer.from(JSON.stringify(result.body)));
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
