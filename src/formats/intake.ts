import { type Issue, UserError } from "../corpus/issue.ts";
import type { Progress } from "../corpus/progress.ts";
import type { Store } from "../store/database.ts";
import { type Inspection, inspectFile } from "../store/inspect.ts";
import { MEND_REASONS } from "../store/mend.ts";
import { openSource, planReading, type Source } from "../store/reader.ts";
import { INPUT_TABLES } from "../store/schema.ts";
import {
  createStage,
  moveRejects,
  type StagedFile,
  settleDuplicates,
  settlePosts,
  stageRows,
} from "../store/staging.ts";
import { CATALOGUE } from "./catalogue.ts";
import { pickColumns } from "./columns.ts";
import { detectFormat, missingOf } from "./detect.ts";
import type { Format, PostMapping } from "./format.ts";
import { generic } from "./generic.ts";
import { listColumns, overrideMapping } from "./override.ts";
import { REJECT_REASONS, stageSelection } from "./selection.ts";

export interface IntakeOptions {
  /** Name of a format, instead of detection. */
  readonly format?: string;
  /** Column of the normal form to column of the file, beats the format's choice. */
  readonly map?: Readonly<Record<string, string>>;
  /** Path of a file of accounts. */
  readonly accounts?: string;
  /** Path of a file of indicators of sites. */
  readonly indicators?: string;
}

/** One file of the user as the manifest records it. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: string;
  /** Share of the format's columns found, 0 to 1; 1 when the user named the format. */
  readonly confidence: number;
  readonly role: "posts" | "accounts" | "indicators";
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsRejected: number;
}

/** What was taken in. `rowsRead` = `rowsKept` + `rowsRejected`, over the files of posts. */
export interface Intake {
  readonly files: readonly InputFile[];
  readonly posts: number;
  readonly accounts: number;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly rowsRejected: number;
  readonly rejectedByReason: readonly { readonly code: string; readonly reason: string; readonly rows: number }[];
  readonly issues: readonly Issue[];
  readonly hasText: boolean;
  /** Grain of the coarsest file's times: 60,000 when all of them fall on whole minutes. */
  readonly timeResolutionMs: number;
}

interface Taken {
  readonly inspection: Inspection;
  readonly format: Format;
  readonly confidence: number;
  readonly staged: StagedFile;
}

/**
 * Reads the user's files into `files`, `accounts`, `posts`, `rejects` and `indicators` of the store, which it creates.
 *
 * Bad rows are set aside with a reason and counted; a file that cannot be read at all, or whose columns fit no format, ends the
 * command with a `UserError`. The same files give the same tables whatever the number of threads.
 */
export async function readInputs(
  store: Store,
  files: readonly string[],
  options: IntakeOptions,
  progress: Progress,
): Promise<Intake> {
  if (files.length === 0)
    throw new UserError("input-none", "No input file was given; name at least one file of posts.");
  await store.run(INPUT_TABLES);
  await createStage(store);
  const issues: Issue[] = [];
  const reasons = new Map<string, string>([...Object.entries(REJECT_REASONS), ...Object.entries(MEND_REASONS)]);
  const taken: Taken[] = [];
  let from = 0;
  for (const [file, path] of files.entries()) {
    progress.stage(`reading ${path}`);
    const inspection = await inspectFile(path);
    const source = await openSource(store, inspection, pagesOf(CATALOGUE));
    const fault = emptinessOf(source);
    if (fault !== null) {
      issues.push(fault);
      await noteFile(store, file, inspection, "none", "posts");
      continue;
    }
    const { format, confidence, mapping, wanted, destroyed } = chooseMapping(source, options);
    for (const one of mapping.junk ?? []) reasons.set(one.code, one.reason);
    const { added, firstRow, openQuoteRow } = await stageFile(store, source, format, mapping, wanted, file);
    taken.push({ inspection, format, confidence, staged: { file, from, to: from + added, firstRow } });
    from += added;
    issues.push(...sourceIssues(source, format, destroyed, openQuoteRow));
    progress.advance(added);
    await noteFile(store, file, inspection, format.name, "posts");
  }
  if (taken.length === 0) {
    throw new UserError("input-empty", `${issues[0]?.message ?? "The input is empty."} There is nothing to analyse.`);
  }
  progress.stage("settling posts", from);
  const staged = taken.map((one) => one.staged);
  const duplicates = await settleDuplicates(store);
  issues.push(...(await stageIssues(store, taken, duplicates)));
  const rowsRejected = await moveRejects(store, staged, reasons);
  const settled = await settlePosts(store, staged);
  if (settled.posts === 0) throw await nothingKept(store, taken);
  return summarise(store, taken, settled, from, rowsRejected, issues);
}

