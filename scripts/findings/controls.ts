import { readdirSync } from "node:fs";
import { join } from "node:path";
import { markdownTable } from "../bench/table.ts";
import { dataset } from "../datasets.ts";
import { grouped } from "../progress.ts";
import { absent, chance, expectedCount, readingsText, share, shuffledText } from "./cells.ts";
import { INTERPRETATIONS } from "./interpretations.ts";
import { CONTROL_RERUNS, type FoundCase, type Runs } from "./runs.ts";

/** Ordinary life, and how the names of its files end. */
export const CONTROLS: readonly { readonly name: string; readonly ending: RegExp }[] = [
  { name: "us-election-2024-x-control", ending: /\.csv\.gz$/ },
  { name: "live-event-control", ending: /\.csv\.gz$/ },
  { name: "gop-debate-2015-control", ending: /\.csv$/ },
  { name: "telegram-news-channels", ending: /\.json\.gz$/ },
];

/** The files of a control set, in order; null when it is not there. */
export function controlFiles(name: string): string[] | null {
  const folder = dataset(name);
  const control = CONTROLS.find((one) => one.name === name);
  if (folder === null || control === undefined) return null;
  return readdirSync(folder)
    .filter((file) => control.ending.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** What is reported where there is no operation? */
export async function controlFindings(runs: Runs): Promise<string> {
  const parts: string[] = [];
  for (const { name } of CONTROLS) {
    const files = controlFiles(name);
    parts.push(`### \`${name}\``);
    if (files === null) {
      parts.push(absent(name));
      continue;
    }
    parts.push(controlText(await runs.analysed({ files, reruns: CONTROL_RERUNS }), INTERPRETATIONS[name] ?? {}));
  }
  return parts.join("\n\n");
}

/** The intake in one paragraph, then a line for each cluster and what a reader saw in it. */
export function controlText({ manifest, clusters }: FoundCase, read: Readonly<Record<string, string>>): string {
  const { rows, counts } = manifest;
  const reasons = rows.rejectedByReason.map(({ reason, rows: count }) => `${grouped(count)} set aside: ${reason}`);
  const intake = [
    `${grouped(rows.read)} rows read, ${grouped(rows.kept)} kept, ${grouped(rows.rejected)} set aside; ${grouped(counts.accounts!)} accounts.`,
    ...reasons,
    `${grouped(counts.pairsTested!)} pairs tested, ${grouped(counts.pairsSignificant!)} significant. Clusters: ${readingsText(clusters)}.`,
    shuffledText(manifest),
  ];
  const list = intake.map((line) => `- ${line}`).join("\n");
  if (clusters.length === 0) return list;
  const table = markdownTable(
    [
      "cluster",
      "reading",
      "accounts",
      "traces",
      "observed",
      "expected",
      "q",
      "stability",
      "what a reader of its posts saw",
    ],
    clusters.map((cluster) => [
      cluster.clusterId,
      cluster.reading,
      String(cluster.accounts),
      cluster.traces.join(", "),
      grouped(cluster.observed),
      expectedCount(cluster.expected),
      chance(cluster.q),
      share(cluster.stability),
      read[cluster.key] ?? `not yet read (key ${cluster.key})`,
    ]),
  );
  return `${list}\n\n${table}`;
}
