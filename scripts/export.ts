import { createReadStream } from "node:fs";
import { copyFile, mkdir, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { openCase } from "./case.ts";
import { flagCommand, needed, readChoice, readFlags } from "./flags.ts";
import { say } from "./terminal.ts";

/** For each format the parts of a case that are written in it; the first is meant when none is named. */
const PARTS = {
  gexf: { account: ["graphs", "account.gexf"], content: ["graphs", "content.gexf"], site: ["graphs", "site.gexf"] },
  csv: { pairs: ["pairs.csv"], accounts: ["accounts.csv"], clusters: ["clusters.csv"] },
} as const satisfies Record<string, Record<string, readonly string[]>>;

/** `marionet export CASE --format gexf|csv`: a case for other tools, to stdout or a file. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand(
    "export",
    "A case for other tools.",
    "case --format gexf --part content --out content.gexf",
  )
    .argument("<case>", "folder that analyze wrote")
    .option("--format <name>", "gexf (Gephi and others) or csv", (text) =>
      readChoice("--format", text, ["gexf", "csv"]),
    )
    .option("--part <name>", "gexf: account, content or site; csv: pairs, accounts or clusters (default: the first)")
    .option("--out <file>", "file to write (default: stdout)");
  if (!readFlags(command, argv)) return 0;
  const given = command.opts<{ format?: "gexf" | "csv"; part?: string; out?: string }>();
  const parts: Record<string, readonly string[]> = PARTS[needed("--format", given.format, command)];
  const names = Object.keys(parts);
  const part = given.part === undefined ? names[0]! : readChoice("--part", given.part, names);
  const source = openCase(command.args[0]!).file(...parts[part]!);
  if (given.out === undefined) {
    await pipeline(createReadStream(source), process.stdout, { end: false });
    return 0;
  }
  await mkdir(dirname(given.out), { recursive: true });
  const half = `${given.out}.tmp`;
  await copyFile(source, half);
  await rename(half, given.out);
  say(`${part} of ${command.args[0]} is in ${given.out}.`);
  return 0;
}