function pagesOf(catalogue: readonly Format[]): string[] {
  return catalogue.flatMap((format) => (format.page === undefined ? [] : [format.page]));
}

function emptinessOf(source: Source): Issue | null {
  const { path, bytes, container, lines, head, headIsAll } = source.inspection;
  const issue = (code: string, message: string): Issue => ({ code, severity: "warning", file: path, message });
  if (bytes === 0 || (container === "table" && headIsAll && head.trim() === "")) {
    return issue("file-empty", `${path} is empty.`);
  }
  if (container === "table" && headIsAll && source.sample.length === 0 && lines <= 1) {
    return issue("file-header-only", `${path} has a header but no row behind it.`);
  }
  if (container === "json" && headIsAll && source.names.length === 0 && /^\s*(\[\s*\]|\{\s*\})\s*$/.test(head)) {
    return issue("file-empty", `${path} holds no record.`);
  }
  return null;
}

interface Choice {
  readonly format: Format;
  readonly confidence: number;
  readonly mapping: PostMapping;
  readonly wanted: readonly number[];
  readonly destroyed: ReadonlySet<string>;
}

/** The format and its mapping for this file; a `UserError` when author, time or content cannot be found. */
function chooseMapping(source: Source, options: IntakeOptions): Choice {
  const { path } = source.inspection;
  const map = options.map ?? {};
  const found =
    options.format === undefined ? detectFormat(source, CATALOGUE) : { format: named(options.format), confidence: 1 };
  const names = new Set(source.names.map((name) => name.toLowerCase()));
  const format = found?.format ?? generic;
  const picker = pickColumns(source);
  const chosen = overrideMapping(format.map(picker.cell, picker.intact), map, picker.cell, path, source.names);
  const columns = `its columns are ${listColumns(source.names)}`;
  const cure = `name the columns with --map, for example --map account_id=author,time=date,text=body; ${columns}`;
  if (source.names.length === 0) {
    throw new UserError(
      "json-broken",
      `${path} begins like JSON but no record of it can be read; check that it is whole.`,
    );
  }
  if (options.format !== undefined && Object.keys(map).length === 0) {
    const missing = missingOf(format, names);
    if (missing.length > 0) {
      throw new UserError(
        "format-columns-missing",
        `${path} is not in the format ${format.name}: it lacks ${missing.join(", ")}; ${columns}.`,
      );
    }
  }
  if (chosen.timeMs === undefined)
    throw new UserError("time-column-missing", `${path} has no column of times; ${cure}.`);
  if (chosen.accountId === undefined)
    throw new UserError("account-column-missing", `${path} has no column of accounts; ${cure}.`);
  const { text, urls, targetPostId, targetAccountId, objectId } = chosen;
  if ([text, urls, targetPostId, targetAccountId, objectId].every((one) => one === undefined)) {
    throw new UserError("content-column-missing", `${path} has no column of texts, links or targets; ${cure}.`);
  }
  const wanted = [...picker.wanted].sort((a, b) => a - b);
  return { format, confidence: found?.confidence ?? 0, mapping: chosen, wanted, destroyed: picker.destroyed };
}

