import { markdownTable } from "../bench/table.ts";
import { absent, readingsText, share } from "./cells.ts";
import { iraClustering, iraSettings } from "./ira.ts";
import { mixedCopies, mixedFiles, mixedScores } from "./mixed.ts";
import type { FoundCase, Runs, Settings } from "./runs.ts";

const HOUR_MS = 3_600_000;

const VARIANTS: readonly { readonly name: string; readonly settings: Partial<Settings> }[] = [
  { name: "q 0.01, each trace its own window", settings: { q: 0.01 } },
  { name: "q 0.05, each trace its own window (default)", settings: {} },
  { name: "q 0.10, each trace its own window", settings: { q: 0.1 } },
  { name: "q 0.05, 60 s for all", settings: { windowMs: 60_000 } },
  { name: "q 0.05, 1 h for all", settings: { windowMs: HOUR_MS } },
  { name: "q 0.05, 1 d for all", settings: { windowMs: 24 * HOUR_MS } },
];

/** How much hangs on the two numbers that a user can set? */
export async function sensitivityFindings(runs: Runs): Promise<string> {
  const ira = iraSettings("ira_tweets_2015-11.csv.gz");
  const mixed = mixedFiles();
  return [
    "### `ira-tweets/ira_tweets_2015-11.csv.gz`",
    ira === null ? absent("ira-tweets") : await iraTable(runs, ira),
    "### `mixed-gopdebate`",
    mixed === null ? absent("mixed-gopdebate") : await mixedTables(runs, mixed),
  ].join("\n\n");
}

async function iraTable(runs: Runs, { labels, ...settings }: NonNullable<ReturnType<typeof iraSettings>>) {
  const rows = await eachVariant(runs, settings, async (found) => {
    const { all, core } = await iraClustering(found, labels);
    return [all, core].flatMap((line) => [String(line.items), share(line.nmi), share(line.ari)]);
  });
  const head = ["clustered, all", "NMI, all", "ARI, all", "clustered, core", "NMI, core", "ARI, core"];
  return markdownTable(["setting", "clusters", ...head], rows);
}

/** The set as published and each of its copies. */
async function mixedTables(runs: Runs, files: NonNullable<ReturnType<typeof mixedFiles>>): Promise<string> {
  const head = ["precision, any", "recall, any", "precision, unexplained", "recall, unexplained"];
  const parts: string[] = [];
  for (const { name, posts } of await mixedCopies(runs, files)) {
    const rows = await eachVariant(runs, { files: [posts] }, async (found) => {
      const { any, unexplained } = await mixedScores(found, files.labels);
      return [any, unexplained].flatMap(({ precision, recall }) => [share(precision), share(recall)]);
    });
    parts.push(`Texts: ${name}.`, markdownTable(["setting", "clusters", ...head], rows));
  }
  return parts.join("\n\n");
}

async function eachVariant(
  runs: Runs,
  base: Settings,
  scoresOf: (found: FoundCase) => Promise<string[]>,
): Promise<string[][]> {
  const rows: string[][] = [];
  for (const { name, settings } of VARIANTS) {
    const found = await runs.analysed({ ...base, ...settings });
    rows.push([name, readingsText(found.clusters), ...(await scoresOf(found))]);
  }
  return rows;
}
