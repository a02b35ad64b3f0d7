import { quote } from "./sql.ts";

/** Where a JSON page keeps its records, and which values of the page each record needs (column name to path in the page). */
export interface Page {
  readonly key: string;
  readonly context: Readonly<Record<string, string>>;
}

/** How the records lie in a JSON file. */
export interface JsonLayout {
  readonly duckdbFormat: "newline_delimited" | "array" | "unstructured";
  /** The page that each document is, or null when each document is a record. */
  readonly page: Page | null;
}

/** A file to read: the user's, or a mended copy. */
export interface JsonFile {
  readonly path: string;
  readonly gzip: boolean;
}

export interface JsonShape {
  readonly layout: JsonLayout;
  /** Paths of values met in the first records, with dots. */
  readonly names: readonly string[];
  readonly sample: readonly (readonly (string | null)[])[];
}

/** Records looked at before reading. */
export const SAMPLE_RECORDS = 200;
/** Deepest path that becomes a column. */
const MAX_DEPTH = 4;

/** Finds out from the beginning of a JSON file how its records lie and what they hold. */
export function discoverJson(head: string, headIsAll: boolean, pages: readonly Page[]): JsonShape {
  const start = head.trimStart();
  const { duckdbFormat, documents } = documentsOf(start, headIsAll);
  const page = pages.find(({ key }) => documents.some((value) => itemsAt(value, key) !== null)) ?? null;
  if (page !== null) {
    return shapeOf(
      { duckdbFormat, page },
      // A document that is no page is a record itself.
      documents.flatMap((value) => itemsAt(value, page.key) ?? [value]),
    );
  }
  if (duckdbFormat === "unstructured" && !headIsAll) {
    // One page longer than the head: no whole document, but the records behind the key can be cut out.
    for (const one of pages) {
      const at = new RegExp(`"${one.key}"\\s*:\\s*\\[`).exec(start);
      if (at === null) continue;
      return shapeOf({ duckdbFormat, page: one }, completeItems(start.slice(at.index + at[0].length - 1)));
    }
  }
  return shapeOf({ duckdbFormat, page: null }, documents);
}

/** SELECT of `row` (null), `code` and the wanted names as `c<n>`, one row for each record. */
export function jsonRows(
  file: JsonFile,
  layout: JsonLayout,
  names: readonly string[],
  wanted: readonly number[],
): string {
  const name = (column: number) => names[column] ?? "";
  const context = layout.page?.context ?? {};
  const own = wanted.filter((column) => context[name(column)] === undefined);
  const ofPage = wanted.filter((column) => context[name(column)] !== undefined);
  const paths = own.map((column) => quote(jsonPath(name(column))));
  const values = paths.length === 0 ? "null::varchar[]" : `json_extract_string(record, [${paths.join(", ")}])`;
  const cells = [
    ...own.map((column, i) => `, cell[${i + 1}] as c${column}`),
    ...ofPage.map((column) => `, page->>${quote(jsonPath(context[name(column)] ?? ""))} as c${column}`),
  ];
  const unreadable = "case when record is null or json_type(record) <> 'OBJECT' then 'record-unreadable' end";
  return `select null::uinteger as row, ${unreadable} as code${cells.join("")}
    from (select record, page, ${values} as cell from (${recordsOf(file, layout)}))`;
}

/** SELECT of the objects in an array of the page (`includes.users`) as `c0`, `c1`... by their keys. */
export function jsonPageItems(file: JsonFile, layout: JsonLayout, array: string, keys: readonly string[]): string {
  const items = `select unnest(json_extract(json, ${quote(`${jsonPath(array)}[*]`)})) as item from ${documentsIn(file, layout)}`;
  const cells = keys.map((key, i) => `item->>${quote(jsonPath(key))} as c${i}`);
  return `select ${cells.join(", ")} from (${items})`;
}

function recordsOf(file: JsonFile, layout: JsonLayout): string {
  const documents = documentsIn(file, layout);
  if (layout.page === null) return `select json as record, null as page from ${documents}`;
  const at = jsonPath(layout.page.key);
  const items = `case when json_type(json, ${quote(at)}) = 'ARRAY' then json_extract(json, ${quote(`${at}[*]`)}) else [json] end`;
  const page = Object.keys(layout.page.context).length === 0 ? "null" : "json";
  return `select unnest(${items}) as record, ${page} as page from ${documents}`;
}

function documentsIn(file: JsonFile, layout: JsonLayout): string {
  // `ignore_errors` is only possible line by line; a broken line then is a null record, and counted.
  const lenient = layout.duckdbFormat === "newline_delimited" ? ", ignore_errors=true" : "";
  return `read_json_objects(${quote(file.path)}, format='${layout.duckdbFormat}', compression='${file.gzip ? "gzip" : "uncompressed"}', maximum_object_size=536870912${lenient})`;
}

function jsonPath(name: string): string {
  const keys = name.split(".").map((key) => `."${key.replaceAll('"', "")}"`);
  return `$${keys.join("")}`;
}

function documentsOf(
  start: string,
  headIsAll: boolean,
): { duckdbFormat: JsonLayout["duckdbFormat"]; documents: unknown[] } {
  if (start.startsWith("[")) return { duckdbFormat: "array", documents: completeItems(start) };
  const lines = start.split("\n").slice(0, headIsAll ? undefined : -1);
  if (parsed(lines[0] ?? "") !== undefined) {
    return { duckdbFormat: "newline_delimited", documents: lines.map(parsed).filter((value) => value !== undefined) };
  }
  const whole = headIsAll ? parsed(start) : undefined;
  return { duckdbFormat: "unstructured", documents: whole === undefined ? completeItems(start) : [whole] };
}

function shapeOf(layout: JsonLayout, records: readonly unknown[]): JsonShape {
  const paths = new Set<string>();
  const some = records.slice(0, SAMPLE_RECORDS);
  for (const record of some) collectPaths(record, "", paths, 1);
  const sample = some.map((record) => [...paths].map((path) => textAt(record, path)));
  if (paths.size > 0) for (const name of Object.keys(layout.page?.context ?? {})) paths.add(name);
  return { layout, names: [...paths], sample };
}

function itemsAt(value: unknown, key: string): unknown[] | null {
  if (typeof value !== "object" || value === null) return null;
  const items = (value as Record<string, unknown>)[key];
  return Array.isArray(items) ? items : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The complete items of a JSON array whose text may be cut; also the complete objects that follow each other in a text. */
function completeItems(text: string): unknown[] {
  const items: unknown[] = [];
  const base = text.startsWith("[") ? 1 : 0;
  let depth = 0;
  let quoted = false;
  let from = base;
  for (let i = base; i < text.length && items.length < SAMPLE_RECORDS; i++) {
    const c = text[i];
    if (quoted) {
      if (c === "\\") i++;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === "{" || c === "[") {
      if (depth === 0) from = i;
      depth++;
    } else if (c === "}" || c === "]") {
      depth--;
      if (depth < 0) break;
      const item = depth === 0 ? parsed(text.slice(from, i + 1)) : undefined;
      if (item !== undefined) items.push(item);
    }
  }
  return items;
}

function collectPaths(value: unknown, prefix: string, into: Set<string>, depth: number): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    into.add(path);
    if (depth < MAX_DEPTH) collectPaths(inner, path, into, depth + 1);
  }
}

function textAt(record: unknown, path: string): string | null {
  let value: unknown = record;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | null | undefined)?.[key];
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