function named(name: string): Format {
  const format = CATALOGUE.find((one) => one.name === name);
  if (format !== undefined) return format;
  const known = CATALOGUE.map((one) => one.name).join(", ");
  throw new UserError("format-unknown", `There is no format "${name}"; --format takes ${known}.`);
}

interface StagedResult {
  readonly added: number;
  readonly firstRow: number;
  readonly openQuoteRow: number | null;
}

/**
 * Straight from the file when DuckDB reads as many rows as the file has lines; else (it refused, or would shift rows) from a mended copy.
 */
async function stageFile(
  store: Store,
  source: Source,
  format: Format,
  mapping: PostMapping,
  wanted: readonly number[],
  file: number,
): Promise<StagedResult> {
  for (const mend of [false, true]) {
    const reading = await planReading(store, source, wanted, mend);
    try {
      await store.run("begin");
      const added = await stageRows(store, stageSelection(file, format, mapping, reading.sql));
      if (reading.rowsExpected === null || reading.rowsExpected === added) {
        await store.run("commit");
        return { added, firstRow: reading.firstRow, openQuoteRow: reading.copy?.openQuoteRow ?? null };
      }
      await store.run("rollback");
    } catch (error) {
      await store.run("rollback");
      if (source.json !== null) {
        const where = /at byte \d+ in (line|record\/value) \d+/.exec((error as Error).message)?.[0];
        throw new UserError(
          "json-broken",
          `${source.inspection.path} is not valid JSON${where === undefined ? "" : ` (${where})`}; check that it is whole.`,
        );
      }
      if (reading.copy !== null) throw error;
    } finally {
      await reading.copy?.remove();
    }
  }
  throw new Error(`formats/intake: the mended copy of ${source.inspection.path} lost rows`);
}

function sourceIssues(
  source: Source,
  format: Format,
  destroyed: ReadonlySet<string>,
  openQuoteRow: number | null,
): Issue[] {
  const { path: file, firstBadRow } = source.inspection;
  const issues: Issue[] = (format.notes ?? []).map((note) => ({
    code: "format-note",
    severity: "note",
    file,
    message: note,
  }));
  if (firstBadRow !== null) {
    const message = `${file} holds bytes that are not UTF-8 text, first in row ${firstBadRow}; they were replaced by U+FFFD.`;
    issues.push({ code: "bytes-undecodable", severity: "warning", file, row: firstBadRow, message });
  }
  if (openQuoteRow !== null) {
    const message = `${file}: a quote opened in row ${openQuoteRow} is never closed, so all behind it is one cell; close it and try again.`;
    issues.push({ code: "quote-open", severity: "warning", file, row: openQuoteRow, message });
  }
  for (const column of destroyed) {
    const message = `${file}: the ids in column "${column}" lost their last digits (a spreadsheet or a float), so they are not used.`;
    issues.push({ code: "ids-destroyed", severity: "warning", file, column, message });
  }
  return issues;
}

async function stageIssues(
  store: Store,
  taken: readonly Taken[],
  duplicates: { readonly refused: number; readonly renamed: number },
): Promise<Issue[]> {
  const issues: Issue[] = [];
  const counts = await store.rows<{ file: number; kept: number; derived: number; unzoned: number; duplicate: number }>(
    `select file, count(*) filter (code is null) as kept, count(*) filter (code is null and derived) as derived,
      count(*) filter (code is null and not zoned) as unzoned, count(*) filter (code = 'post-id-duplicate') as duplicate
     from stage group by file order by file`,
  );
  for (const { staged, inspection } of taken) {
    const file = inspection.path;
    const count = counts.find((one) => one.file === staged.file);
    if (count === undefined) continue;
    const of =
      count.derived === count.kept
        ? ""
        : ` for ${count.derived.toLocaleString("en")} of ${count.kept.toLocaleString("en")} posts`;
    if (count.derived > 0) {
      const message = `${file} has no usable post ids${of}; they are derived from account, time and content and begin with "d-".`;
      issues.push({ code: "ids-derived", severity: "note", file, message });
    }
    if (count.unzoned > 0) {
      const message = `${file}: ${count.unzoned.toLocaleString("en")} times name no time zone and are read as UTC.`;
      issues.push({ code: "zone-assumed", severity: "note", file, message });
    }
    if (count.duplicate > 0) {
      const message = `${file}: ${count.duplicate.toLocaleString("en")} rows repeat the id of an earlier post and are set aside.`;
      issues.push({ code: "post-id-duplicate", severity: "warning", file, message });
    }
  }
  if (duplicates.renamed > 0) {
    const message = `${duplicates.renamed.toLocaleString("en")} posts without id equal another in account, time and content; they are kept apart by "-2", "-3".`;
    issues.push({ code: "ids-repeated", severity: "note", message });
  }
  return issues;
}

