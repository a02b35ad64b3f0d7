import { existsSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { UserError } from "../src/corpus/issue.ts";
import { joinLabels } from "../src/evaluate/join.ts";
import { scorecardMarkdown } from "../src/evaluate/markdown.ts";
import { scorecard } from "../src/evaluate/scorecard.ts";
import { openStore } from "../src/store/database.ts";
import { flagCommand, needed, readFlags, readWhole } from "./flags.ts";
import { LABEL_COLUMNS, readAccounts, readLabels } from "./labels.ts";

interface Flags {
  labels?: string;
  column?: string;
  minPosts: number;
  positive?: string[];
  leaveOut: string[];
  json?: true;
}

/** `marionet evaluate CASE --labels FILE`: a case against known labels. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand(
    "evaluate",
    "Measure a case against known labels: clusters, flagged accounts, operations.",
    "out/case --labels data/sample/labels.csv",
  )
    .argument("<case>", "folder that analyze wrote")
    .option("--labels <file>", "CSV with account_id and a column of labels")
    .option(
      "--column <name>",
      `column of the labels (default: the first of ${LABEL_COLUMNS.join(", ")} that tells accounts apart)`,
    )
    .option("--min-posts <n>", "compare clusters with labels on accounts with so many posts", readPosts, 20)
    .option(
      "--positive <labels>",
      "covert labels, joined with commas (default: all but organic, control, benign:*)",
      list,
    )
    .addOption(
      new Option("--leave-out <labels>", "labels to leave out in a second comparison of clusters")
        .argParser(list)
        .default([], "none"),
    )
    .option("--json", "the scorecard as JSON");
  if (!readFlags(command, argv)) return 0;
  const flags = command.opts<Flags>();
  process.stdout.write(await evaluate(command.args[0]!, needed("--labels", flags.labels, command), flags));
  return 0;
}

async function evaluate(folder: string, labelsFile: string, flags: Flags): Promise<string> {
  const accountsFile = join(folder, "accounts.csv");
  if (!existsSync(accountsFile)) {
    throw new UserError(
      "case-missing",
      `${folder} holds no accounts.csv; give the folder that \`npm run analyze\` wrote.`,
    );
  }
  if (!existsSync(labelsFile))
    throw new UserError("file-missing", `There is no file ${labelsFile}; give a CSV with --labels.`);
  const store = await openStore(":memory:");
  try {
    const accounts = await readAccounts(store, accountsFile);
    const { column, labels } = await readLabels(store, labelsFile, flags.column);
    const joined = joinLabels(accounts, labels);
    if (joined.outcomes.length === 0) {
      throw new UserError(
        "labels-foreign",
        `None of the ${accounts.length} accounts in ${accountsFile} has a label in ${labelsFile} (column ${column}); check that account_id is written alike in both.`,
      );
    }
    const known = new Set(labels.values());
    const strange = [...(flags.positive ?? []), ...flags.leaveOut].filter((name) => !known.has(name));
    if (strange.length > 0) {
      throw new UserError(
        "label-unknown",
        `No account in ${labelsFile} has the label ${strange.join(", ")} (column ${column}); it has ${[...known].sort().slice(0, 12).join(", ")}${known.size > 12 ? ", ..." : ""}.`,
      );
    }
    const options = { minPosts: flags.minPosts, leaveOut: flags.leaveOut, positive: flags.positive ?? null };
    const card = scorecard(joined.outcomes, options);
    const { unlabelled, unseen } = joined;
    if (flags.json)
      return `${JSON.stringify({ case: folder, labels: labelsFile, column, unlabelled, unseen, ...card }, null, 2)}\n`;
    return (
      `# Evaluation of ${folder} against ${labelsFile} (${column})\n\n` +
      `${card.accounts} accounts with a label; ${unlabelled} of the case have none and are left out; ${unseen} labelled ones are not in the case.\n\n` +
      scorecardMarkdown(card)
    );
  } finally {
    store.close();
  }
}

const list = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const readPosts = (text: string): number => readWhole("--min-posts", text, 0);
