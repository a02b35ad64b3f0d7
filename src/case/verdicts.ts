import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { formatLine, lineId, type VerdictLine } from "../clusters/verdicts/line.ts";
import { parseLine } from "../clusters/verdicts/parse.ts";
import { type Issue, UserError } from "../corpus/issue.ts";

const NAME = "verdicts.jsonl";

export interface ReadVerdicts {
  /** In the order of the file; a copy of a line counts once. */
  readonly lines: readonly VerdictLine[];
  readonly issues: readonly Issue[];
}

/** All lines of the case. A bad line is set aside with its row, and stays in the file; the others count. */
export function readVerdicts(folder: string): ReadVerdicts {
  const path = join(folder, NAME);
  if (!existsSync(path)) return { lines: [], issues: [] };
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return { lines: [], issues: [issueOf(null, `cannot be read (${codeOf(error)})`)] };
  }
  const lines = new Map<string, VerdictLine>();
  const issues: Issue[] = [];
  for (const [index, row] of text.split("\n").entries()) {
    if (row.trim() === "") continue;
    const parsed = parseLine(row);
    if ("why" in parsed) issues.push(issueOf(index + 1, parsed.why));
    else lines.set(lineId(parsed.value), parsed.value);
  }
  return { lines: [...lines.values()], issues };
}

/**
 * Adds lines at the end: one write, on the disk when this returns, or nothing at all. What stands in the file is never touched.
 * @throws UserError where the folder cannot be written
 */
export function appendVerdicts(folder: string, lines: readonly VerdictLine[]): void {
  if (lines.length === 0) return;
  let file: number;
  try {
    file = openSync(join(folder, NAME), constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o644);
  } catch (error) {
    throw notWritable(error);
  }
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.from(
      (endsLine(file, size) ? "" : "\n") + lines.map((line) => `${formatLine(line)}\n`).join(""),
    );
    try {
      const written = writeSync(file, bytes);
      if (written < bytes.length) throw Object.assign(new Error("short write"), { code: "ENOSPC" });
      fsyncSync(file);
    } catch (error) {
      // Half a line would be read as a damaged one for ever.
      ftruncateSync(file, size);
      throw notWritable(error);
    }
  } finally {
    closeSync(file);
  }
}

/** Why nothing can be written to the case, in one sentence; null where it can. */
export function readOnlyReason(folder: string): string | null {
  const path = join(folder, NAME);
  try {
    accessSync(existsSync(path) ? path : folder, constants.W_OK);
    return null;
  } catch (error) {
    return notWritable(error).message;
  }
}

/** One sentence for each way in which a disk refuses. */
export function notWritable(error: unknown): UserError {
  const code = codeOf(error);
  const known: Readonly<Record<string, string>> = {
    EACCES: "This case folder is read-only: copy it to a place where you may write, and open the copy.",
    ENOSPC: "The disk is full: nothing was written.",
    ENOENT: "The case folder is not there any more: open the case again.",
    EISDIR: "In this case folder verdicts.jsonl is a folder, not a file: move it away.",
  };
  const alike: Readonly<Record<string, string>> = {
    EPERM: "EACCES",
    EROFS: "EACCES",
    EDQUOT: "ENOSPC",
    ENOTDIR: "ENOENT",
  };
  const message = known[alike[code] ?? code] ?? `Nothing could be written to verdicts.jsonl (${code}).`;
  return new UserError("verdicts-not-writable", message);
}

function endsLine(file: number, size: number): boolean {
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] === 0x0a;
}

function issueOf(row: number | null, why: string): Issue {
  const what = row === null ? `${NAME} ${why}` : `Row ${row} of ${NAME} is set aside: ${why}`;
  return {
    code: "verdict-unreadable",
    severity: "warning",
    file: NAME,
    ...(row === null ? {} : { row }),
    message: `${what}.`,
  };
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown";
}
