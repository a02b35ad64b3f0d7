import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { DelimitedReader, type Delimiter } from "./delimited.ts";
import type { Inspection } from "./inspect.ts";

/**
 * A repaired copy of a file that DuckDB would refuse or misread: UTF-16, undecodable bytes, bare carriage returns, ragged rows,
 * blank lines, giant cells. The user's file is not touched; the copy is removed by `remove`.
 */
export interface MendedCopy {
  readonly path: string;
  /** The opening quote of the last cell, whose record began in this row, was never closed. Null: all is well. */
  readonly openQuoteRow: number | null;
  remove(): Promise<void>;
}

/** Records longer than this many characters are set aside, not read: a post is never that long. */
export const MAX_RECORD_LENGTH = 1_000_000;

/** Codes that the mended copy gives to rows it cannot take, with what the user is told. */
export const MEND_REASONS: Readonly<Record<string, string>> = {
  "row-ragged": "The row has more cells than the header.",
  "row-too-long": "The row is longer than a million characters.",
};

/**
 * Writes the records behind the header as clean CSV: `row, code, cell, cell...`, every cell quoted, UTF-8, LF. `code` is empty or a
 * key of `MEND_REASONS`, and then the cells are empty. Missing cells at the end of a row are empty. Cost: one pass, one record of memory.
 */
export async function mendTable(
  inspection: Inspection,
  delimiter: Delimiter,
  columns: number,
  besideStore: string,
): Promise<MendedCopy> {
  const empty = ",".repeat(columns);
  return writeCopy(inspection, besideStore, ".csv", (write) => {
    let lastRow = 1;
    const reader = new DelimitedReader(delimiter, MAX_RECORD_LENGTH, (cells, row) => {
      lastRow = row;
      if (row === 1) return;
      if (cells === null) write(`${row},row-too-long${empty}\n`);
      else if (cells.length === 1 && cells[0] === "" && columns > 1) return;
      else if (cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== "")) {
        write(`${row},row-ragged${empty}\n`);
      } else {
        let line = `${row},`;
        for (let i = 0; i < columns; i++) line += `,"${(cells[i] ?? "").replaceAll('"', '""')}"`;
        write(`${line}\n`);
      }
    });
    return { take: (text) => reader.take(text), finish: () => (reader.finish() ? lastRow : null) };
  });
}

/** Writes the same text as clean UTF-8, for JSON. */
export async function mendText(inspection: Inspection, besideStore: string): Promise<MendedCopy> {
  return writeCopy(inspection, besideStore, ".json", (write) => ({ take: write, finish: () => null }));
}

interface Rewriter {
  take(text: string): void;
  /** Row of a quote left open, or null. */
  finish(): number | null;
}

async function writeCopy(
  inspection: Inspection,
  besideStore: string,
  extension: string,
  rewriter: (write: (text: string) => void) => Rewriter,
): Promise<MendedCopy> {
  const folder = await mkdtemp(join(besideStore === ":memory:" ? tmpdir() : dirname(besideStore), ".marionet-mended-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, `copy${extension}`);
    let openQuoteRow: number | null = null;
    const lines = async function* () {
      let out: string[] = [];
      let length = 0;
      const rewrite = rewriter((text) => {
        out.push(text);
        length += text.length;
      });
      const drain = () => {
        const text = out.join("");
        out = [];
        length = 0;
        return text;
      };
      for await (const text of decoded(inspection)) {
        rewrite.take(text);
        if (length > 65_536) yield drain();
      }
      openQuoteRow = rewrite.finish();
      yield drain();
    };
    const sink = createWriteStream(path);
    await new Promise<void>((done, fail) => {
      Readable.from(lines()).on("error", fail).pipe(sink).on("error", fail).on("finish", done);
    });
    return { path, openQuoteRow, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The file as text in pieces: unpacked, without byte order mark, undecodable bytes and NUL as U+FFFD. */
async function* decoded(inspection: Inspection): AsyncGenerator<string> {
  const disk = createReadStream(inspection.path, { highWaterMark: 256 * 1024 });
  const source = inspection.gzip ? disk.pipe(createGunzip()) : disk;
  if (inspection.gzip) disk.on("error", (error) => source.destroy(error));
  const decoder = new TextDecoder(inspection.encoding);
  for await (const chunk of source as AsyncIterable<Buffer>) {
    yield decoder.decode(chunk, { stream: true }).replaceAll("\0", "\ufffd");
  }
  yield decoder.decode().replaceAll("\0", "\ufffd");
}
