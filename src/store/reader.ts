import { UserError } from "../corpus/issue.ts";
import type { Store } from "./database.ts";
import { type Delimiter, firstRecords, sniffDelimiter } from "./delimited.ts";
import type { Inspection } from "./inspect.ts";
import { type MendedCopy, mendTable, mendText } from "./mend.ts";

/**
 * A file as DuckDB will read it, whatever its container: named columns, each one SQL expression that gives text or null.
 *
 * CSV cells, JSON values at a path and Parquet columns all come as text, so that one mapping serves all three.
 */
export interface Source {
  readonly inspection: Inspection;
  /** Lower-case, trimmed, as in the header; JSON paths with dots ("author.username"). Empty when the file holds no record. */
  readonly names: readonly string[];
  /** A few records, as text by column, for looking at before reading. */
  readonly sample: readonly (readonly (string | null)[])[];
  readonly delimiter: Delimiter | null;
  /** JSON: how the records lie. */
  readonly json: JsonLayout | null;
}

interface JsonLayout {
  readonly duckdbFormat: "newline_delimited" | "array" | "unstructured";
  /** Path of the records inside each document (a page of an API), or null when each document is a record. */
  readonly recordsAt: string | null;
}

/** A SELECT that gives `row` (spreadsheet row or null: then rows are in file order without gaps), `code` and the asked columns as `c<n>`. */
export interface Reading {
  readonly sql: string;
  /** Rows DuckDB must find, or null when that is not known beforehand. */
  readonly rowsExpected: number | null;
  /** Row of the first record where `row` is null. */
  readonly firstRow: number;
  readonly copy: MendedCopy | null;
}

const SAMPLE_RECORDS = 200;

/** Finds the columns of the file. `pages` are paths at which formats keep their records. */
export async function openSource(store: Store, inspection: Inspection, pages: readonly string[]): Promise<Source> {
  if (inspection.container === "json") return openJson(inspection, pages);
  if (inspection.container === "parquet") return openParquet(store, inspection);
  const delimiter = sniffDelimiter(inspection.head);
  const records = firstRecords(inspection.head, delimiter, SAMPLE_RECORDS + 1);
  // The last record of a cut head may be cut itself.
  if (!inspection.headIsAll && records.length <= SAMPLE_RECORDS) records.pop();
  const [header = [], ...sample] = records;
  const names = header.map((name) => name.trim().toLowerCase());
  return { inspection, names, sample, delimiter, json: null };
}

function openJson(inspection: Inspection, pages: readonly string[]): Source {
  const { head, headIsAll } = inspection;
  const start = head.trimStart();
  let duckdbFormat: JsonLayout["duckdbFormat"] = "array";
  let documents: unknown[] = [];
  if (start.startsWith("[")) documents = completeItems(start);
  else {
    const lines = start.split("\n");
    const whole = lines.slice(0, headIsAll ? undefined : -1).map(parsed);
    if (whole[0] === undefined) {
      duckdbFormat = "unstructured";
      const one = headIsAll ? parsed(start) : undefined;
      documents = one === undefined ? completeItems(start) : [one];
    } else {
      duckdbFormat = "newline_delimited";
      documents = whole.filter((value) => value !== undefined);
    }
  }
  const page = pages.find((key) => documents.some((value) => isPage(value, key))) ?? null;
  let records = documents;
  if (page !== null) {
    records = documents.flatMap((value) =>
      isPage(value, page) ? ((value as Record<string, unknown>)[page] as unknown[]) : [],
    );
    // A single document longer than the head: its records are read from what follows the key.
    if (duckdbFormat === "unstructured" && records.length === 0) records = documents;
  } else if (duckdbFormat === "unstructured" && !headIsAll) {
    const key = pages.find((name) => new RegExp(`"${name}"\\s*:\\s*\\[`).test(start));
    if (key !== undefined) {
      const at = start.search(new RegExp(`"${key}"\\s*:\\s*\\[`));
      const items = completeItems(start.slice(start.indexOf("[", at)));
      return jsonSource(inspection, { duckdbFormat, recordsAt: key }, items);
    }
  }
  return jsonSource(inspection, { duckdbFormat, recordsAt: page }, records);
}

function jsonSource(inspection: Inspection, json: JsonLayout, records: readonly unknown[]): Source {
  const names = new Set<string>();
  const some = records.slice(0, SAMPLE_RECORDS);
  for (const record of some) collectPaths(record, "", names, 0);
  const paths = [...names];
  const sample = some.map((record) => paths.map((path) => textAt(record, path)));
  return { inspection, names: paths, sample, delimiter: null, json };
}

function isPage(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && Array.isArray((value as Record<string, unknown>)[key]);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The complete items of a JSON array whose text may be cut; also of a text that begins with one object. */
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
      if (depth === 0) {
        const item = parsed(text.slice(from, i + 1));
        if (item !== undefined) items.push(item);
      } else if (depth < 0) break;
    }
  }
  return items;
}

function collectPaths(value: unknown, prefix: string, into: Set<string>, depth: number): void {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    const path = prefix === "" ? key : `${prefix}.${key}`;
    into.add(path);
    if (depth < 4) collectPaths(inner, path, into, depth + 1);
  }
}

