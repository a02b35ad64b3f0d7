import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Table } from "../peers/table.ts";
import { csvCell } from "../text/csv-cell.ts";

/** Characters gathered before they are written. */
const PIECE = 1 << 20;

/** Writes a table of a parity run into the folder, row by row. Returns how many rows it has, the header not counted. */
export function writePeerTable(folder: string, table: Table): number {
  const path = join(folder, table.path);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "w");
  let rows = 0;
  try {
    let piece = `${table.columns.join(",")}\n`;
    for (const row of table.rows()) {
      piece += `${row.map((cell) => (typeof cell === "number" ? String(cell) : csvCell(cell))).join(",")}\n`;
      rows++;
      if (piece.length < PIECE) continue;
      writeSync(file, piece);
      piece = "";
    }
    writeSync(file, piece);
  } finally {
    closeSync(file);
  }
  return rows;
}
