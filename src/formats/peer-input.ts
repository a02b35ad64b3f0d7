import { type Issue, UserError } from "../corpus/issue.ts";
import type { Progress } from "../corpus/progress.ts";
import type { Store } from "../store/database.ts";
import { fileRows, recordFile, rejectedByReason } from "../store/files.ts";
import { inspectFile } from "../store/inspect.ts";
import { MEND_REASONS } from "../store/mend.ts";
import { openSource, type Source } from "../store/reader.ts";
import { INPUT_TABLES } from "../store/schema.ts";
import { moveRejects, type StagedFile, stageRows } from "../store/staging.ts";
import { CATALOGUE } from "./catalogue.ts";
import { pickColumns } from "./columns.ts";
import { detectFormat, missingOf } from "./detect.ts";
import { type Intake, type IntakeOptions, readInputs } from "./intake.ts";
import { PEER_TABLES, type PeerTable } from "./peer-tables.ts";
import { bytesRemark, emptinessOf } from "./remarks.ts";
import { readRows } from "./rows.ts";

/** What a parity run reads: a peer's own table as it stands, or posts as Marionet reads any export. */
export interface PeerInput
  extends Pick<Intake, "rowsRead" | "rowsKept" | "rowsRejected" | "rejectedByReason" | "issues"> {
  /** Where the rows are now: columns of the peer's table in `stage`, or Marionet's in `posts` and `accounts`. */
  readonly layout: PeerTable["name"] | "posts";
  readonly files: readonly {
    readonly path: string;
    readonly sha256: string;
    readonly bytes: number;
    readonly format: string;
    readonly role: string;
    readonly rowsRead: number;
    readonly rowsKept: number;
    readonly rowsRejected: number;
  }[];
}

/**
 * Reads the user's files for a parity run. Tables in the layout of `own` are taken row by row as the peer takes them: ids as written,
 * repeated posts and times of any year kept, seconds with their fraction. Any other export goes Marionet's own way (`readInputs`).
 *
 * @param own layouts that the peer at hand reads itself
 * @throws UserError when a file cannot be read, or files of both kinds are given
 */
export async function readPeerInput(
  store: Store,
  files: readonly string[],
  own: readonly PeerTable["name"][],
  options: Pick<IntakeOptions, "format" | "map">,
  progress: Progress,
): Promise<PeerInput> {
  if (files.length === 0)
    throw new UserError("input-none", "No input file was given; name at least one file of posts.");
  const sources: Source[] = [];
  for (const path of files) {
    progress.stage(`looking at ${path}`);
    sources.push(await openSource(store, await inspectFile(path), []));
  }
  // An empty file has no layout; what it is does not matter.
  const layouts = new Set(
    sources.filter((source) => emptinessOf(source) === null).map((source) => layoutOf(source, own, options)),
  );
  if (layouts.size > 1) {
    throw new UserError(
      "layouts-mixed",
      `The files are not of one layout (${[...layouts].map((one) => one?.name ?? "other exports").join(", ")}): a parity run reads files of one kind, so analyse them apart.`,
    );
  }
  const [table] = layouts;
  if (table === undefined || table === null) {
    const intake = await readInputs(store, files, options, progress);
    return { ...intake, layout: "posts" };
  }
  return readOwnTables(store, sources, table, progress);
}

/** The peer's table that a file holds, or null for any other export. */
function layoutOf(
  source: Source,
  own: readonly PeerTable["name"][],
  options: Pick<IntakeOptions, "format" | "map">,
): PeerTable | null {
  // Columns that the user names are Marionet's, and read as those are.
  if (Object.keys(options.map ?? {}).length > 0) return null;
  const name = options.format ?? detectFormat(source, CATALOGUE)?.format.name;
  const table = PEER_TABLES.find((one) => one.name === name && own.includes(one.name));
  if (table === undefined) return null;
  const format = CATALOGUE.find((one) => one.name === name)!;
  return missingOf(format, new Set(source.names)).length === 0 ? table : null;
}

async function readOwnTables(
  store: Store,
  sources: readonly Source[],
  table: PeerTable,
  progress: Progress,
): Promise<PeerInput> {
  await store.run(INPUT_TABLES);
  const columns = Object.entries(table.columns).map(([name, type]) => `, "${name}" ${type}`);
  await store.run(`create or replace temp table stage (file usmallint, row uinteger, code varchar${columns.join("")})`);
  const issues: Issue[] = [];
  const parts: (StagedFile & { readonly source: Source })[] = [];
  let rowsRead = 0;
  for (const [file, source] of sources.entries()) {
    const empty = emptinessOf(source);
    if (empty !== null) issues.push(empty);
    progress.stage(`reading ${source.inspection.path}`);
    const picker = pickColumns(source);
    const { cells, faults } = table.read(picker.cell);
    const wanted = [...picker.wanted].sort((a, b) => a - b);
    const given = Object.entries(cells).map(([name, sql]) => `${sql} as "${name}"`);
    const fault = faults.map(({ code, when }) => `when ${when} then '${code}'`).join(" ");
    const select = (reading: string) =>
      `select ${file}::usmallint as file, row, coalesce(code, ${fault === "" ? "null" : `case ${fault} end`}) as code, * exclude (row, code)
       from (select row, code, ${given.join(", ")} from (${reading}))`;
    const taken =
      empty === null
        ? await readRows(store, source, wanted, (reading) => stageRows(store, select(reading)))
        : { added: 0, firstRow: 1, openQuoteRow: null };
    parts.push({ file, from: rowsRead, to: rowsRead + taken.added, firstRow: taken.firstRow, source });
    rowsRead += taken.added;
    issues.push(...bytesRemark(source, taken.openQuoteRow));
    progress.advance(taken.added);
  }
  const reasons = new Map([...Object.entries(MEND_REASONS), ...Object.entries(table.reasons)]);
  const rowsRejected = await moveRejects(store, parts, reasons);
  for (const { file, from, to, source } of parts) {
    await recordFile(store, file, source.inspection, table.name, "posts", to - from);
  }
  const rejected = await rejectedByReason(store);
  if (rowsRejected === rowsRead) {
    throw new UserError(
      "rows-none-kept",
      `Not one row of ${sources[0]!.inspection.path} could be used (${rejected[0]?.reason ?? "it holds no rows"}).`,
    );
  }
  issues.push(...(await table.remarks(store)));
  return {
    ...{ layout: table.name, files: await fileRows(store), rowsRead, rowsKept: rowsRead - rowsRejected, rowsRejected },
    ...{ rejectedByReason: rejected, issues },
  };
}
