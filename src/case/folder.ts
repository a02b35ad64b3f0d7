import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UserError } from "../corpus/issue.ts";

/**
 * A case being written: everything goes into a folder beside the place where it will stand, and is renamed into that place when it is
 * whole. Whoever looks at `out` sees the old case or the new one, never a part.
 *
 * Replacing an old case takes two renames (old aside, new in). Killed between them, the old one stands aside under a name that the
 * next run, or the next reader, puts back: see `restoreSetAside`.
 */
export interface CaseInProgress {
  /** Where to write. */
  readonly path: string;
  /** Put it in place; the analyst's verdicts of the old case come along. */
  commit(): void;
  /** Throw it away; what stood at `out` before is untouched. */
  discard(): void;
}

const WRITING = ".writing";
const SET_ASIDE = ".replaced";

/** @param kind a parity run does not replace a case: it would take away what the analyst's verdicts are about */
export function beginCase(out: string, kind: "case" | "parity" = "case"): CaseInProgress {
  const place = resolve(out);
  restoreSetAside(out);
  refuseForeign(place, out);
  if (kind === "parity" && existsSync(join(place, "case.duckdb"))) {
    throw new UserError(
      "out-is-case",
      `${out} holds a case, which a run with --like does not replace; name another folder with --out.`,
    );
  }
  refuseForeign(`${place}${SET_ASIDE}`, `${out}${SET_ASIDE}`);
  const parent = dirname(place);
  const path = `${place}${WRITING}-${process.pid}`;
  try {
    mkdirSync(parent, { recursive: true });
    removeLeftovers(parent, basename(place));
    // With a case in its place, the one set aside is done with.
    rmSync(`${place}${SET_ASIDE}`, { recursive: true, force: true });
    mkdirSync(path);
  } catch (error) {
    throw notWritable(out, error);
  }
  const removeOnExit = (): void => rmSync(path, { recursive: true, force: true });
  process.on("exit", removeOnExit);
  return {
    path,
    commit: () => {
      const aside = `${place}${SET_ASIDE}`;
      if (existsSync(place)) renameSync(place, aside);
      // Only now: a verdict written a moment ago is in the folder set aside, too.
      const verdicts = join(aside, "verdicts.jsonl");
      if (existsSync(verdicts)) copyFileSync(verdicts, join(path, "verdicts.jsonl"));
      renameSync(path, place);
      rmSync(aside, { recursive: true, force: true });
      process.off("exit", removeOnExit);
    },
    discard: () => {
      removeOnExit();
      process.off("exit", removeOnExit);
    },
  };
}

/**
 * A run was killed between the two renames: the old case goes back to its place. For whoever is about to read a case; does nothing
 * where one stands.
 */
export function restoreSetAside(out: string): void {
  const place = resolve(out);
  const aside = `${place}${SET_ASIDE}`;
  if (!existsSync(place) && existsSync(join(aside, "case.json"))) renameSync(aside, place);
}

/** What a case is made of; anything else in its folder is somebody's own. */
const PARTS: readonly string[] = [
  "case.json",
  "case.duckdb",
  "accounts.csv",
  "clusters.csv",
  "clusters.json",
  "pairs.csv",
  "sites.csv",
  "graphs",
  "summary.md",
  "rejects.csv",
  "explorer",
  "verdicts.jsonl",
  "peer",
];
/** Left by desks and by DuckDB, and missed by nobody. */
const LITTER = /^(\.DS_Store|Thumbs\.db|desktop\.ini|case\.duckdb\.wal)$/i;

/** Only a case, an empty folder or nothing may be replaced; what others have put there would be lost. */
function refuseForeign(place: string, out: string): void {
  const there = lookAt(place, out);
  if (there === undefined) return;
  if (!there.isDirectory())
    throw new UserError("out-is-file", `${out} is a file; name a folder for the case with --out.`);
  const entries = readdirSync(place).sort();
  const foreign = entries.includes("case.json")
    ? entries.filter((entry) => !PARTS.includes(entry) && !LITTER.test(entry))
    : entries;
  if (foreign.length > 0) {
    throw new UserError(
      "out-not-case",
      `${out} is a folder with other things in it (${foreign.slice(0, 3).join(", ")}); move them away, or name an empty or new folder with --out.`,
    );
  }
}

function lookAt(place: string, out: string): Stats | undefined {
  try {
    return statSync(place, { throwIfNoEntry: false });
  } catch (error) {
    // Part of the path is a file, or a folder that may not be entered.
    throw notWritable(out, error);
  }
}

function notWritable(out: string, error: unknown): UserError {
  return new UserError("out-not-writable", `${out} cannot be written (${reasonOf(error)}); choose another --out.`);
}

/** Folders of runs that were killed; those of runs still alive are left alone. */
function removeLeftovers(parent: string, name: string): void {
  for (const entry of readdirSync(parent)) {
    if (!entry.startsWith(`${name}${WRITING}-`)) continue;
    const pid = Number(entry.slice(`${name}${WRITING}-`.length));
    if (!isAlive(pid)) rmSync(join(parent, entry), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but is somebody else's.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  const known: Readonly<Record<string, string>> = {
    EACCES: "no permission",
    EPERM: "no permission",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    ENOENT: "the folder it lies in cannot be made",
    ENOTDIR: "part of the path is a file",
    ENAMETOOLONG: "the name is too long",
  };
  return known[code ?? ""] ?? (error as Error).message;
}
