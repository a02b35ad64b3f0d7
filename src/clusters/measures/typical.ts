/** Middle of the values that are known; null where none is. Upper of the two middle ones. */
export function middleOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).sort((left, right) => left - right);
  return known[known.length >> 1] ?? null;
}

/** Rows under the id of their cluster, in their order. */
export function rowsByCluster<Row extends { readonly clusterId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>();
  for (const row of rows) {
    const own = grouped.get(row.clusterId);
    if (own === undefined) grouped.set(row.clusterId, [row]);
    else own.push(row);
  }
  return grouped;
}

/** The value that most have, and how many do; of equals the first in order of text. */
export function commonest(values: Iterable<string>): { value: string; count: number } | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: { value: string; count: number } | null = null;
  for (const [value, count] of counts) {
    if (best === null || count > best.count || (count === best.count && value < best.value)) best = { value, count };
  }
  return best;
}