async function noteFile(
  store: Store,
  file: number,
  inspection: Inspection,
  format: string,
  role: string,
): Promise<void> {
  const { path, sha256, bytes } = inspection;
  await store.run("insert into files values ($file, $path, $sha256, $bytes, $format, $role, 0, 0, 0)", {
    ...{ file, path, sha256, bytes: BigInt(bytes), format, role },
  });
}

async function nothingKept(store: Store, taken: readonly Taken[]): Promise<UserError> {
  const [most] = await store.rows<{ reason: string; n: number }>(
    "select reason, count(*) as n from rejects group by reason order by n desc, reason limit 1",
  );
  const path = taken[0]?.inspection.path ?? "";
  const why = most === undefined ? "it holds no rows" : `${most.n.toLocaleString("en")} times: ${most.reason}`;
  return new UserError(
    "rows-none-kept",
    `Not one row of ${path} could be used (${why}). Check the format, or name columns with --map.`,
  );
}

async function summarise(
  store: Store,
  taken: readonly Taken[],
  settled: { readonly posts: number; readonly accounts: number },
  rowsRead: number,
  rowsRejected: number,
  issues: readonly Issue[],
): Promise<Intake> {
  await store.run(
    `update files set rows_rejected = r.n from (select file, count(*) as n from rejects group by file) r where r.file = files.file`,
  );
  for (const { staged } of taken) {
    await store.run("update files set rows_read = $n, rows_kept = $n - rows_rejected where file = $file", {
      ...{ n: staged.to - staged.from, file: staged.file },
    });
  }
  const rows = await store.rows<Omit<InputFile, "confidence"> & { file: number }>(
    `select file, path, sha256, bytes, format, role, rows_read as "rowsRead", rows_kept as "rowsKept", rows_rejected as "rowsRejected"
     from files order by file`,
  );
  const files = rows.map(({ file, ...one }) => ({
    ...one,
    confidence: taken.find((t) => t.staged.file === file)?.confidence ?? 0,
  }));
  const rejectedByReason = await store.rows<{ code: string; reason: string; rows: number }>(
    "select code, reason, count(*) as rows from rejects group by code, reason order by rows desc, code, reason",
  );
  const [facts] = await store.rows<{ hasText: boolean }>(
    `select exists (select 1 from posts where text is not null) as "hasText"`,
  );
  return {
    files,
    ...settled,
    rowsRead,
    rowsKept: settled.posts,
    rowsRejected,
    rejectedByReason,
    issues,
    hasText: facts?.hasText ?? false,
    timeResolutionMs: await resolutionOf(store),
  };
}

async function resolutionOf(store: Store): Promise<number> {
  const grains = [86_400_000, 3_600_000, 60_000, 1000];
  const tests = grains.map((grain) => `when bool_and(time_ms % ${grain} = 0) then ${grain}`).join(" ");
  const [coarsest] = await store.rows<{ grain: number }>(
    `select max(grain) as grain from (select case ${tests} else 1 end as grain from posts group by file)`,
  );
  return coarsest?.grain ?? 1;
}
