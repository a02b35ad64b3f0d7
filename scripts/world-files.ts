import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import type { BuiltWorld } from "../src/simulate/build.ts";
import { accountLines, indicatorLines, labelLines, postLines, siteLabelLines } from "../src/simulate/rows.ts";
import type { Truth } from "../src/simulate/truth.ts";

export const truthText = (truth: Truth): string => `${JSON.stringify(truth, null, 2)}\n`;

/** All files of a world. The old truth goes first and the new one comes last: a folder that has one is whole. */
export function writeWorld(out: string, { world }: BuiltWorld, truth: Truth): void {
  mkdirSync(out, { recursive: true });
  rmSync(join(out, "truth.json"), { force: true });
  writeLines(join(out, "posts.csv"), postLines(world));
  writeLines(join(out, "accounts.csv"), accountLines(world));
  writeLines(join(out, "labels.csv"), labelLines(world));
  writeLines(join(out, "indicators.csv"), indicatorLines(world));
  writeLines(join(out, "site_labels.csv"), siteLabelLines(world));
  writeLines(join(out, "truth.json"), [truthText(truth)]);
}

function writeLines(path: string, lines: Iterable<string>): void {
  const partial = `${path}.tmp`;
  const file = openSync(partial, "w");
  let buffer = "";
  for (const line of lines) {
    buffer += line;
    if (buffer.length > 1 << 18) {
      writeSync(file, buffer);
      buffer = "";
    }
  }
  writeSync(file, buffer);
  closeSync(file);
  renameSync(partial, path);
}
