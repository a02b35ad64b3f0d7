import type { IncomingMessage } from "node:http";

/** What was sent, or why it is not taken. */
export type Body = { readonly value: unknown } | { readonly status: 400 | 413 | 415; readonly error: string };

/** Beyond this nothing more is even thrown away: the connection is cut. */
const DRAIN_LIMIT = 1_048_576;

/** The JSON of a request, bounded. A form of another site can send texts and files without asking, but never this type. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Body> {
  const isJson = /^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(request.headers["content-type"] ?? "");
  const isPlain = request.headers["content-encoding"] === undefined;
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    // Read to the end even when refused, so that the sender hears the answer instead of a broken line.
    for await (const piece of request as AsyncIterable<Buffer>) {
      size += piece.length;
      if (size > DRAIN_LIMIT) break;
      if (isJson && isPlain && size <= limit) pieces.push(piece);
    }
  } catch (error) {
    // Whoever hangs up halfway, or is let go for being slow, is no fault of ours.
    if ((error as NodeJS.ErrnoException).code === "ECONNRESET") return { status: 400, error: "This was broken off." };
    throw error;
  }
  if (!isJson || !isPlain) return { status: 415, error: "Entries are sent as application/json." };
  if (size > limit) return { status: 413, error: `This is too long: at most ${limit} bytes are taken at once.` };
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces))) };
  } catch {
    return { status: 400, error: "What was sent is no JSON." };
  }
}
