import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gunzipSync } from "node:zlib";
import { ROOT } from "../support/run.ts";

/** Folder of the outputs that the peers wrote, which is not in the repository, or null where it is absent. */
export const GOLDEN: string | null = folderOf(process.env.MARIONET_GOLDEN ?? "../shared/golden");

/** Names of all golden tables without ".csv.gz"; none where the folder is absent. */
export const GOLDEN_NAMES: readonly string[] =
  GOLDEN === null
    ? []
    : readdirSync(GOLDEN)
        .filter((name) => name.endsWith(".csv.gz"))
        .map((name) => name.slice(0, -".csv.gz".length))
        .sort();

/** Cells of a golden table, header first. */
export function goldenTable(name: string): string[][] {
  return csvRows(gunzipSync(readFileSync(resolve(GOLDEN!, `${name}.csv.gz`))).toString());
}

/** Rows of a CSV text without line breaks in cells. */
export function csvRows(text: string): string[][] {
  return text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) =>
      Array.from(
        line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g),
        (cell) => cell[1]?.replaceAll('""', '"') ?? cell[2]!,
      ),
    );
}

function folderOf(path: string): string | null {
  const folder = resolve(ROOT, path);
  return existsSync(folder) ? folder : null;
}
