import { caseContents } from "../clusters/contents.ts";
import type { CaseControl } from "../clusters/control.ts";
import type { EvidenceLayer } from "../clusters/evidence-layer.ts";
import type { Binning } from "../clusters/meetings.ts";
import type { Profile } from "../clusters/profile.ts";
import { type GroupedSite, siteGroups } from "../clusters/site-groups.ts";
import { caseSites } from "../clusters/sites.ts";
import type { Progress } from "../corpus/progress.ts";
import { LAYER_OF } from "../corpus/trace.ts";
import { type OverviewFacts, overviewFile, type PairsBetween } from "../exports/overview.ts";
import type { Intake } from "../formats/intake.ts";
import type { AccountGraph } from "../graphs/account.ts";
import type { Layer } from "../graphs/layer.ts";
import { accountNames } from "../store/cluster-facts.ts";
import type { Store } from "../store/database.ts";
import { summaryMarkdown } from "../summaries/summary.ts";
import { formatCount, formatNumberOf } from "../text/figures.ts";
import type { Observation } from "../traces/observe.ts";
import { LEAST_RERUNS, RERUNS } from "./control.ts";
import { accountGexf, contentGexf, siteGexf } from "./graph-files.ts";
import type { CaseManifest, TraceManifest } from "./manifest.ts";
import { siteLinks } from "./site-links.ts";
import { type CaseText, jsonLines } from "./write.ts";

/** What the analysis has found, before it is put into words and files. */
export interface Findings {
  readonly store: Store;
  readonly options: {
    readonly files: readonly string[];
    readonly q: number;
    readonly minObjects: number;
    readonly seed: number;
    readonly reruns?: number;
    readonly version: string;
    readonly key?: string;
  };
  readonly intake: Intake;
  readonly observation: Observation;
  /** Name of each object of the site trace. */
  readonly siteNames: readonly string[];
  readonly layers: readonly EvidenceLayer[];
  /** Pairs of accounts that could have qualified over all traces together. */
  readonly pairsTested: number;
  readonly accounts: AccountGraph;
  readonly profiles: readonly Profile[];
  readonly control: CaseControl;
  readonly binning: Binning;
  /** Times of the first and the last post, and how many accounts posted at all. */
  readonly span: { readonly firstMs: number; readonly lastMs: number; readonly posted: number };
  readonly stages: Progress;
}

export interface CaseTexts {
  readonly texts: readonly CaseText[];
  readonly sites: readonly GroupedSite[];
  readonly manifest: Omit<CaseManifest, "timings">;
}

/** Graphs, profiles, overview and summary as texts, the sites with their groups, and the manifest. */
export async function caseTexts(findings: Findings): Promise<CaseTexts> {
  const { store, options, layers, accounts, profiles, binning, stages } = findings;
  const clusterOf = new Int32Array(findings.intake.accounts).fill(-1);
  for (const [i, { members }] of profiles.entries()) for (const { account } of members) clusterOf[account] = i;
  const clusterIds = profiles.map((profile) => profile.clusterId);
  stages.stage("drawing graphs");
  const observed = (name: string) => findings.observation.traces.find(({ trace }) => trace.name === name);
  const siteTrace = observed("co-domain");
  const contents = await caseContents(store, layers, clusterOf, clusterIds, options.q);
  const sites = await caseSites(store, siteTrace, findings.siteNames, observed("same-text"), clusterOf, options.q);
  const names = await accountNames(
    store,
    accounts.mapNodes((_, { account }) => account),
  );
  const drawn = layers.map((evidence) => evidence.layer);
  const caveats = caveatsOf(findings, contents.leftOut, sites.leftOut, sites.commonIndicators);
  const facts = overviewFacts(findings, caveats);
  const overview = overviewFile(facts, profiles, binning, pairsBetween(accounts, drawn, clusterOf, clusterIds));
  return {
    manifest: manifestOf(findings, facts),
    sites: siteGroups(sites.graph, options),
    texts: [
      { path: "graphs/account.gexf", text: accountGexf(accounts, drawn, profiles, names, options.seed) },
      { path: "graphs/content.gexf", text: contentGexf(contents.graph, clusterIds, options.seed) },
      { path: "graphs/site.gexf", text: siteGexf(sites.graph, options.seed) },
      { path: "clusters.json", text: jsonLines(profiles) },
      { path: "summary.md", text: summaryMarkdown(facts, profiles) },
      { path: "explorer/sites.json", text: `${JSON.stringify(siteLinks(sites.graph))}\n` },
      { path: "explorer/overview.json", text: `${JSON.stringify(overview)}\n` },
      ...profiles.map((profile) => ({
        path: `explorer/clusters/${profile.clusterId}.json`,
        text: `${JSON.stringify(profile)}\n`,
      })),
    ],
  };
}

