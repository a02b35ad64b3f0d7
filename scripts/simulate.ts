import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { UserError } from "../src/corpus/issue.ts";
import { buildWorld } from "../src/simulate/build.ts";
import { BACKGROUND, OPERATIONS, ORGANIC } from "../src/simulate/catalogue.ts";
import { accountLines, labelLines, postLines } from "../src/simulate/rows.ts";
import { DIFFICULTIES, type Difficulty } from "../src/simulate/story.ts";
import { type Truth, truthOf } from "../src/simulate/truth.ts";

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

export function simulateCommand(): Command {
  return new Command("simulate")
    .description("Write a labelled world: ordinary life, benign coordination and, unless told otherwise, an operation.")
    .option("--scenario <name>", "what is to be found: see --list; several joined with commas", "sneer-review")
    .addOption(new Option("--difficulty <name>", "how well it hides").choices(DIFFICULTIES).default("easy"))
    .option("--seed <n>", "same seed, same bytes", wholeNumber(0), 1)
    .option("--accounts <n>", "accounts in the world, those of the operation among them", wholeNumber(50), 2000)
    .option("--days <n>", "length of the world", wholeNumber(7), 14)
    .option("--start <date>", "its first day, UTC", utcDay, utcDay("2025-03-03"))
    .option(
      "--set <part.name=number>",
      "change a parameter of truth.json; may be repeated",
      addSetting,
      new Map<string, number>(),
    )
    .option("--out <folder>", "folder to write posts.csv, accounts.csv, labels.csv and truth.json into")
    .option("--list", "describe each scenario and benign group in two lines")
    .option("--json", "print truth.json on stdout as well")
    .addHelpText(
      "after",
      "\nExample:\n  npm run simulate -- --scenario sneer-review --difficulty hard --seed 7 --accounts 6000 --out out/w",
    )
    .action((flags: Flags) => {
      process.stdout.write(flags.list ? listing() : simulate(flags));
    });
}

function simulate(flags: Flags): string {
  const { out, scenario, seed, difficulty, accounts, days } = flags;
  if (out === undefined) throw new UserError("out-missing", "Say where to write the world: --out FOLDER.");
  if (existsSync(out) && !statSync(out).isDirectory()) {
    throw new UserError("out-not-folder", `${out} is a file; give a folder with --out.`);
  }
  const options = { seed, difficulty, accounts, days, startMs: flags.start, overrides: flags.set };
  const built = buildWorld(scenario, options);
  const truth = truthOf(scenario, options, built);
  const truthText = `${JSON.stringify(truth, null, 2)}\n`;
  try {
    mkdirSync(out, { recursive: true });
    // The truth last: a folder that has it is whole.
    rmSync(join(out, "truth.json"), { force: true });
    writeLines(join(out, "posts.csv"), postLines(built.world));
    writeLines(join(out, "accounts.csv"), accountLines(built.world));
    writeLines(join(out, "labels.csv"), labelLines(built.world));
    writeLines(join(out, "truth.json"), [truthText]);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw new UserError("out-unwritable", `Could not write into ${out} (${code}); choose another folder with --out.`);
  }
  process.stderr.write(digest(truth, out));
  return flags.json ? truthText : "";
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

function digest({ organic, leaks, groups, posts, accounts }: Truth, out: string): string {
  const lines = [
    `${posts} posts of ${accounts} accounts in ${out}`,
    ...groups.map((group) => `  ${group.operation} ${group.role}: ${group.accounts} accounts, ${group.posts} posts`),
    `organic: Gini of activity ${organic.activityGini}, reposts ${organic.repostShare}, replies ${organic.replyShare}, median delay ${organic.medianRepostDelayMin} min to a repost, ${organic.medianReplyDelayMin} min to a reply, largest cascade ${organic.largestCascade} (${organic.largestCascadeHour} in an hour)`,
  ];
  if (leaks !== null)
    lines.push(
      `leaks (AUC): ${Object.entries(leaks)
        .map(([name, auc]) => `${name} ${auc}`)
        .join(", ")}`,
    );
  return `${lines.join("\n")}\n`;
}

function listing(): string {
  const entry = (name: string, about: readonly [string, string]) => `${name}\n  ${about[0]}\n  ${about[1]}\n`;
  return [
    "Scenarios\n",
    entry(ORGANIC.name, ORGANIC.about),
    ...OPERATIONS.map(({ name, about }) => entry(name, about)),
    "\nIn every world\n",
    ...BACKGROUND.map(({ name, about }) => entry(name, about)),
  ].join("");
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > 2 ** 31) {
      throw new InvalidArgumentError(`Give a whole number of ${least} or more.`);
    }
    return value;
  };
}

function utcDay(text: string): number {
  const timeMs = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(timeMs))
    throw new InvalidArgumentError("Give a day as 2025-03-03.");
  return timeMs;
}

function addSetting(text: string, settings: Map<string, number>): Map<string, number> {
  const [, path, value] = /^([\w.-]+)=(-?\d+(?:\.\d+)?)$/.exec(text) ?? [];
  if (path === undefined) throw new InvalidArgumentError("Write it as sneer-review.repliers=40.");
  return settings.set(path, Number(value));
}

// Run directly, not as a subcommand of the bundled binary.
if (/simulate\.ts$/.test(process.argv[1] ?? "")) {
  try {
    await simulateCommand().parseAsync();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
