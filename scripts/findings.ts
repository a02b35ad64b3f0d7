import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stopOnInterrupt } from "./ending.ts";
import { createRuns } from "./findings/runs.ts";
import { SECTIONS, type Section } from "./findings/sections.ts";
import { flagCommand, readChoice, readFlags } from "./flags.ts";
import { HOME } from "./home.ts";
import { print } from "./terminal.ts";

/** `npm run findings`: what the tool finds in real data, with nothing in the text that a second run would not write again. */
export async function main(argv: string[]): Promise<number> {
  const names = ["all", ...SECTIONS.map(({ name }) => name)];
  const command = flagCommand(
    "findings",
    "Analyse the data sets that are here and write docs/findings.md; one section alone goes to stdout.",
    "npm run findings -- sample",
  ).argument("[section]", names.join(", "), (text) => readChoice("The section", text, names), "all");
  if (!readFlags(command, argv)) return 0;
  const wanted = command.processedArgs[0] as string;
  const folder = mkdtempSync(join(tmpdir(), "marionet-findings-"));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.on("exit", clear);
  const endWatch = stopOnInterrupt();
  try {
    const text = await findingsText(
      SECTIONS.filter(({ name }) => wanted === "all" || name === wanted),
      folder,
    );
    if (wanted !== "all") {
      print(text);
      return 0;
    }
    const out = join(HOME, "docs", "findings.md");
    mkdirSync(dirname(out), { recursive: true });
    writeFileSync(out, `${text}\n`);
    print("docs/findings.md");
    return 0;
  } finally {
    endWatch();
    clear();
    process.off("exit", clear);
  }
}

async function findingsText(sections: readonly Section[], folder: string): Promise<string> {
  const runs = createRuns(folder, () => performance.now());
  const parts = [
    "# Findings",
    "What Marionet finds in real data, printed by `npm run findings`. The data are not in the repository: they lie in a folder `datasets`, and paths are given within it. Settings are the defaults (q 0.05, two objects, each trace its own window, seed 1) unless a line says otherwise.",
  ];
  for (const { title, meaning, write } of sections) parts.push(`## ${title}`, meaning, await write(runs));
  return parts.join("\n\n");
}
