/** A text as an SQL literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as a quoted SQL identifier. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Numbers of rows as an SQL list. They come from the store itself, so they may stand in the text; an empty list matches nothing. */
export function numberList(numbers: Iterable<number>): string {
  return Array.from(numbers, (one) => String(Number(one))).join(",") || "null";
}
