import { closeSync, openSync, writeSync } from "node:fs";
import type { Pairs } from "../corpus/pairs.ts";

/** Bytes gathered before they are written. */
const PIECE = 1 << 22;
/** Room for one row beyond its two ids: four numbers and signs. */
const ROW_ROOM = 128;
const COMMA = 44;
const NEWLINE = 10;
const ZERO = 48;

/**
 * Pairs as CSV, straight from typed columns: tens of millions of them never become rows of a table, nor strings.
 * Columns: source, target, objects, coactions, median_delay_s.
 */
export function writePairList(path: string, pairs: Pairs, accountIds: readonly string[]): void {
  const { bytes, starts, longest } = encodeIds(accountIds);
  const file = openSync(path, "w");
  const piece = Buffer.allocUnsafe(PIECE + 2 * longest + ROW_ROOM);
  let used = piece.write("source,target,objects,coactions,median_delay_s\n", 0, "latin1");
  const { a, b, objects, coactions, medianGapMs, count } = pairs;
  try {
    for (let i = 0; i < count; i++) {
      // Written out twice: a call for each id costs more than the id.
      for (let at = starts[a[i]!]!, end = starts[a[i]! + 1]!; at < end; at++) piece[used++] = bytes[at]!;
      piece[used++] = COMMA;
      for (let at = starts[b[i]!]!, end = starts[b[i]! + 1]!; at < end; at++) piece[used++] = bytes[at]!;
      piece[used++] = COMMA;
      used = writeWhole(piece, used, objects[i]!);
      piece[used++] = COMMA;
      used = writeWhole(piece, used, coactions[i]!);
      piece[used++] = COMMA;
      used = writeSeconds(piece, used, medianGapMs[i]!);
      piece[used++] = NEWLINE;
      if (used < PIECE) continue;
      writeSync(file, piece, 0, used);
      used = 0;
    }
    writeSync(file, piece, 0, used);
  } finally {
    closeSync(file);
  }
}

/** All ids as one run of bytes. */
function encodeIds(ids: readonly string[]): { bytes: Buffer; starts: Uint32Array; longest: number } {
  const cells = ids.map((one) => Buffer.from(csvCell(one)));
  const starts = new Uint32Array(cells.length + 1);
  let longest = 0;
  for (const [i, cell] of cells.entries()) {
    starts[i + 1] = starts[i]! + cell.length;
    longest = Math.max(longest, cell.length);
  }
  return { bytes: Buffer.concat(cells), starts, longest };
}

/** Digits of a whole number below 2^32. Returns the new end. */
function writeWhole(into: Buffer, at: number, value: number): number {
  if (value < 10) {
    into[at] = ZERO + value;
    return at + 1;
  }
  let digits = 2;
  for (let limit = 100; value >= limit; limit *= 10) digits++;
  let rest = value;
  for (let i = at + digits - 1; i >= at; i--) {
    const tenth = Math.floor(rest / 10);
    into[i] = ZERO + rest - tenth * 10;
    rest = tenth;
  }
  return at + digits;
}

/** Whole seconds digit by digit; anything else as JavaScript writes it. */
function writeSeconds(into: Buffer, at: number, ms: number): number {
  const seconds = ms / 1000;
  if (Number.isInteger(seconds) && seconds < 2 ** 32) return writeWhole(into, at, seconds);
  return at + into.write(String(seconds), at, "latin1");
}

function csvCell(text: string): string {
  const inert = /^[=+@\t\r-]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
