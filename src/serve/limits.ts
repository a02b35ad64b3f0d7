import type { Server, ServerOptions } from "node:http";

/** A page of this machine asks short questions and reads the answers at once; whoever does otherwise is let go. */
export interface HttpLimits {
  /** From the first byte of a request to the end of its headers, and to its end. */
  readonly requestMs: number;
  /** Between bytes of a connection, either way; longer than the longest turn in line. */
  readonly silenceMs: number;
  readonly connections: number;
}

export const HTTP_LIMITS: HttpLimits = { requestMs: 10_000, silenceMs: 60_000, connections: 128 };

export function httpOptions({ requestMs }: HttpLimits): ServerOptions {
  return {
    headersTimeout: requestMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.min(1000, requestMs),
    keepAliveTimeout: 5000,
    maxHeaderSize: 16_384,
  };
}

export function limitServer(server: Server, { silenceMs, connections }: HttpLimits): void {
  server.maxConnections = connections;
  server.setTimeout(silenceMs, (socket) => socket.destroy());
  // Whatever arrives that is no HTTP, or never ends, is closed, not answered.
  server.on("clientError", (_error, socket) => socket.destroy());
}
