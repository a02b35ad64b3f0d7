/** A column by which a table can be sorted. Numbers sort by size, texts by code unit; ties keep the order of the case. */
export type SortKeys<T> = Readonly<Record<string, (row: T) => number | string>>;

/** Rows by a sort of the view, "-posts" or "posts"; an unknown one leaves the order as it is. */
export function sortRows<T>(rows: readonly T[], sort: string, keys: SortKeys<T>): readonly T[] {
  const name = sort.replace(/^-/, "");
  const key = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (key === undefined) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  return [...rows].sort((x, y) => {
    const a = key(x);
    const b = key(y);
    return a < b ? -sign : a > b ? sign : 0;
  });
}

/** What a click on a column head asks for: first its natural direction, then the other, then the order of the case. */
export function nextSort(sort: string, name: string, first: "-" | ""): string {
  const second = first === "-" ? "" : "-";
  if (sort === first + name) return second + name;
  return sort === second + name ? "" : first + name;
}

/** For `aria-sort`. */
export function sortDirection(sort: string, name: string): "ascending" | "descending" | undefined {
  if (sort === name) return "ascending";
  return sort === `-${name}` ? "descending" : undefined;
}
