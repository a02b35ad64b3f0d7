/**
 * How many items carry each pair of labels in two labelings of the same items.
 *
 * Cost: linear in items; memory in the number of distinct pairs that occur, so a thousand clusters against ten labels stay small.
 */
export interface Contingency {
  readonly items: number;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
  /** Cells that occur, in order of row then first appearance. */
  readonly cells: readonly Cell[];
}
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

/**
 * @param counts how many items each entry stands for; one each when left out
 * @throws when the labelings differ in length: they would not speak of the same items
 */
export function contingency(
  rows: readonly string[],
  columns: readonly string[],
  counts?: ArrayLike<number>,
): Contingency {
  if (rows.length !== columns.length) {
    throw new Error(`evaluate: labelings of ${rows.length} and ${columns.length} items cannot be compared`);
  }
  const rowIndex = new Map<string, number>();
  const columnIndex = new Map<string, number>();
  const rowTotals: number[] = [];
  const columnTotals: number[] = [];
  const lines: Map<number, number>[] = [];
  let items = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = numberOf(rowIndex, rows[i]!, rowTotals);
    const column = numberOf(columnIndex, columns[i]!, columnTotals);
    const count = counts?.[i] ?? 1;
    items += count;
    rowTotals[row]! += count;
    columnTotals[column]! += count;
    const line = lines[row] ?? new Map<number, number>();
    lines[row] = line;
    line.set(column, (line.get(column) ?? 0) + count);
  }
  const cells: Cell[] = [];
  lines.forEach((line, row) => {
    for (const [column, count] of line) cells.push({ row, column, count });
  });
  return {
    items,
    rowNames: [...rowIndex.keys()],
    columnNames: [...columnIndex.keys()],
    rowTotals,
    columnTotals,
    cells,
  };
}

function numberOf(index: Map<string, number>, name: string, totals: number[]): number {
  const known = index.get(name);
  if (known !== undefined) return known;
  index.set(name, totals.length);
  totals.push(0);
  return totals.length - 1;
}
