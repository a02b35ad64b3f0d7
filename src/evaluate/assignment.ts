/**
 * Which row goes with which column so that the total worth is greatest, each used at most once?
 *
 * Hungarian method with potentials and shortest augmenting paths (Kuhn 1955, doi 10.1002/nav.3800020109; Jonker and Volgenant 1987,
 * doi 10.1007/BF02278710). Cost O(r^2 c) for r <= c. Ties are broken by the lower column, so the answer is the same on every run.
 *
 * @param worth worth[row][column], finite; the rows all of one length
 * @returns for each row its column, or -1 when there are fewer columns than rows and the row is left over
 */
export function bestAssignment(worth: readonly (readonly number[])[]): number[] {
  const rows = worth.length;
  const columns = worth[0]?.length ?? 0;
  if (rows === 0 || columns === 0) return new Array<number>(rows).fill(-1);
  if (rows > columns) {
    const turned = Array.from({ length: columns }, (_, c) => worth.map((row) => row[c]!));
    const result = new Array<number>(rows).fill(-1);
    bestAssignment(turned).forEach((row, column) => {
      result[row] = column;
    });
    return result;
  }
  // Index 0 is a sentinel in every array below.
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowAt = new Int32Array(columns + 1);
  const before = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    rowAt[0] = row;
    let column = 0;
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(columns + 1);
    do {
      done[column] = 1;
      const at = rowAt[column]!;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let c = 1; c <= columns; c++) {
        if (done[c]) continue;
        const reduced = -worth[at - 1]![c - 1]! - rowPotential[at]! - columnPotential[c]!;
        if (reduced < slack[c]!) {
          slack[c] = reduced;
          before[c] = column;
        }
        if (slack[c]! < delta) {
          delta = slack[c]!;
          next = c;
        }
      }
      for (let c = 0; c <= columns; c++) {
        if (done[c]) {
          rowPotential[rowAt[c]!]! += delta;
          columnPotential[c]! -= delta;
        } else slack[c]! -= delta;
      }
      column = next;
    } while (rowAt[column] !== 0);
    while (column !== 0) {
      const previous = before[column]!;
      rowAt[column] = rowAt[previous]!;
      column = previous;
    }
  }
  const result = new Array<number>(rows).fill(-1);
  for (let c = 1; c <= columns; c++) if (rowAt[c] !== 0) result[rowAt[c]! - 1] = c - 1;
  return result;
}
