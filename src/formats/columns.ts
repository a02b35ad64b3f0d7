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
 * True when a column of ids went through a spreadsheet or a float: `1.05E+18`, or most long numbers end in three zeros (by chance one
 * in a thousand does).
 */
export function idsDestroyed(values: readonly string[]): boolean {
  const given = values.map((value) => value.trim()).filter((value) => value !== "");
  if (given.some((value) => /^-?\d[\d.,]*e\+?\d+$/i.test(value))) return true;
  const long = given.filter((value) => /^\d{16,}(\.0)?$/.test(value));
  const rounded = long.filter((value) => /000(\.0)?$/.test(value));
  return long.length >= 3 && rounded.length > long.length / 2;
}
