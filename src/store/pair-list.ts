import { closeSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import type { PairRows } from "../corpus/pair-rows.ts";

/** Bytes gathered before they are written. */
const PIECE = 1 << 22;
/** Room for one row beyond its two ids: six numbers and signs. */
const ROW_ROOM = 160;
const COMMA = 44;
const NEWLINE = 10;
const POINT = 46;
const ZERO = 48;
const HEADER = "source,target,objects,coactions,mean_delay_s,median_delay_s,posts_source,posts_target\n";

/**
 * Pairs as CSV, straight from typed columns: tens of millions of them never become rows of a table, nor strings. Delays are rounded
 * to the millisecond. The file has its name only once it is whole.
 */
export class PairListFile {
  /** Rows written. */
  rows = 0;
  private readonly ids: Buffer;
  private readonly starts: Uint32Array;
  private readonly piece: Buffer;
  private readonly file: number;
  private readonly half: string;
  private used = 0;

  constructor(
    private readonly path: string,
    accountIds: readonly string[],
  ) {
    const { bytes, starts, longest } = encodeIds(accountIds);
    this.ids = bytes;
    this.starts = starts;
    this.piece = Buffer.allocUnsafe(PIECE + 2 * longest + ROW_ROOM);
    this.half = `${path}.tmp`;
    this.file = openSync(this.half, "w");
    this.used = this.piece.write(HEADER, 0, "latin1");
  }

  /** @param isKept by account: a pair stays when either of its accounts does; every pair when left out */
  write(pairs: PairRows, isKept?: Uint8Array): void {
    const { a, b, objects, coactions, meanGapMs, medianGapMs, postsA, postsB, count } = pairs;
    const { ids, starts, piece } = this;
    let used = this.used;
    for (let i = 0; i < count; i++) {
      if (isKept !== undefined && isKept[a[i]!] === 0 && isKept[b[i]!] === 0) continue;
      this.rows++;
      // Written out twice: a call for each id costs more than the id.
      for (let at = starts[a[i]!]!, end = starts[a[i]! + 1]!; at < end; at++) piece[used++] = ids[at]!;
      piece[used++] = COMMA;
      for (let at = starts[b[i]!]!, end = starts[b[i]! + 1]!; at < end; at++) piece[used++] = ids[at]!;
      piece[used++] = COMMA;
      used = writeWhole(piece, used, objects[i]!);
      piece[used++] = COMMA;
      used = writeWhole(piece, used, coactions[i]!);
      piece[used++] = COMMA;
      used = writeSeconds(piece, used, meanGapMs[i]!);
      piece[used++] = COMMA;
      used = writeSeconds(piece, used, medianGapMs[i]!);
      piece[used++] = COMMA;
      used = writeWhole(piece, used, postsA[i]!);
      piece[used++] = COMMA;
      used = writeWhole(piece, used, postsB[i]!);
      piece[used++] = NEWLINE;
      if (used < PIECE) continue;
      writeAll(this.file, piece, used);
      used = 0;
    }
    this.used = used;
  }

  finish(): void {
    writeAll(this.file, this.piece, this.used);
    closeSync(this.file);
    renameSync(this.half, this.path);
  }

  /** Leaves nothing behind, after an error. */
  discard(): void {
    closeSync(this.file);
    rmSync(this.half, { force: true });
  }
}

function writeAll(file: number, bytes: Buffer, length: number): void {
  for (let from = 0; from < length; ) from += writeSync(file, bytes, from, length - from);
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

/** A delay, never negative: whole seconds digit by digit, up to three digits after the point without trailing zeros. */
function writeSeconds(into: Buffer, at: number, ms: number): number {
  const rounded = Math.round(ms);
  const seconds = Math.floor(rounded / 1000);
  if (seconds >= 2 ** 32) return at + into.write(String(rounded / 1000), at, "latin1");
  let end = writeWhole(into, at, seconds);
  let rest = rounded - seconds * 1000;
  if (rest === 0) return end;
  into[end++] = POINT;
  for (let unit = 100; rest > 0; unit /= 10) {
    const digit = Math.floor(rest / unit);
    into[end++] = ZERO + digit;
    rest -= digit * unit;
  }
  return end;
}

function csvCell(text: string): string {
  const inert = /^[=+@\t\r-]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
