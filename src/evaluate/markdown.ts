import type { ClusterMakeup } from "./clusters.ts";
import type { Scorecard } from "./scorecard.ts";

/** The scorecard as Markdown tables, two decimals; a dash where a figure does not exist. */
export function scorecardMarkdown(card: Scorecard): string {
  const parts = [`## Clusters against labels\n\n${clusteringTable(card)}`];
  parts.push(`## Flagged accounts against labels\n\n${flagTable(card)}`);
  if (card.flags !== null) parts.push(`## Operations and their best-matching clusters\n\n${operationTable(card)}`);
  parts.push(`## What the clusters are made of\n\n${makeupTable(card.clusters)}`);
  return `${parts.join("\n\n")}\n`;
}

function clusteringTable({ clustering }: Scorecard): string {
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
    clustering.map((line) => [
      line.what,
      String(line.minPosts),
      String(line.eligible),
      String(line.items),
      figure(line.coverage),
      String(line.clusters),
      figure(line.nmi),
      figure(line.ari),
      figure(line.purity),
      figure(line.pairPrecision),
      figure(line.pairRecall),
    ]),
  );
}

function flagTable(card: Scorecard): string {
  if (card.flags === null)
    return "Every label is covert, so no account could be flagged wrongly: nothing to measure here.";
  const ppvHeads = (card.flags[0]?.ppv ?? []).map(
    ({ prevalence }) => `PPV at ${Number((prevalence * 100).toFixed(3))} %`,
  );
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
    card.flags.map((line) => [
      line.rule,
      String(line.accounts),
      String(line.covert),
      String(line.flagged),
      String(line.truePositive),
      figure(line.precision),
      figure(line.recall),
      figure(line.f1),
      figure(line.falsePositiveRate, 4),
      ...line.ppv.map(({ value }) => figure(value)),
    ]),
  );
  return `${lines}\n\nAverage precision by score ${figure(card.averagePrecision)}, weighted precision of clusters ${figure(card.weightedPrecision)}.${unsure(card)}`;
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

function operationTable({ operations }: Scorecard): string {
  if (operations.length === 0) return "No account is labelled as part of an operation.";
  return table(
    ["operation", "accounts", "cluster", "its accounts", "members", "precision", "recall", "F1"],
    operations.map((match) => [
      match.operation,
      String(match.accounts),
      match.clusterId ?? "none",
      String(match.clusterAccounts),
      String(match.members),
      figure(match.precision),
      figure(match.recall),
      figure(match.f1),
    ]),
  );
}

function makeupTable(clusters: readonly ClusterMakeup[]): string {
  if (clusters.length === 0) return "No clusters.";
  const groups = new Map<string, { reading: string; mostly: string; clusters: number; accounts: number }>();
  for (const { reading, mostly, topLabel, accounts } of clusters) {
    const named = mostly === "benign" ? `benign (${topLabel})` : mostly === "covert" ? `covert (${topLabel})` : mostly;
    const key = `${reading} | ${named}`;
    const group = groups.get(key) ?? { reading, mostly: named, clusters: 0, accounts: 0 };
    group.clusters++;
    group.accounts += accounts;
    groups.set(key, group);
  }
  return table(
    ["reading", "mostly", "clusters", "accounts"],
    [...groups.values()].map((group) => [group.reading, group.mostly, String(group.clusters), String(group.accounts)]),
  );
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(inert).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Labels come from a file: they must not break the table or carry markup. */
const inert = (cell: string): string => cell.replace(/\p{C}/gu, "").replace(/[\\|<>`*_[\]]/g, "\\$&");

const figure = (value: number | null, digits = 2): string => (value === null ? "-" : value.toFixed(digits));
