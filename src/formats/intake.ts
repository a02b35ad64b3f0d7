import { type Issue, UserError } from "../corpus/issue.ts";
import type { Progress } from "../corpus/progress.ts";
import type { Store } from "../store/database.ts";
import { type FileRow, fileRows, postFacts, recordFile, rejectedByReason } from "../store/files.ts";
import { inspectFile } from "../store/inspect.ts";
import { MEND_REASONS } from "../store/mend.ts";
import { openSource, type Source } from "../store/reader.ts";
import { INPUT_TABLES } from "../store/schema.ts";
import { settlePosts } from "../store/settle.ts";
import {
  createStage,
  moveRejects,
  type StagedFile,
  settleDuplicates,
  stageCounts,
  stageRows,
} from "../store/staging.ts";
import { CATALOGUE } from "./catalogue.ts";
import { type Choice, chooseMapping } from "./choice.ts";
import { bytesRemark, choiceRemarks, countRemarks, emptinessOf, renamedRemark } from "./remarks.ts";
import { readRows } from "./rows.ts";
import { REJECT_REASONS, stageColumns, stageSelection } from "./selection.ts";
import { readAccounts, readIndicators, readPageAccounts } from "./side-files.ts";

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
export interface InputFile extends FileRow {
  /** Share of the format's columns found, 0 to 1; 1 when the user named the format. */
  readonly confidence: number;
}

/** What was taken in. `rowsRead` = `rowsKept` + `rowsRejected`, over the files of posts; the other files count for themselves. */
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

/** A file of posts and how it will be read; null: it holds no record. */
interface ChosenFile {
  readonly source: Source;
  readonly choice: Choice | null;
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
  const issues: Issue[] = [];
  const reasons = new Map<string, string>([...Object.entries(REJECT_REASONS), ...Object.entries(MEND_REASONS)]);
  const chosen = await chooseFiles(store, files, options, issues, progress);
  const columns = new Set(chosen.flatMap(({ choice }) => (choice === null ? [] : stageColumns(choice.mapping))));
  await createStage(store, columns);
  const staged: (StagedFile | null)[] = [];
  let rowsRead = 0;
  for (const [file, { source, choice }] of chosen.entries()) {
    if (choice === null) {
      staged.push(null);
      continue;
    }
    progress.stage(`reading ${source.inspection.path}`);
    for (const one of choice.mapping.junk ?? []) reasons.set(one.code, one.reason);
    const { added, firstRow, openQuoteRow } = await readRows(store, source, choice.wanted, (reading) =>
      stageRows(store, stageSelection(file, choice.format, choice.mapping, reading)),
    );
    staged.push({ file, from: rowsRead, to: rowsRead + added, firstRow });
    rowsRead += added;
    issues.push(...choiceRemarks(source, choice), ...bytesRemark(source, openQuoteRow));
    progress.advance(added);
  }
  const parts = staged.flatMap((one) => one ?? []);
  if (parts.length === 0) throw new UserError("input-empty", `${issues[0]?.message} There is nothing to analyse.`);

  progress.stage("settling posts", rowsRead);
  const { renamed } = await settleDuplicates(store);
  for (const count of await stageCounts(store)) issues.push(...countRemarks(files[count.file] ?? "", count));
  issues.push(...renamedRemark(renamed));
  const rowsRejected = await moveRejects(store, parts, reasons);
  for (const [file, { source, choice }] of chosen.entries()) {
    const part = staged[file] ?? { from: 0, to: 0 };
    await recordFile(store, file, source.inspection, choice?.format.name ?? "none", "posts", part.to - part.from);
  }
  if (rowsRejected === rowsRead) throw await nothingKept(store, files);
  const posts = await settlePosts(store, parts, columns);

  for (const { source, choice } of chosen) if (choice !== null) await readPageAccounts(store, source, choice.format);
  if (options.accounts !== undefined) {
    progress.stage(`reading ${options.accounts}`);
    issues.push(...(await readAccounts(store, options.accounts, files.length)));
  }
  if (options.indicators !== undefined) {
    progress.stage(`reading ${options.indicators}`);
    issues.push(...(await readIndicators(store, options.indicators, files.length + 1)));
  }
  const rows = await fileRows(store);
  const [accounts] = await store.rows<{ n: number }>("select count(*) as n from accounts");
  return {
    files: rows.map((row, i) => ({
      ...row,
      confidence: chosen[i] === undefined ? 1 : (chosen[i].choice?.confidence ?? 0),
    })),
    posts,
    accounts: accounts?.n ?? 0,
    rowsRead,
    rowsKept: posts,
    rowsRejected,
    rejectedByReason: await rejectedByReason(store),
    issues,
    ...(await postFacts(store)),
  };
}

/** Looks at every file before the first is read, so that a wrong one is told at once. */
async function chooseFiles(
  store: Store,
  files: readonly string[],
  options: IntakeOptions,
  issues: Issue[],
  progress: Progress,
): Promise<ChosenFile[]> {
  const pages = CATALOGUE.flatMap(({ page, pageContext = {} }) =>
    page === undefined ? [] : [{ key: page, context: pageContext }],
  );
  const chosen: ChosenFile[] = [];
  for (const path of files) {
    progress.stage(`looking at ${path}`);
    const source = await openSource(store, await inspectFile(path), pages);
    const empty = emptinessOf(source);
    if (empty !== null) issues.push(empty);
    const choice = empty === null ? chooseMapping(source, options.format, options.map ?? {}) : null;
    // The looks at the beginning are done with; of thousands of files they would fill the memory.
    chosen.push({ source: { ...source, sample: [], inspection: { ...source.inspection, head: "" } }, choice });
  }
  return chosen;
}

async function nothingKept(store: Store, files: readonly string[]): Promise<UserError> {
  const [most] = await rejectedByReason(store);
  const why = most === undefined ? "it holds no rows" : `${most.rows.toLocaleString("en")} times: ${most.reason}`;
  const where = files.length === 1 ? files[0] : `the ${files.length} files`;
  return new UserError(
    "rows-none-kept",
    `Not one row of ${where} could be used (${why}) Check the format, or name the columns with --map.`,
  );
}
