import { UserError } from "../corpus/issue.ts";
import type { Store } from "./database.ts";
import { type Delimiter, firstRecords, sniffDelimiter } from "./delimited.ts";
import type { Inspection } from "./inspect.ts";
import { discoverJson, type JsonFile, type JsonLayout, jsonRows, type Page, SAMPLE_RECORDS } from "./json.ts";
import { type MendedCopy, mendTable, mendText } from "./mend.ts";
import { identifier, quote } from "./sql.ts";

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

/** A SELECT that gives `row` (spreadsheet row or null: then rows are in file order without gaps), `code` and the asked columns as `c<n>`. */
export interface Reading {
  readonly sql: string;
  /** Rows DuckDB must find, or null when that is not known beforehand. */
  readonly rowsExpected: number | null;
  /** Row of the first record where `row` is null. */
  readonly firstRow: number;
  readonly copy: MendedCopy | null;
}

/** Finds the columns of the file. `pages` say where formats keep the records of a JSON page. */
export async function openSource(store: Store, inspection: Inspection, pages: readonly Page[]): Promise<Source> {
  if (inspection.container === "json") {
    const { names, sample, layout } = discoverJson(inspection.head, inspection.headIsAll, pages);
    return { inspection, names, sample, delimiter: null, json: layout };
  }
  if (inspection.container === "parquet") return openParquet(store, inspection);
  const delimiter = sniffDelimiter(inspection.head);
  const records = firstRecords(inspection.head, delimiter, SAMPLE_RECORDS + 1);
  // The last record of a cut head may be cut itself.
  if (!inspection.headIsAll && records.length <= SAMPLE_RECORDS) records.pop();
  const [header = [], ...sample] = records;
  const names = header.map((name) => name.trim().toLowerCase());
  return { inspection, names, sample, delimiter, json: null };
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
    return { sql, rowsExpected: null, firstRow: 1, copy: null };
  }
  if (source.json !== null) {
    const { file, copy } = await readableJson(store, inspection, mend);
    return { sql: jsonRows(file, source.json, source.names, wanted), rowsExpected: null, firstRow: 1, copy };
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

/** The file itself, or a copy of it in clean UTF-8 where DuckDB would stumble. The caller removes the copy. */
export async function readableJson(
  store: Store,
  inspection: Inspection,
  mend = false,
): Promise<{ readonly file: JsonFile; readonly copy: MendedCopy | null }> {
  if (!mend && !inspection.byteOrderMark && !needsMending(inspection)) {
    return { file: { path: inspection.path, gzip: inspection.gzip }, copy: null };
  }
  const copy = await mendText(inspection, store.path);
  return { file: { path: copy.path, gzip: false }, copy };
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

function firstLine(error: unknown): string {
  return ((error as Error).message.split("\n")[0] ?? "").slice(0, 200);
}
