import type { Source } from "../store/reader.ts";
import type { Cell } from "./format.ts";

/** The columns of one file as formats ask for them; remembers which were asked for, as only those are read. */
export interface ColumnPicker {
  readonly cell: Cell;
  readonly intact: Cell;
  readonly wanted: ReadonlySet<number>;
  /** Columns passed over by `intact`. */
  readonly destroyed: ReadonlySet<string>;
}

export function pickColumns(source: Source): ColumnPicker {
  const position = new Map<string, number>();
  for (const [i, name] of source.names.entries()) {
    // Of two columns with one name the first counts, as in a spreadsheet formula.
    const key = name.toLowerCase();
    if (!position.has(key)) position.set(key, i);
  }
  const wanted = new Set<number>();
  const destroyed = new Set<string>();
  const take = (column: number): string => {
    wanted.add(column);
    return `nullif(c${column}, '')`;
  };
  const cell: Cell = (...names) => {
    for (const name of names) {
      const column = position.get(name.toLowerCase());
      if (column !== undefined) return take(column);
    }
    return undefined;
  };
  const intact: Cell = (...names) => {
    for (const name of names) {
      const column = position.get(name.toLowerCase());
      if (column === undefined) continue;
      if (!idsDestroyed(source.sample.map((record) => record[column] ?? ""))) return take(column);
      destroyed.add(name);
    }
    return undefined;
  };
  return { cell, intact, wanted, destroyed };
}

/**
 * True when most long numbers in a column of ids went through a spreadsheet or a float: written `1.05E+18`, or ending in three zeros
 * (by chance one in a thousand does). A few such ids among whole ones are left to `idOf`, row by row.
 */
export function idsDestroyed(values: readonly string[]): boolean {
  const long = values.map((value) => value.trim()).filter((value) => /^\d{16,}(\.0)?$|^\d[\d.,]*e\+\d+$/i.test(value));
  const destroyed = long.filter((value) => /000(\.0)?$|e\+\d+$/i.test(value));
  return long.length >= 2 && destroyed.length > long.length / 2;
}
