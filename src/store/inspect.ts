import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { UserError } from "../corpus/issue.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";
export type Container = "table" | "json" | "parquet";

/** What one streaming pass over a file's bytes tells before anything is parsed. */
export interface Inspection {
  /** As the user gave it. */
  readonly path: string;
  /** Of the bytes on disk, packed or not. */
  readonly sha256: string;
  readonly bytes: number;
  readonly gzip: boolean;
  readonly container: Container;
  readonly encoding: Encoding;
  readonly byteOrderMark: boolean;
  /** The first part of the text (at most 256 KiB of bytes), decoded, without byte order mark. */
  readonly head: string;
  /** True when `head` is the whole file. */
  readonly headIsAll: boolean;
  /** Bytes that are not UTF-8 (or NUL bytes) were met; the first stands in this row (line for JSON). */
  readonly firstBadRow: number | null;
  /** Lines end in a bare carriage return, as on old Macs. */
  readonly bareCr: boolean;
  /** Line ends outside quotes, a last line without one counted; the header is one of them. */
  readonly lines: number;
  /** There are blank lines between others, which would shift the count of rows. */
  readonly blankLines: boolean;
}

const HEAD_BYTES = 256 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/**
 * Reads the file once: checks that it can be read, hashes the bytes on disk, unpacks gzip (several members too) and notes what
 * would mislead a parser. Throws a `UserError` for what cannot be an input at all. Cost: one pass, memory of one chunk.
 */
export async function inspectFile(path: string): Promise<Inspection> {
  await assertReadable(path);
  const hash = createHash("sha256");
  let bytes = 0;
  const disk = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const scan = new ByteScan();
  let gzip = false;
  try {
    const first = { seen: false };
    const unpack = createGunzip({ chunkSize: CHUNK_BYTES });
    const tee = async function* () {
      for await (const chunk of disk as AsyncIterable<Buffer>) {
        hash.update(chunk);
        bytes += chunk.length;
        if (!first.seen) {
          first.seen = true;
          gzip = chunk[0] === 0x1f && chunk[1] === 0x8b;
        }
        yield chunk;
      }
    };
    const chunks = tee();
    const firstChunk = await chunks.next();
    if (firstChunk.done !== true) {
      const all = async function* () {
        yield firstChunk.value;
        yield* chunks;
      };
      if (gzip) {
        // An error of the disk must reach the reader of the unpacked stream.
        const packed = Readable.from(all()).on("error", (error) => unpack.destroy(error));
        for await (const chunk of packed.pipe(unpack) as AsyncIterable<Buffer>) scan.take(chunk);
      } else {
        for await (const chunk of all()) scan.take(chunk);
      }
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code.startsWith("Z_") || code === "ERR_STREAM_PREMATURE_CLOSE") {
      throw new UserError("file-damaged", `${path} is a damaged or cut-off gzip file; get it anew and try again.`);
    }
    throw new UserError(
      "file-unreadable",
      `${path} cannot be read (${code || "unknown reason"}); check the disk and the file.`,
    );
  }
  return { path, sha256: hash.digest("hex"), bytes, gzip, ...scan.finish(path) };
}

async function assertReadable(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) {
    if (found.code === "EACCES" || found.code === "EPERM") {
      throw new UserError(
        "file-forbidden",
        `There is no permission to read ${path}; change its rights or copy it elsewhere.`,
      );
    }
    throw new UserError("file-missing", `There is no file ${path}; check the name and the folder.`);
  }
  if (found.isDirectory()) {
    throw new UserError(
      "file-is-directory",
      `${path} is a folder, not a file; name the files in it, for example ${path}/*.csv.`,
    );
  }
  if (!found.isFile()) throw new UserError("file-special", `${path} is not a regular file; save it to disk first.`);
  try {
    await access(path, constants.R_OK);
  } catch {
    throw new UserError(
      "file-forbidden",
      `There is no permission to read ${path}; change its rights or copy it elsewhere.`,
    );
  }
}

/** The state of the pass over unpacked bytes. */
class ByteScan {
  private head = Buffer.alloc(0);
  private total = 0;
  private inQuotes = false;
  private lineEnds = 0;
  private lineLength = 0;
  private pendingBlank = false;
  private blankBetween = false;
  private tail: Buffer = Buffer.alloc(0);
  private firstBadRow: number | null = null;
  private wide: boolean | null = null;

  take(chunk: Buffer): void {
    if (this.head.length < HEAD_BYTES) {
      this.head = Buffer.concat([this.head, chunk.subarray(0, HEAD_BYTES - this.head.length)]);
    }
    this.total += chunk.length;
    this.wide ??= isWide(chunk) || chunk.subarray(0, 4).toString("latin1") === "PAR1";
    // UTF-16 and Parquet are read another way; their bytes mean nothing here.
    if (this.wide) return;
    if (this.firstBadRow === null) this.checkBytes(chunk);
    this.countLines(chunk, chunk.length);
  }

  private checkBytes(chunk: Buffer): void {
    const joined: Buffer = this.tail.length === 0 ? chunk : Buffer.concat([this.tail, chunk]);
    const cut = joined.length - openSequence(joined);
    if (joined.includes(0) || !isUtf8(joined.subarray(0, cut))) {
      // Rare, so the place may be searched for slowly: line by line.
      const bad = firstBadByte(joined.subarray(0, cut));
      const lines = new ByteScan();
      lines.inQuotes = this.inQuotes;
      lines.countLines(joined, bad);
      this.firstBadRow = this.lineEnds + lines.lineEnds + 1;
    }
    this.tail = Buffer.from(joined.subarray(cut));
  }

