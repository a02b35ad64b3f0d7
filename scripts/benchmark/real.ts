import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { markdownTable } from "../bench/table.ts";
import { absent, readingsText, share } from "../findings/cells.ts";
import { CONTROLS, controlFiles } from "../findings/controls.ts";
import { coortweetFindings } from "../findings/coortweet.ts";
import { iraClustering, iraSettings } from "../findings/ira.ts";
import { mixedFiles, mixedScores } from "../findings/mixed.ts";
import { createRuns, type Runs } from "../findings/runs.ts";
import { type RealSiteRow, realSiteRows } from "./real-sites.ts";

/** The real sets, in brief; docs/findings.md has every cluster of them. A set that is not there is named as such. */
export async function realSections(clock: () => number): Promise<{ title: string; text: string }[]> {
  const folder = mkdtempSync(join(tmpdir(), "marionet-benchmark-real-"));
  try {
    const runs = createRuns(folder, clock);
    return [
      { title: "Real data: accounts", text: await accountSets(runs) },
      { title: "Real data: where no operation is known", text: await controlSets(runs) },
      { title: "Real data: sites", text: siteSets(await realSiteRows(1)) },
      { title: "Real data: the pairs themselves", text: await coortweetFindings(runs) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function accountSets(runs: Runs): Promise<string> {
  const rows: string[][] = [];
  for (const name of ["ira_tweets_2015-11.csv.gz", "ira_tweets_2016-09_to_2017-02.csv.gz"]) {
    const settings = iraSettings(name);
    if (settings === null) {
      rows.push([`ira-tweets/${name}`, absent("ira-tweets")]);
      continue;
    }
    const { labels, ...files } = settings;
    const { all, core } = await iraClustering(await runs.analysed(files), labels);
    for (const [what, line] of [
      ["all categories", all],
      ["without NonEnglish, Unknown", core],
    ] as const) {
      rows.push([
        `ira-tweets/${name}, ${what}`,
        `NMI ${share(line.nmi)}, ARI ${share(line.ari)}, purity ${share(line.purity)} over ${line.items} of ${line.eligible} accounts`,
      ]);
    }
  }
  const mixed = mixedFiles();
  if (mixed === null) rows.push(["mixed-gopdebate", absent("mixed-gopdebate")]);
  else {
    const scores = await mixedScores(await runs.analysed({ files: [mixed.posts] }), mixed.labels);
    const { precision, recall, f1 } = scores.unexplained;
    rows.push([
      "mixed-gopdebate, claimed accounts",
      `precision ${share(precision)}, recall ${share(recall)}, F1 ${share(f1)}; see docs/findings.md before quoting it: without the repost marks of one origin precision falls to a third`,
    ]);
  }
  return markdownTable(["set", "Marionet"], rows);
}

/** Nothing but indicators is known of these sites: no posts, and mostly no ordinary neighbours. */
function siteSets(rows: readonly RealSiteRow[]): string {
  if (rows.length === 0) return `${absent("viginum-stix")} ${absent("meta-cib-domains")}`;
  const cells = rows.map(({ set, truth, evidence, sites, score, note }) => [
    set,
    truth,
    evidence,
    String(sites),
    score === null ? "–" : String(score.groups),
    score === null ? "–" : share(score.pairs.precision),
    score === null ? "–" : share(score.pairs.recall),
    score === null ? "–" : share(score.pairs.chance),
    note,
  ]);
  const heads = [
    "set",
    "truth",
    "linked by",
    "sites",
    "groups",
    "pair precision",
    "pair recall",
    "by chance",
    "remark",
  ];
  return markdownTable(heads, cells);
}

async function controlSets(runs: Runs): Promise<string> {
  const rows: string[][] = [];
  for (const { name } of CONTROLS) {
    const files = controlFiles(name);
    if (files === null) rows.push([name, "–", absent(name)]);
    else {
      const { clusters, manifest } = await runs.analysed({ files });
      rows.push([name, String(manifest.counts.accounts), readingsText(clusters)]);
    }
  }
  return markdownTable(["set", "accounts", "clusters"], rows);
}
