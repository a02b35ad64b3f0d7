import { existsSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { UserError } from "../src/corpus/issue.ts";
import { type CaseAccount, joinLabels } from "../src/evaluate/join.ts";
import { scorecardMarkdown } from "../src/evaluate/markdown.ts";
import { scorecard } from "../src/evaluate/scorecard.ts";
import { openStore, type Store } from "../src/store/database.ts";
import { flagCommand, needed, readFlags, readWhole } from "./flags.ts";

interface Flags {
  labels?: string;
  column?: string;
  minPosts: number;
  positive?: string[];
  leaveOut: string[];
  json?: true;
}

/** Columns that hold the truth in the label files we know, most telling first. */
const LABEL_COLUMNS = ["operation", "label", "account_category"];

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

async function readAccounts(store: Store, file: string): Promise<CaseAccount[]> {
  await requireColumns(store, file, ["account_id", "cluster_id", "reading", "score", "posts"]);
  return store.rows<CaseAccount>(
    `select account_id as "accountId", nullif(cluster_id, '') as "clusterId", nullif(reading, '') as "reading",
       coalesce(try_cast(score as double), 0) as "score", coalesce(try_cast(posts as bigint), 0) as "posts"
     from ${csv(file)} where account_id is not null`,
  );
}

async function readLabels(store: Store, file: string, wanted: string | undefined) {
  const columns = await requireColumns(store, file, ["account_id", ...(wanted === undefined ? [] : [wanted])]);
  const column = wanted ?? (await tellingColumn(store, file, columns));
  if (column === undefined) {
    throw new UserError(
      "column-missing",
      `${file} has none of the columns ${LABEL_COLUMNS.join(", ")}; name the one to use with --column.`,
    );
  }
  const rows = await store.rows<{ id: string; label: string }>(
    `select account_id as id, coalesce("${column.replaceAll('"', '""')}", '') as label from ${csv(file)} where account_id is not null`,
  );
  return { column, labels: new Map(rows.map(({ id, label }) => [id, label])) };
}

/** The first known column that tells accounts apart, or the first known one at all. */
async function tellingColumn(store: Store, file: string, columns: readonly string[]): Promise<string | undefined> {
  const known = LABEL_COLUMNS.filter((name) => columns.includes(name));
  for (const name of known) {
    const [row] = await store.rows<{ labels: number }>(`select count(distinct "${name}") as labels from ${csv(file)}`);
    if (row!.labels > 1) return name;
  }
  return known[0];
}

async function requireColumns(store: Store, file: string, needed: readonly string[]): Promise<string[]> {
  const described = await store.rows<{ column_name: string }>(`describe select * from ${csv(file)}`);
  const columns = described.map(({ column_name }) => column_name);
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new UserError("column-missing", `${file} has no column ${missing.join(", ")}; it has ${columns.join(", ")}.`);
  }
  return columns;
}

const csv = (file: string): string => `read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true)`;

const list = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const readPosts = (text: string): number => readWhole("--min-posts", text, 0);