function textAt(record: unknown, path: string): string | null {
  let value: unknown = record;
  for (const key of path.split(".")) value = (value as Record<string, unknown> | null | undefined)?.[key];
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}

async function openParquet(store: Store, inspection: Inspection): Promise<Source> {
  const table = `read_parquet(${quote(inspection.path)})`;
  try {
    const columns = await store.rows<{ column_name: string }>(`describe select * from ${table}`);
    const cells = columns.map(({ column_name: name }) => `to_json(${identifier(name)})->>'$' as ${identifier(name)}`);
    const rows = await store.rows<Record<string, string | null>>(
      `select ${cells.join(", ")} from ${table} limit ${SAMPLE_RECORDS}`,
    );
    const sample = rows.map((row) => columns.map(({ column_name: name }) => row[name] ?? null));
    return { inspection, names: columns.map((c) => c.column_name), sample, delimiter: null, json: null };
  } catch (error) {
    throw new UserError(
      "file-damaged",
      `${inspection.path} is a damaged Parquet file (${firstLine(error)}); write it anew.`,
    );
  }
}

/** How DuckDB reads the wanted columns (positions in `names`) straight from the user's file, or from a mended copy of it. */
export async function planReading(
  store: Store,
  source: Source,
  wanted: readonly number[],
  mend: boolean,
): Promise<Reading> {
  const { inspection } = source;
  const cells = (expression: (column: number) => string) => wanted.map((c) => `, ${expression(c)} as c${c}`).join("");
  if (inspection.container === "parquet") {
    const name = (c: number) => identifier(source.names[c] ?? "");
    // Through JSON, so that lists, times and decimals come as text in one known form.
    const sql = `select null::uinteger as row, null::varchar as code${cells((c) => `to_json(${name(c)})->>'$'`)} from read_parquet(${quote(inspection.path)})`;
    return { sql, rowsExpected: null, firstRow: 2, copy: null };
  }
  if (source.json !== null) {
    const copy = mend || needsMending(inspection) ? await mendText(inspection, store.path) : null;
    return {
      sql: jsonSql(source, source.json, wanted, copy?.path ?? inspection.path),
      rowsExpected: null,
      firstRow: 1,
      copy,
    };
  }
  const delimiter = source.delimiter ?? ",";
  const width = source.names.length;
  const names = Array.from({ length: width }, (_, i) => `c${i}`);
  const common = `auto_detect=false, header=false, quote='"', escape='"', strict_mode=true, null_padding=false`;
  const layout = (columns: readonly string[]) => `columns={${columns.map((c) => `'${c}': 'varchar'`).join(", ")}}`;
  if (!mend && !needsMending(inspection) && !source.names.some((name) => name.includes("\n"))) {
    const compression = inspection.gzip ? "gzip" : "none";
    const sql = `select null::uinteger as row, null::varchar as code${cells((c) => `c${c}`)} from read_csv(${quote(inspection.path)}, delim=${quote(delimiter)}, skip=1, compression='${compression}', ${layout(names)}, ${common})`;
    return { sql, rowsExpected: inspection.lines - 1, firstRow: 2, copy: null };
  }
  const copy = await mendTable(inspection, delimiter, width, store.path);
  const sql = `select row::uinteger as row, nullif(code, '') as code${cells((c) => `c${c}`)} from read_csv(${quote(copy.path)}, delim=',', compression='none', max_line_size=8000000, ${layout(["row", "code", ...names])}, ${common})`;
  return { sql, rowsExpected: null, firstRow: 2, copy };
}

function needsMending(inspection: Inspection): boolean {
  return (
    inspection.encoding !== "utf-8" ||
    inspection.firstBadRow !== null ||
    inspection.bareCr ||
    inspection.blankLines ||
    // DuckDB would take the name for a pattern.
    /[*?[\]{}]/.test(inspection.path)
  );
}

function jsonSql(source: Source, json: JsonLayout, wanted: readonly number[], path: string): string {
  // `ignore_errors` is only possible line by line; a broken line then is a null record, and counted.
  const lenient = json.duckdbFormat === "newline_delimited" ? ", ignore_errors=true" : "";
  const documents = `read_json_objects(${quote(path)}, format='${json.duckdbFormat}', maximum_object_size=536870912${lenient})`;
  const records =
    json.recordsAt === null
      ? `select json as record from ${documents}`
      : `select unnest(case when json_type(json, ${quote(`$.${json.recordsAt}`)}) = 'ARRAY' then json_extract(json, ${quote(`$.${json.recordsAt}[*]`)}) else [json] end) as record from ${documents}`;
  const paths = wanted.map((c) => quote(jsonPath(source.names[c] ?? "")));
  const cells = wanted.map((c, i) => `, cell[${i + 1}] as c${c}`).join("");
  const values = paths.length === 0 ? "null::varchar[]" : `json_extract_string(record, [${paths.join(", ")}])`;
  return `select null::uinteger as row, case when record is null or json_type(record) <> 'OBJECT' then 'record-unreadable' end as code${cells} from (select record, ${values} as cell from (${records}))`;
}

function jsonPath(name: string): string {
  return `$${name
    .split(".")
    .map((key) => `."${key.replaceAll('"', "")}"`)
    .join("")}`;
}

/** A text as an SQL literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function firstLine(error: unknown): string {
  return ((error as Error).message.split("\n")[0] ?? "").slice(0, 200);
}
