import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A text file of the case, by its path inside the folder. */
export interface CaseText {
  readonly path: string;
  readonly text: string;
}

/** Writes the files that are not tables; an empty verdicts.jsonl where the case has none yet. */
export function writeTexts(folder: string, texts: Iterable<CaseText>): void {
  for (const part of ["graphs", "explorer", "explorer/clusters"]) mkdirSync(join(folder, part), { recursive: true });
  writePlainTexts(folder, texts);
  const verdicts = join(folder, "verdicts.jsonl");
  if (!existsSync(verdicts)) writeFileSync(verdicts, "");
}

/** The same without what only a case has. */
export function writePlainTexts(folder: string, texts: Iterable<CaseText>): void {
  for (const { path, text } of texts) writeFileSync(join(folder, path), text);
}

/** One line of JSON for each element of an array, so that large files stay readable and diffable. */
export function jsonLines(values: readonly unknown[]): string {
  return `[\n${values.map((value) => JSON.stringify(value)).join(",\n")}\n]\n`;
}
