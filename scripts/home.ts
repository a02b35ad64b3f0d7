import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of Marionet's package.json, the same from `scripts/` and from the built `dist/`. */
export const HOME = findHome(dirname(fileURLToPath(import.meta.url)));

export const VERSION: string = (JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as { version: string })
  .version;

/** Arguments for `process.execPath` that start this same program again, for measurements in a process of their own. */
export const SELF: readonly string[] = import.meta.url.endsWith(".ts")
  ? [join(HOME, "scripts", "setup.mjs"), "run"]
  : [join(HOME, "dist", "marionet.js")];

function findHome(from: string): string {
  if (existsSync(join(from, "package.json"))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error("home: no package.json above the program");
  return findHome(parent);
}
