import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { restoreSetAside } from "../src/case/folder.ts";
import { UserError } from "../src/corpus/issue.ts";
import type { OverviewFile } from "../src/exports/explorer.ts";
import { VERSION } from "./home.ts";

/** A case on disk, known to be one of this version. */
export interface CaseFolder {
  readonly path: string;
  readonly overview: OverviewFile;
  /** Path of a file inside. @throws UserError when the case lacks it */
  file(...parts: string[]): string;
}

/** @throws UserError no folder, no case, a damaged case, or a case of another version */
export function openCase(path: string): CaseFolder {
  restoreSetAside(path);
  const folder = statSync(path, { throwIfNoEntry: false });
  if (folder === undefined)
    throw new UserError("case-missing", `There is no case at ${path}: give the folder that analyze wrote with --out.`);
  if (!folder.isDirectory())
    throw new UserError(
      "case-is-file",
      `${path} is a file, not a case: give the folder that analyze wrote with --out.`,
    );
  const file = (...parts: string[]) => {
    const found = join(path, ...parts);
    if (statSync(found, { throwIfNoEntry: false }) === undefined) {
      throw new UserError(
        "case-incomplete",
        `${path} is no whole case, ${parts.join("/")} is missing: run analyze again with --out ${path}.`,
      );
    }
    return found;
  };
  const manifest = readJson<{ version?: unknown; like?: unknown }>(file("case.json"));
  if (manifest.like !== undefined) {
    throw new UserError(
      "case-is-parity",
      `${path} repeats another tool's figures (--like) and is no case: open its summary.md and pairs.csv, or run analyze without --like.`,
    );
  }
  const version = typeof manifest.version === "string" ? manifest.version : "";
  if (series(version) !== series(VERSION)) {
    throw new UserError(
      "case-version",
      `${path} was written by Marionet ${version === "" ? "of an unknown version" : version}, and this is ${VERSION}: run analyze again, or use that version.`,
    );
  }
  return { path, overview: readJson<OverviewFile>(file("explorer", "overview.json")), file };
}

/** @throws UserError when the file is not JSON */
export function readJson<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as T;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UserError("case-damaged", `${path} is damaged (it is not JSON): run analyze again.`);
  }
}

/** Before 1.0 the second number may change the folder; after it the first. */
function series(version: string): string {
  const [major, minor] = version.split(".");
  return major === "0" ? `0.${minor}` : `${major}`;
}
