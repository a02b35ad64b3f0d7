import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/run.ts";

/** A worked example of docs/peers.md: a table, a command, and the tables it says come of it. */
export interface PageExample {
  readonly name: string;
  readonly input: string;
  readonly args: readonly string[];
  /** By path in the folder that is written. */
  readonly outputs: readonly { readonly path: string; readonly text: string }[];
}

export const PAGE = join(ROOT, "docs", "peers.md");

/** Blocks of the page in order: `csv name.csv` is an input, `sh` the command, `csv case/...` what comes of it. */
export function pageExamples(page: string = readFileSync(PAGE, "utf8")): PageExample[] {
  const examples: { name: string; input: string; args: string[]; outputs: { path: string; text: string }[] }[] = [];
  for (const [, info = "", text = ""] of page.matchAll(/^```([^\n]+)\n([\s\S]*?)^```$/gm)) {
    const [kind, file = ""] = info.split(" ");
    if (kind === "csv" && !file.startsWith("case/")) examples.push({ name: file, input: text, args: [], outputs: [] });
    else if (kind === "csv") examples.at(-1)!.outputs.push({ path: file.slice("case/".length), text });
    else if (kind === "sh") examples.at(-1)!.args.push(...text.trim().replace("npm run -s analyze -- ", "").split(" "));
  }
  return examples;
}
