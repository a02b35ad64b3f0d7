import { existsSync, statSync } from "node:fs";
import { Option } from "commander";
import { UserError } from "../src/corpus/issue.ts";
import { buildWorld } from "../src/simulate/build.ts";
import { BACKGROUND, OPERATIONS, ORGANIC, PROBES } from "../src/simulate/catalogue.ts";
import { DIFFICULTIES, type Difficulty } from "../src/simulate/difficulty.ts";
import { PUBLISHED_FIGURES } from "../src/simulate/published.ts";
import { type Truth, truthOf } from "../src/simulate/truth.ts";
import { flagCommand, needed, readChoice, readFlags, readWhole } from "./flags.ts";
import { truthText, writeWorld } from "./world-files.ts";

interface Flags {
  scenario: string;
  difficulty: Difficulty;
  seed: number;
  accounts: number;
  days: number;
  start: number;
  set: Map<string, number>;
  out?: string;
  list?: true;
  json?: true;
}

/** `marionet simulate --scenario NAME --out DIR`: a labelled world. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand(
    "simulate",
    "Write a labelled world: ordinary life, benign coordination and, unless told otherwise, an operation.",
    "--scenario sneer-review --difficulty hard --seed 7 --accounts 6000 --out out/w",
  )
    .option("--scenario <name>", "what is to be found, see --list; several joined with commas", "sneer-review")
    .option(
      "--difficulty <name>",
      "easy, hard or evasive",
      (text) => readChoice("--difficulty", text, DIFFICULTIES),
      "easy",
    )
    .option("--seed <n>", "same seed, same bytes", (text) => readWhole("--seed", text, 0, 2 ** 31), 1)
    .option("--accounts <n>", "accounts of the world", (text) => readWhole("--accounts", text, 50, 2_000_000), 2000)
    .option("--days <n>", "length of the world", (text) => readWhole("--days", text, 7, 400), 14)
    .addOption(
      new Option("--start <day>", "its first day, UTC").argParser(readDay).default(Date.UTC(2025, 2, 3), "2025-03-03"),
    )
    .addOption(
      new Option("--set <part.name=number>", "change a parameter of truth.json; may be repeated")
        .argParser(addSetting)
        .default(new Map<string, number>(), "none"),
    )
    .option("--out <folder>", "for posts.csv, accounts.csv, labels.csv and truth.json")
    .option("--list", "each scenario and benign group in two lines")
    .option("--json", "truth.json on stdout as well");
  if (!readFlags(command, argv)) return 0;
  const flags = command.opts<Flags>();
  process.stdout.write(flags.list ? listing() : simulate(flags, needed("--out", flags.out, command)));
  return 0;
}

function simulate(flags: Flags, out: string): string {
  const { scenario, seed, difficulty, accounts, days } = flags;
  if (existsSync(out) && !statSync(out).isDirectory()) {
    throw new UserError("out-not-folder", `${out} is a file; give a folder with --out.`);
  }
  const options = { seed, difficulty, accounts, days, startMs: flags.start, overrides: flags.set };
  const built = buildWorld(scenario, options);
  const truth = truthOf(scenario, options, built);
  writeWorld(out, built, truth);
  process.stderr.write(digest(truth, out));
  return flags.json ? truthText(truth) : "";
}

function digest({ organic, leaks, habits, abstain, groups, posts, accounts }: Truth, out: string): string {
  const lines = [
    `${posts} posts of ${accounts} accounts in ${out}`,
    ...groups.map((group) => `  ${group.operation} ${group.role}: ${group.accounts} accounts, ${group.posts} posts`),
    `organic life beside what is published (truth.json holds more):`,
    ...PUBLISHED_FIGURES.map(
      ({ figure, label, published, source }) => `  ${label}: ${organic[figure]} (${published}; ${source})`,
    ),
    `  busiest hour of the largest cascade: ${organic.largestCascadeHour}`,
  ];
  if (leaks !== null)
    lines.push(
      `leaks (AUC): ${Object.entries(leaks)
        .map(([name, auc]) => `${name} ${auc}`)
        .join(", ")}`,
    );
  if (habits !== null)
    lines.push(
      `habits (AUC, not matched): ${Object.entries(habits)
        .map(([name, auc]) => `${name} ${auc}`)
        .join(", ")}`,
    );
  if (abstain) lines.push("abstain: next to nothing of the operation is visible here; the right answer is none");
  return `${lines.join("\n")}\n`;
}

function listing(): string {
  const entry = (name: string, about: readonly [string, string]) => `${name}\n  ${about[0]}\n  ${about[1]}\n`;
  return [
    "Scenarios\n",
    entry(ORGANIC.name, ORGANIC.about),
    ...OPERATIONS.map(({ name, about }) => entry(name, about)),
    ...PROBES.map(({ name, about }) => entry(name, about)),
    "\nIn every world\n",
    ...BACKGROUND.map(({ name, about }) => entry(name, about)),
  ].join("");
}

function readDay(text: string): number {
  const timeMs = Date.parse(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(timeMs)) return timeMs;
  throw new UserError("flags", `--start is a day such as 2025-03-03, not "${text}".`);
}

function addSetting(text: string, settings: Map<string, number>): Map<string, number> {
  const [, path, value] = /^([\w.-]+)=(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (path !== undefined) return new Map(settings).set(path, Number(value));
  throw new UserError("flags", `--set is written as sneer-review.size=40, not "${text}".`);
}