  private countLines(chunk: Buffer, end: number): void {
    // Without quotes, which is the rule in tables of ids, the line ends can be leapt to: ten times faster.
    if (!this.inQuotes && end === chunk.length && !chunk.includes(0x22)) {
      this.leapLines(chunk);
      return;
    }
    let { inQuotes, lineEnds, lineLength } = this;
    for (let i = 0; i < end; i++) {
      const byte = chunk[i];
      if (byte === 0x22) {
        inQuotes = !inQuotes;
        lineLength++;
      } else if (byte === 0x0a) {
        if (!inQuotes) {
          lineEnds++;
          if (lineLength === 0) this.pendingBlank = true;
          else if (this.pendingBlank) this.blankBetween = true;
          lineLength = 0;
        }
      } else if (byte !== 0x0d) lineLength++;
    }
    this.inQuotes = inQuotes;
    this.lineEnds = lineEnds;
    this.lineLength = lineLength;
  }

  private leapLines(chunk: Buffer): void {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      let length = this.lineLength + at - from;
      // Only of a line this short does it matter whether it is blank: it may be a carriage return alone.
      if (length <= 2) for (let i = from; i < at; i++) if (chunk[i] === 0x0d) length--;
      if (length === 0) this.pendingBlank = true;
      else if (this.pendingBlank) this.blankBetween = true;
      this.lineEnds++;
      this.lineLength = 0;
      from = at + 1;
    }
    for (let i = from; i < chunk.length; i++) if (chunk[i] !== 0x0d) this.lineLength++;
  }

  finish(path: string): Omit<Inspection, "path" | "sha256" | "bytes" | "gzip"> {
    const { head } = this;
    const headIsAll = this.total <= HEAD_BYTES;
    const magic = head.subarray(0, 4).toString("latin1");
    const none = { firstBadRow: null, bareCr: false, lines: 0, blankLines: false };
    if (magic === "PAR1")
      return { ...none, container: "parquet", encoding: "utf-8", byteOrderMark: false, head: "", headIsAll };
    if (magic.startsWith("PK\u0003\u0004")) {
      throw new UserError(
        "file-is-zip",
        `${path} is a zip archive or a spreadsheet file; unpack it or save it as CSV first.`,
      );
    }
    const encoding = encodingOf(head);
    const text = decodeHead(head, encoding);
    if (isBinary(text)) {
      throw new UserError(
        "file-binary",
        `${path} does not look like text (it holds binary bytes); give a CSV, JSON or Parquet file.`,
      );
    }
    if (this.tail.length > 0 && this.firstBadRow === null) this.firstBadRow = this.lineEnds + 1;
    const container: Container = /^\s*[[{]/.test(text) ? "json" : "table";
    return {
      container,
      encoding,
      byteOrderMark: encoding !== "utf-8" || head.subarray(0, 3).toString("latin1") === "\u00ef\u00bb\u00bf",
      head: text,
      headIsAll,
      firstBadRow: this.firstBadRow,
      bareCr: container === "table" && hasBareCr(text),
      lines: this.lineEnds + (this.lineLength > 0 ? 1 : 0),
      blankLines: this.blankBetween || (this.pendingBlank && this.lineLength > 0),
    };
  }
}

/** Wide text: a UTF-16 byte order mark, or every second byte of the beginning is NUL. */
function isWide(bytes: Buffer): boolean {
  return encodingOf(bytes) !== "utf-8";
}

function encodingOf(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  const n = Math.min(head.length - (head.length % 2), 512);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i++) if (head[i] === 0) i % 2 === 0 ? even++ : odd++;
  if (n >= 8 && odd > 0.35 * n && even < 0.02 * n) return "utf-16le";
  if (n >= 8 && even > 0.35 * n && odd < 0.02 * n) return "utf-16be";
  return "utf-8";
}

function decodeHead(head: Buffer, encoding: Encoding): string {
  // `stream` keeps a character cut by the end of the head from becoming a replacement character.
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/** Text with a NUL early on, or with more than a tenth of it undecodable or control characters. */
function isBinary(head: string): boolean {
  const beginning = head.slice(0, 4096);
  if (beginning.includes("\0")) return true;
  let odd = 0;
  for (let i = 0; i < beginning.length; i++) {
    const code = beginning.charCodeAt(i);
    if (code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13)) odd++;
  }
  return odd > beginning.length / 10;
}

/** Decided by the end of the header: the first line end outside quotes. */
function hasBareCr(head: string): boolean {
  let quoted = false;
  for (let i = 0; i < head.length; i++) {
    const c = head.charCodeAt(i);
    if (c === 0x22) quoted = !quoted;
    else if (!quoted && c === 0x0a) return false;
    else if (!quoted && c === 0x0d) return head.charCodeAt(i + 1) !== 0x0a;
  }
  return false;
}

/** How many bytes at the end belong to a character that goes on in the next chunk. */
function openSequence(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function firstBadByte(bytes: Buffer): number {
  const nul = bytes.indexOf(0);
  let low = 0;
  let high = bytes.length;
  // The longest valid beginning: cuts inside a character are allowed for by `openSequence`.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const part = bytes.subarray(0, middle);
    if (isUtf8(part.subarray(0, middle - openSequence(part)))) low = middle;
    else high = middle - 1;
  }
  return nul >= 0 && nul < low ? nul : low;
}
