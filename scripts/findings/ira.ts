import { clusterMakeups } from "../../src/evaluate/clusters.ts";
import { scorecard } from "../../src/evaluate/scorecard.ts";
import { markdownTable } from "../bench/table.ts";
import { dataset } from "../datasets.ts";
import { absent, share, shuffledText } from "./cells.ts";
import { CONTROL_RERUNS, type FoundCase, outcomesOf, type Runs, type Settings } from "./runs.ts";

interface Window {
  readonly name: string;
  readonly file: string;
  /** From the README of the data set: method, accounts, clusters, NMI, ARI, purity; all labels, then the core. */
  readonly baselines: readonly (readonly [string, number, number, number, number, number])[];
}

const WINDOWS: readonly Window[] = [
  {
    name: "2015-11",
    file: "ira_tweets_2015-11.csv.gz",
    baselines: [
      ["co-hashtag, all", 513, 11, 0.65, 0.52, 0.96],
      ["equal text, all", 516, 15, 0.68, 0.6, 0.97],
      ["co-hashtag, core", 181, 7, 0.65, 0.53, 0.91],
      ["equal text, core", 152, 8, 0.75, 0.67, 0.9],
    ],
  },
  {
    name: "2016-09 to 2017-02",
    file: "ira_tweets_2016-09_to_2017-02.csv.gz",
    baselines: [
      ["co-hashtag, all", 250, 14, 0.71, 0.41, 0.99],
      ["equal text, all", 255, 10, 0.75, 0.52, 0.96],
      ["co-hashtag, core", 150, 10, 0.76, 0.56, 0.99],
      ["equal text, core", 139, 3, 0.91, 0.86, 0.93],
    ],
  },
];
const SEEDS = [1, 2, 3];
const MIN_POSTS = 20;
const LEFT_OUT = ["NonEnglish", "Unknown"];

/** Settings for a file of `ira-tweets` with its table of accounts; null when it is absent. */
export function iraSettings(name: string): (Settings & { readonly labels: string }) | null {
  const file = dataset("ira-tweets", name);
  const accounts = dataset("ira-tweets", "authors.csv");
  const labels = dataset("ira-tweets", "labels.csv");
  return file === null || accounts === null || labels === null ? null : { files: [file], accounts, labels };
}

/** Clusters against the categories of Linvill and Warren: all labels, then the core of them. */
export async function iraClustering(found: FoundCase, labels: string) {
  const outcomes = await outcomesOf(found, labels, "account_category");
  const { clustering } = scorecard(outcomes, { minPosts: MIN_POSTS, leaveOut: LEFT_OUT, positive: null });
  return { all: clustering[0]!, core: clustering[1]!, makeups: clusterMakeups(outcomes, null) };
}

/** Do the clusters follow the categories that people gave the accounts? */
export async function iraFindings(runs: Runs): Promise<string> {
  const parts: string[] = [];
  for (const window of WINDOWS) {
    const settings = iraSettings(window.file);
    parts.push(
      `### \`ira-tweets/${window.file}\` (${window.name})`,
      settings === null ? absent("ira-tweets") : await windowFindings(runs, window, settings),
    );
  }
  return parts.join("\n\n");
}

async function windowFindings(
  runs: Runs,
  { baselines }: Window,
  { labels, ...settings }: NonNullable<ReturnType<typeof iraSettings>>,
): Promise<string> {
  const rows: string[][] = baselines.map(([method, items, clusters, ...figures]) => [
    `plain ${method}`,
    "1",
    "–",
    String(items),
    String(clusters),
    ...figures.map(share),
    "–",
  ]);
  const reruns = (seed: number): number => (seed === SEEDS[0] ? CONTROL_RERUNS : 0);
  const first = await runs.analysed({ ...settings, seed: SEEDS[0]!, reruns: CONTROL_RERUNS });
  const firstKeys = new Set(first.clusters.map(({ key }) => key));
  for (const seed of SEEDS) {
    const found = await runs.analysed({ ...settings, seed, reruns: reruns(seed) });
    const scores = await iraClustering(found, labels);
    const same = found.clusters.filter(({ key }) => firstKeys.has(key)).length;
    for (const [name, line] of [
      ["all", scores.all],
      ["core", scores.core],
    ] as const) {
      rows.push([
        `Marionet, ${name}`,
        String(seed),
        String(line.eligible),
        String(line.items),
        String(line.clusters),
        share(line.nmi),
        share(line.ari),
        share(line.purity),
        `${same} of ${found.clusters.length}`,
      ]);
    }
  }
  const head = ["method", "seed", `accounts of ${MIN_POSTS} posts`, "clustered", "clusters", "NMI", "ARI", "purity"];
  const { makeups } = await iraClustering(first, labels);
  const made = makeups.map((cluster) => [
    cluster.clusterId,
    cluster.reading,
    String(cluster.accounts),
    cluster.topLabel,
    share(cluster.topShare),
  ]);
  return [
    markdownTable([...head, "clusters with the members of seed 1"], rows),
    shuffledText(first.manifest),
    "What the clusters of seed 1 are made of, all accounts, however few their posts:",
    markdownTable(["cluster", "reading", "accounts", "commonest category", "its share"], made),
  ].join("\n\n");
}
