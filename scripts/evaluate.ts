import { Option } from "commander";
import { bootstrapIntervals } from "../src/evaluate/bootstrap.ts";
import { pooledComposition } from "../src/evaluate/composition.ts";
import { scorecardMarkdown } from "../src/evaluate/markdown.ts";
import { overCasesMarkdown } from "../src/evaluate/markdown-cases.ts";
import { siteScoreMarkdown } from "../src/evaluate/markdown-sites.ts";
import { overCases } from "../src/evaluate/over-cases.ts";
import { type Scorecard, scorecard } from "../src/evaluate/scorecard.ts";
import { type SiteScore, siteScore } from "../src/evaluate/sites.ts";
import { openStore } from "../src/store/database.ts";
import { flagCommand, readFlags, readWhole } from "./flags.ts";
import { checkCases, checkLabelNames, type LabelledCase, pairedFiles, readLabelledCase } from "./labelled-case.ts";
import { type LabelledSites, readLabelledSites } from "./labelled-sites.ts";
import { LABEL_COLUMNS } from "./labels.ts";

interface Flags {
  labels: string[];
  sitesLabels: string[];
  column?: string;
  minPosts: number;
  positive?: string[];
  leaveOut: string[];
  bootstrap: number;
  seed: number;
  json?: true;
}

/** `marionet evaluate CASE... [--labels FILE]`: cases against known labels. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand(
    "evaluate",
    "Measure cases against known labels: clusters, flagged accounts, operations, with 95 % intervals.",
    "out/case --labels data/sample/labels.csv",
  )
    .argument("<cases...>", "folders that analyze wrote")
    .addOption(
      new Option(
        "--labels <file>",
        "CSV with account_id and a column of labels; once for all cases, or once for each in their order",
      )
        .argParser(append)
        .default([], "labels.csv beside each case"),
    )
    .addOption(
      new Option(
        "--sites-labels <file>",
        "CSV with domain and operation or label, to measure the groups of sites; as --labels",
      )
        .argParser(append)
        .default([], "sites are not measured"),
    )
    .option(
      "--column <name>",
      `column of the labels (default: the first of ${LABEL_COLUMNS.join(", ")} that tells accounts apart)`,
    )
    .option("--min-posts <n>", "compare clusters with labels on accounts with so many posts", whole("--min-posts"), 20)
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
    .option("--bootstrap <n>", "resamples behind each interval; 0 for no intervals", whole("--bootstrap"), 1000)
    .option("--seed <n>", "of the resamples; same seed, same intervals", whole("--seed"), 1)
    .option("--json", "the scorecards as JSON");
  if (!readFlags(command, argv)) return 0;
  process.stdout.write(await evaluate(command.args, command.opts<Flags>()));
  return 0;
}

async function evaluate(folders: readonly string[], flags: Flags): Promise<string> {
  checkCases(folders);
  const files = pairedFiles(folders, flags.labels, "--labels", "labels.csv");
  const siteFiles =
    flags.sitesLabels.length === 0 ? null : pairedFiles(folders, flags.sitesLabels, "--sites-labels", null);
  const cases: LabelledCase[] = [];
  const sites: LabelledSites[] = [];
  const store = await openStore(":memory:");
  try {
    for (const [i, folder] of folders.entries()) {
      cases.push(await readLabelledCase(store, folder, files[i]!, flags.column));
      if (siteFiles !== null) sites.push(await readLabelledSites(store, folder, siteFiles[i]!));
    }
  } finally {
    store.close();
  }
  checkLabelNames(cases, [...(flags.positive ?? []), ...flags.leaveOut]);
  const options = { minPosts: flags.minPosts, leaveOut: flags.leaveOut, positive: flags.positive ?? null };
  const drawing = { resamples: flags.bootstrap, seed: flags.seed };
  const cards = cases.map(({ outcomes }) => scorecard(outcomes, options));
  const together = pooledComposition(cards.map(({ composition }) => composition));
  const siteScores = sites.map(({ outcomes }) => siteScore(outcomes, flags.positive ?? null));
  const intervals = cases.map(({ outcomes }) => bootstrapIntervals(outcomes, options, drawing));
  if (flags.json) {
    const each = cases.map(({ folder, labelsFile, column, unlabelled, unseen }, i) => ({
      case: folder,
      labels: labelsFile,
      column,
      unlabelled,
      unseen,
      ...cards[i]!,
      bootstrap: { ...drawing, intervals: listed(intervals[i]!) },
      ...(siteFiles === null ? {} : { sites: { ...siteIntake(sites[i]!), ...siteScores[i]! } }),
    }));
    const whole =
      each.length === 1 ? each[0] : { cases: each, over: overCases(cards, drawing), composition: together, ...drawing };
    return `${JSON.stringify(whole, null, 2)}\n`;
  }
  const sections = cases.map((one, i) => {
    const heading = cases.length === 1 ? "#" : "##";
    return `${heading} Evaluation of ${one.folder} against ${one.labelsFile} (${one.column})\n\n${intakeText(one, cards[i]!)}\n\n${scorecardMarkdown(cards[i]!, intervals[i]!, `${heading}#`)}${siteFiles === null ? "" : `\n${sitesText(sites[i]!, siteScores[i]!, `${heading}#`)}`}`;
  });
  const note = flags.bootstrap === 0 ? "" : `\n${INTERVALS}\n`;
  if (cases.length === 1) return `${sections[0]}${note}`;
  const over = overCasesMarkdown(overCases(cards, drawing), together, cards.length);
  return `# Evaluation of ${cases.length} cases\n\n## Over the cases\n\n${over}\n${sections.join("\n")}${note}`;
}

const INTERVALS =
  "In brackets: 95 % percentile bootstrap over the accounts of the case, its clusters held as they are; a figure of 0 or 1 has no width, whatever the number of accounts. Accounts of one cluster are found or missed together, so these intervals are too narrow as a forecast for other data; several cases show how far worlds differ.";

function intakeText({ unlabelled, unseen }: LabelledCase, { accounts }: Scorecard): string {
  return `${accounts} accounts with a label; ${unlabelled} of the case have none and are left out; ${unseen} labelled ones are not in the case.`;
}

const siteIntake = ({ labelsFile, column, unlabelled, unseen }: LabelledSites) => ({
  labels: labelsFile,
  column,
  unlabelled,
  unseen,
});

function sitesText(intake: LabelledSites, score: SiteScore, heading: string): string {
  return `${siteScoreMarkdown(score, heading)}\n${score.sites} sites with a label in ${intake.labelsFile} (${intake.column}), ${intake.unseen} of them not in the case, which counts as in no group; ${intake.unlabelled} sites of the case have no label and are left out.\n`;
}

/** The keys of intervals are for machines already. */
function listed(intervals: ReturnType<typeof bootstrapIntervals>) {
  return [...intervals].map(([key, interval]) => {
    const [group, of, what] = JSON.parse(key) as [string, string, string];
    return { group, of, what, ...interval };
  });
}

const append = (text: string, before: string[]): string[] => [...before, text];

const list = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");

const whole =
  (flag: string) =>
  (text: string): number =>
    readWhole(flag, text, 0);
