import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { HOME } from "../home.ts";

/** Everything a result hangs on. Of the scripts only those that make results, so that a change of wording asks for no new run. */
const SOURCES = [
  "src",
  "package-lock.json",
  ...["run-cell", "baselines", "baseline-group", "same-minute", "top-percentile", "tfidf"].map(
    (name) => `scripts/benchmark/${name}.ts`,
  ),
];

/** Of the code that makes results: a result of other code is not taken up again. */
export function sourceFingerprint(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.flatMap((name) => filesUnder(join(HOME, name))).sort()) {
    hash.update(relative(HOME, file)).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex").slice(0, 12);
}

function filesUnder(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true }).flatMap((entry) => filesUnder(join(path, entry.name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return [path];
    throw error;
  }
}