function overviewFacts(findings: Findings, caveats: readonly string[]): OverviewFacts {
  const { intake, options, layers, span } = findings;
  const significant = layers.map((evidence) => evidence.layer.kept.length);
  return {
    caseName: caseNameOf(options.files),
    version: options.version,
    inputs: intake.files.map(({ path, sha256, format, rowsRead }) => ({ path, sha256, format, rows: rowsRead })),
    rowsRead: intake.rowsRead,
    rowsKept: intake.rowsKept,
    rejected: intake.rejectedByReason,
    accounts: span.posted,
    posts: intake.posts,
    firstMs: span.firstMs,
    lastMs: span.lastMs,
    pairsTested: layers.reduce((sum, evidence) => sum + evidence.layer.significance.tested, 0),
    pairsSignificant: significant.reduce((sum, count) => sum + count, 0),
    q: options.q,
    minObjects: options.minObjects,
    seed: options.seed,
    traces: layers.map(({ observed, windowMs, layer }) => ({
      trace: layer.pairs.trace,
      layer: LAYER_OF[layer.pairs.trace],
      windowMs,
      actions: observed.actions.count,
      objects: observed.actions.objectCount,
      pairsTested: layer.significance.tested,
      pairsCandidate: layer.pairs.count,
      pairsSignificant: layer.kept.length,
      bits: layer.kept.reduce((sum, pair) => sum + layer.significance.bits[pair]!, 0),
    })),
    control: findings.control,
    caveats,
  };
}

/** After the first input, so that the same input gives the same name wherever the case is put. */
function caseNameOf(files: readonly string[]): string {
  const base = (files[0] ?? "case").split(/[\\/]/).at(-1) ?? "case";
  const file = base.replace(/\.(gz|zst)$/i, "").replace(/\.[a-z0-9]+$/i, "");
  // "posts.csv" says nothing; its folder does.
  const stem = /^(posts?|tweets?|data|export|messages)$/i.test(file)
    ? ((files[0] ?? "").split(/[\\/]/).at(-2) ?? file)
    : file;
  return files.length > 1 ? `${stem} and ${files.length - 1} more` : stem;
}

/** Significant pairs whose two accounts ended in different clusters. */
function pairsBetween(
  graph: AccountGraph,
  layers: readonly Layer[],
  clusterOf: Int32Array,
  ids: readonly string[],
): PairsBetween {
  const between = new Map<string, Map<string, number>>();
  graph.forEachEdge((_, { evidence }, source, target) => {
    const [a, b] = [clusterOf[Number(source)]!, clusterOf[Number(target)]!].sort((left, right) => left - right);
    if (a === b || a! < 0) return;
    const key = `${ids[a!]} ${ids[b!]}`;
    const letters = [...new Set(evidence.map(({ layer }) => LAYER_OF[layers[layer]!.pairs.trace]))].sort().join("");
    const counts = between.get(key) ?? new Map<string, number>();
    between.set(key, counts.set(letters, (counts.get(letters) ?? 0) + 1));
  });
  return between;
}

