import type { OverviewCluster, OverviewFile } from "../src/exports/explorer.ts";
import { countReadings } from "../src/summaries/claim.ts";
import { formatExpected, formatRelation } from "../src/text/figures.ts";
import type { CaseFolder } from "./case.ts";
import { grouped } from "./progress.ts";

/** Clusters named on the terminal; all of them stand in clusters.csv, and the line after says how many more. */
const NAMED = 10;

/** What `analyze` says when it is done: what was read, what was found, where to look next. */
export function shortReport({ path, overview }: CaseFolder): string[] {
  const { clusters } = overview;
  const lines = [
    `${grouped(overview.posts)} posts by ${grouped(overview.accounts)} accounts; ${grouped(overview.rowsKept)} of ${grouped(overview.rowsRead)} rows taken in.`,
  ];
  for (const { rows, reason } of overview.rejected) lines.push(`  ${grouped(rows)} set aside: ${reason} (rejects.csv)`);
  lines.push(
    overview.pairsTested === 0
      ? `No pair of accounts could be tested: nothing is shared by two of them often enough (${overview.minObjects} or more objects).`
      : `${grouped(overview.pairsSignificant)} of ${grouped(overview.pairsTested)} possible pairs act together more than chance explains (q <= ${overview.q}, ${overview.minObjects} or more objects).`,
  );
  lines.push(verdict(clusters, overview.pairsTested), negativeControl(overview));
  for (const cluster of clusters.slice(0, NAMED)) lines.push(`  ${clusterLine(cluster)}`);
  if (clusters.length > NAMED) lines.push(`  and ${grouped(clusters.length - NAMED)} more in clusters.csv`);
  for (const caveat of overview.caveats) lines.push(`note: ${caveat}`);
  lines.push(`Look next: ${path}/summary.md, or in the browser: npm run explore -- ${quoted(path)}`);
  return lines;
}

/** The same for machines. */
export function machineReport({ path, overview }: CaseFolder): object {
  return {
    case: path,
    version: overview.version,
    rows: { read: overview.rowsRead, kept: overview.rowsKept, rejected: overview.rejected },
    accounts: overview.accounts,
    posts: overview.posts,
    pairs: { tested: overview.pairsTested, significant: overview.pairsSignificant },
    q: overview.q,
    minObjects: overview.minObjects,
    seed: overview.seed,
    readings: readings(overview.clusters),
    clusters: overview.clusters.map(
      ({
        clusterId,
        name,
        reading,
        topRival,
        strongestRival,
        accounts,
        posts,
        observed,
        expected,
        q,
        stability,
        pControl,
      }) => ({
        clusterId,
        name,
        reading,
        topRival,
        strongestRival,
        accounts,
        posts,
        observed,
        expected,
        q,
        stability,
        pControl,
      }),
    ),
    control:
      overview.control === null ? null : { reruns: overview.control.reruns, clusters: overview.control.clusters },
    caveats: overview.caveats,
  };
}

function verdict(clusters: readonly OverviewCluster[], pairsTested: number): string {
  if (pairsTested === 0) return "No cluster, and no answer: there was nothing to test.";
  if (clusters.length === 0) return "No cluster: no group of accounts acts as one beyond chance.";
  const { unexplained, explained, weak, byRival } = countReadings(clusters.map(({ reading }) => reading));
  const what = byRival.map(([rival, count]) => `${rival} ${grouped(count)}`).join(", ");
  return `${clusters.length === 1 ? "1 cluster" : `${grouped(clusters.length)} clusters`}: ${grouped(unexplained)} unexplained, ${grouped(explained)} explained${what === "" ? "" : ` (${what})`}, ${grouped(weak)} weak.`;
}

/** What the same analysis finds where nobody acts with anybody. */
function negativeControl({ control }: OverviewFile): string {
  if (control === null || control.reruns === 0) return "Shuffled data: not rerun; no cluster was held against chance.";
  const found = control.clusters.reduce((sum, count) => sum + count, 0);
  return `Shuffled data: ${found === 1 ? "1 cluster" : `${grouped(found)} clusters`} in ${control.reruns === 1 ? "1 rerun" : `${grouped(control.reruns)} reruns`}.`;
}

function readings(clusters: readonly OverviewCluster[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reading } of clusters) counts[reading] = (counts[reading] ?? 0) + 1;
  return counts;
}

function clusterLine(cluster: OverviewCluster): string {
  const { clusterId, reading, accounts, observed, expected, q, name } = cluster;
  return [
    clusterId,
    reading,
    `${grouped(accounts)} accounts`,
    `${grouped(observed)} objects together, ${formatExpected(expected)} expected`,
    `q ${formatRelation(q)}`,
    name,
  ].join("  ");
}

function quoted(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path;
}
