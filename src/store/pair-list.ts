import { closeSync, openSync, writeSync } from "node:fs";
import type { Pairs } from "../corpus/pairs.ts";

/** Characters gathered before they are written. */
const PIECE = 1 << 18;

/**
 * Pairs as CSV, straight from typed columns: tens of millions of them never become rows of a table.
 * Columns: source, target, objects, coactions, median_delay_s.
 */
export function writePairList(path: string, pairs: Pairs, accountIds: readonly string[]): void {
  const ids = accountIds.map(csvCell);
  const file = openSync(path, "w");
  try {
    let piece = "source,target,objects,coactions,median_delay_s\n";
    for (let i = 0; i < pairs.count; i++) {
      piece += `${ids[pairs.a[i]!]},${ids[pairs.b[i]!]},${pairs.objects[i]},${pairs.coactions[i]},${pairs.medianGapMs[i]! / 1000}\n`;
      if (piece.length < PIECE) continue;
      writeSync(file, piece);
      piece = "";
    }
    writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}

function csvCell(text: string): string {
  const inert = /^[=+@\t\r-]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