function caveatsOf(findings: Findings, contents: number, sites: number, commonIndicators: number): string[] {
  const { intake, observation, layers, accounts, profiles } = findings;
  const caveats = intake.issues.filter((issue) => issue.severity !== "error").map((issue) => issue.message);
  const silent = intake.accounts - findings.span.posted;
  if (silent > 0)
    caveats.push(`${formatCount(silent)} of the accounts listed have no post here; nothing is said of them.`);
  for (const { commonObjects, layer } of layers) {
    if (commonObjects === 0) continue;
    caveats.push(
      `${formatCount(commonObjects)} objects of ${layer.pairs.trace} were touched by so many at once that they proposed no pairs; they are counted for every pair that met on another object, and pairs that met on nothing else are not listed.`,
    );
  }
  const unread = observation.backgroundPosts < intake.posts && intake.hasText;
  if (unread && observation.backgroundPosts > 0) {
    caveats.push(`How common a word is was learnt from ${formatCount(observation.backgroundPosts)} posts with text.`);
  }
  caveats.push(...controlCaveats(findings));
  const grouped = profiles.reduce((sum, { members }) => sum + members.length, 0);
  if (accounts.order > grouped) {
    caveats.push(
      `${formatNumberOf(accounts.order - grouped, "account has", "accounts have")} significant pairs but belong to no group of three or more that lasts; the pairs are in pairs.csv.`,
    );
  }
  if (intake.timeResolutionMs >= 60_000) {
    caveats.push("Times are exact to the minute only, so nothing can be said about seconds.");
  }
  if (contents > 0)
    caveats.push(`${formatCount(contents)} more contents are not in graphs/content.gexf; those with most members are.`);
  if (sites > 0)
    caveats.push(
      `${formatCount(sites)} more sites are not in graphs/site.gexf and sites.csv; those with most members are.`,
    );
  if (commonIndicators > 0) {
    caveats.push(
      `${formatCount(commonIndicators)} values of web indicators are on so many sites that they link none by themselves.`,
    );
  }
  return caveats;
}

/** What the number of reruns cannot show. */
function controlCaveats({ control: { reruns }, options }: Findings): string[] {
  if (reruns === 0) return ["Nothing was rerun on shuffled data: no cluster was held against what chance would find."];
  const least = (1 / (1 + reruns)).toFixed(2);
  if (options.reruns === undefined && reruns < RERUNS) {
    return [
      `This export is large: it was rerun on shuffled data ${reruns} times, not ${RERUNS}, so no cluster's p can be below ${least}.`,
    ];
  }
  return reruns < LEAST_RERUNS
    ? [`With ${reruns} reruns on shuffled data no cluster's p can be below ${least}: too few to rule chance out.`]
    : [];
}

function manifestOf(findings: Findings, facts: OverviewFacts): Omit<CaseManifest, "timings"> {
  const { intake, layers, accounts, profiles, options } = findings;
  const { key: _, ...parameters } = options;
  return {
    schema: 1,
    version: options.version,
    parameters,
    inputs: intake.files.map((file) => ({
      path: file.path,
      sha256: file.sha256,
      bytes: file.bytes,
      format: file.format,
      role: file.role,
      rows: file.rowsRead,
      kept: file.rowsKept,
      rejected: file.rowsRejected,
    })),
    rows: {
      read: intake.rowsRead,
      kept: intake.rowsKept,
      rejected: intake.rowsRejected,
      rejectedByReason: intake.rejectedByReason,
    },
    control: findings.control,
    issues: intake.issues.map(({ code, severity, message }) => ({ code, severity, message })),
    counts: {
      posts: intake.posts,
      accounts: intake.accounts,
      pairsTested: facts.pairsTested,
      pairsTestedFused: findings.pairsTested,
      pairsFused: accounts.size,
      pairsSignificant: facts.pairsSignificant,
      accountsWithPairs: accounts.order,
      clusters: profiles.length,
      clustersUnexplained: profiles.filter(({ reading }) => reading === "unexplained").length,
      clustersExplained: profiles.filter(({ reading }) => reading.startsWith("explained:")).length,
      clustersWeak: profiles.filter(({ reading }) => reading === "weak").length,
    },
    traces: layers.map(
      ({ observed, windowMs, layer, commonObjects, met, bicmResidual }): TraceManifest => ({
        trace: layer.pairs.trace,
        windowMs,
        actions: observed.actions.count,
        objects: observed.actions.objectCount,
        commonObjects,
        pairsTested: layer.significance.tested,
        pairsMet: met,
        pairsListed: layer.pairs.count,
        pairsSignificant: layer.kept.length,
        bicmResidual,
      }),
    ),
  };
}
