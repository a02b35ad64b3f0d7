/**
 * In which order should the rows and columns of a sparse table stand, so that those that go together stand together?
 *
 * Reciprocal averaging of places (the barycentre method: Sugiyama, Tagawa and Toda 1981, doi 10.1109/TSMC.1981.4308636): rows take the
 * mean place of their columns, columns the mean place of their rows, in turn. Starts from the given order and breaks ties by it, so the
 * same table always gives the same picture. O(rounds x cells). A good order, not the best one: that would take trying them all.
 */
const ROUNDS = 12;

export function seriate(
  cells: readonly (readonly [row: number, column: number, weight: number])[],
  rowCount: number,
  columnCount: number,
): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  let rows = Array.from({ length: rowCount }, (_, i) => i);
  let columns = Array.from({ length: columnCount }, (_, i) => i);
  for (let round = 0; round < ROUNDS; round++) {
    rows = byMeanPlace(
      rows,
      columns,
      cells.map(([row, column]) => [row, column]),
    );
    columns = byMeanPlace(
      columns,
      rows,
      cells.map(([row, column]) => [column, row]),
    );
  }
  return { rows, columns };
}

/** Things ordered by the mean place of what they go with; what goes with nothing keeps the end. */
function byMeanPlace(
  things: readonly number[],
  others: readonly number[],
  ties: readonly (readonly [thing: number, other: number])[],
): number[] {
  const place = new Map(others.map((other, index) => [other, index]));
  const sum = new Map<number, { total: number; count: number }>();
  for (const [thing, other] of ties) {
    const entry = sum.get(thing) ?? { total: 0, count: 0 };
    entry.total += place.get(other)!;
    entry.count += 1;
    sum.set(thing, entry);
  }
  const mean = (thing: number) => {
    const entry = sum.get(thing);
    return entry === undefined ? Number.POSITIVE_INFINITY : entry.total / entry.count;
  };
  return [...things].sort((x, y) => {
    const a = mean(x);
    const b = mean(y);
    return a < b ? -1 : a > b ? 1 : x - y;
  });
}
