import { mostlyText } from "./composition.ts";
import { type FigureGroup, figureKey, ppvName } from "./figures.ts";
import type { Interval } from "./interval.ts";
import { figure, table } from "./markdown-table.ts";
import type { OperationMatch } from "./operations.ts";
import type { Scorecard } from "./scorecard.ts";

export type Intervals = ReadonlyMap<string, Interval>;

const NONE: Intervals = new Map();

/** The scorecard as Markdown tables, two decimals; a dash where a figure does not exist, its interval in brackets where there is one. */
export function scorecardMarkdown(card: Scorecard, intervals: Intervals = NONE, heading = "##"): string {
  const parts = [
    `${heading} Clusters against labels\n\n${clusteringTable(card, intervals)}`,
    `${heading} Flagged accounts against labels\n\n${flagTable(card, intervals)}`,
  ];
  if (card.flags !== null) {
    parts.push(
      `${heading} Operations and their best-matching clusters\n\n${operationTable("operations", card.operations, intervals)}`,
      `${heading} The same when only unexplained clusters count\n\n${operationTable("unexplained operations", card.unexplainedOperations, intervals)}`,
      `${heading} How often innocent accounts are flagged\n\n${innocentTable(card, intervals)}`,
    );
  }
  parts.push(`${heading} What the clusters are made of\n\n${compositionTable(card)}`);
  return `${parts.join("\n\n")}\n`;
}

/** Writes a figure with its interval. */
function cellsOf(intervals: Intervals, group: FigureGroup, of: string) {
  return (what: string, value: number | null, digits = 2): string =>
    figure(value, intervals.get(figureKey(group, of, what)) ?? null, digits);
}

function clusteringTable({ clustering }: Scorecard, intervals: Intervals): string {
  return table(
    [
      "labels",
      "posts at least",
      "eligible",
      "clustered",
      "coverage",
      "clusters",
      "NMI",
      "ARI",
      "purity",
      "pair precision",
      "pair recall",
    ],
    clustering.map((line) => {
      const cell = cellsOf(intervals, "clustering", line.what);
      return [
        line.what,
        String(line.minPosts),
        String(line.eligible),
        String(line.items),
        cell("coverage", line.coverage),
        String(line.clusters),
        cell("NMI", line.nmi),
        cell("ARI", line.ari),
        cell("purity", line.purity),
        cell("pair precision", line.pairPrecision),
        cell("pair recall", line.pairRecall),
      ];
    }),
  );
}

function flagTable(card: Scorecard, intervals: Intervals): string {
  if (card.flags === null)
    return "Every label is covert, so no account could be flagged wrongly: nothing to measure here.";
  const ppvHeads = (card.flags[0]?.ppv ?? []).map(({ prevalence }) => ppvName(prevalence));
  const lines = table(
    [
      "flagged when",
      "accounts",
      "covert",
      "flagged",
      "right",
      "precision",
      "recall",
      "F1",
      "false positive rate",
      ...ppvHeads,
    ],
    card.flags.map((line) => {
      const cell = cellsOf(intervals, "flags", line.rule);
      return [
        line.rule,
        String(line.accounts),
        String(line.covert),
        String(line.flagged),
        String(line.truePositive),
        cell("precision", line.precision),
        cell("recall", line.recall),
        cell("F1", line.f1),
        cell("false positive rate", line.falsePositiveRate, 4),
        ...line.ppv.map(({ prevalence, value }) => cell(ppvName(prevalence), value)),
      ];
    }),
  );
  const ranking = cellsOf(intervals, "ranking", "accounts");
  const average = ranking("average precision by score", card.averagePrecision);
  const weighted = ranking("weighted precision of clusters", card.weightedPrecision);
  return `${lines}\n\nAverage precision by score ${average}, weighted precision of clusters ${weighted}.${unsure(card)}`;
}

/** A PPV of 1 only says that no innocent account was flagged here; with n of them the true rate may still be near 3/n (rule of three, 95 %). */
function unsure({ flags }: Scorecard): string {
  const clean = flags?.find(
    ({ falsePositive, trueNegative, flagged }) => falsePositive === 0 && trueNegative > 0 && flagged > 0,
  );
  if (clean === undefined) return "";
  const bound = (3 / clean.trueNegative).toPrecision(2);
  return ` Where no innocent account was flagged, the false positive rate may still be up to ${bound} (95 %), and the PPV lower accordingly.`;
}

function operationTable(group: FigureGroup, matches: readonly OperationMatch[], intervals: Intervals): string {
  if (matches.length === 0) return "No account is labelled as part of an operation.";
  return table(
    [
      "operation",
      "accounts",
      "in clusters",
      "over",
      "weighted precision",
      "best cluster",
      "its accounts",
      "members",
      "precision",
      "recall",
      "F1",
    ],
    matches.map((match) => {
      const cell = cellsOf(intervals, group, match.operation);
      return [
        match.operation,
        String(match.accounts),
        String(match.inClusters),
        String(match.pieces),
        cell("weighted precision", match.weightedPrecision),
        match.clusterId ?? "none",
        String(match.clusterAccounts),
        String(match.members),
        match.clusterId === null ? "-" : cell("precision", match.precision),
        cell("recall", match.recall),
        cell("F1", match.f1),
      ];
    }),
  );
}

function innocentTable({ innocents }: Scorecard, intervals: Intervals): string {
  return table(
    ["label", "accounts", "in any cluster", "share", "in an unexplained cluster", "share"],
    innocents.map((line) => {
      const cell = cellsOf(intervals, "flag rates", line.label);
      return [
        line.label,
        String(line.accounts),
        String(line.inCluster),
        cell("in any cluster", line.clusterRate, 4),
        String(line.inUnexplained),
        cell("unexplained", line.unexplainedRate, 4),
      ];
    }),
  );
}

function compositionTable({ composition }: Scorecard): string {
  if (composition.length === 0) return "No clusters.";
  return table(
    ["reading", "mostly", "clusters", "accounts"],
    composition.map((line) => [line.reading, mostlyText(line), String(line.clusters), String(line.accounts)]),
  );
}
