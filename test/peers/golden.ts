import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { ROOT } from "../support/run.ts";

/** Folder of the outputs that the peers wrote, which is not in the repository, or null where it is absent. */
export const GOLDEN: string | null = folderOf(process.env.MARIONET_GOLDEN ?? "../shared/golden");

/** Names of the golden tables that are there, without ".csv.gz". */
export function goldenNames(): string[] {
  const names = GOLDEN === null ? [] : readdirSync(GOLDEN);
  return names
    .filter((name) => name.endsWith(".csv.gz"))
    .map((name) => name.slice(0, -".csv.gz".length))
    .sort();
}

export function goldenText(name: string): string {
  return gunzipSync(readFileSync(resolve(GOLDEN!, `${name}.csv.gz`))).toString();
}

/** Rows of a CSV text, header first; no cell of these tables holds a line break. */
export function csvRows(text: string): string[][] {
  return text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) =>
      // A comma before every cell, so that an empty first one is a match like any other.
      Array.from(
        `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g),
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
      ),
    );
}

function folderOf(path: string): string | null {
  const folder = resolve(ROOT, path);
  return existsSync(folder) ? folder : null;
}
