import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SILENT } from "../../src/corpus/progress.ts";
import { joinLabels } from "../../src/evaluate/join.ts";
import type { Outcome } from "../../src/evaluate/outcome.ts";
import { scorecard } from "../../src/evaluate/scorecard.ts";
import { siteScore } from "../../src/evaluate/sites.ts";
import { analyze } from "../../src/pipeline.ts";
import { buildWorld } from "../../src/simulate/build.ts";
import { truthOf } from "../../src/simulate/truth.ts";
import type { WorldOptions } from "../../src/simulate/world.ts";
import { openStore, type Store } from "../../src/store/database.ts";
import { VERSION } from "../home.ts";
import { readLabelledSites } from "../labelled-sites.ts";
import { readAccounts, readLabels } from "../labels.ts";
import { writeWorld } from "../world-files.ts";
import { runBaselines } from "./baselines.ts";
import { type Cell, type CellResult, isMethod, type Method, type OperationTies } from "./cell.ts";
import { rightMatch } from "./right-reading.ts";

/** Monday, so that every world has the same weekends. */
const START_MS = Date.UTC(2025, 2, 3);
/** Agreement of clusters and labels is not read here; every account counts. */
const CARD = { minPosts: 1, leaveOut: [], positive: null } as const;

/** Make the world, analyse it as `npm run analyze` would, and hold what came out against the truth. Leaves nothing on the disk. */
export async function runCell(cell: Cell, clock: () => number): Promise<CellResult> {
  const folder = mkdtempSync(join(tmpdir(), "marionet-benchmark-"));
  const store = await openStore(":memory:");
  try {
    const beganMs = clock();
    const options: WorldOptions = {
      seed: cell.seed,
      difficulty: cell.difficulty,
      accounts: cell.accounts,
      days: cell.days,
      startMs: START_MS,
      overrides: new Map(cell.settings),
    };
    const built = buildWorld(cell.scenario, options);
    const truth = truthOf(cell.scenario, options, built);
    writeWorld(folder, built, truth);
    const madeMs = clock();
    const files = [join(folder, "posts.csv")];
    const inputs = { accounts: join(folder, "accounts.csv"), sites: join(folder, "indicators.csv") };
    const out = join(folder, "case");
    const shape = {
      out,
      minObjects: 2,
      q: 0.05,
      allPairs: false,
      seed: 1,
      pseudonymise: false,
      version: VERSION,
      reruns: 0,
    };
    // One thread each: the suite runs as many cells at once as there are processors.
    await analyze({ files, ...inputs, ...shape, threads: 1 }, SILENT, clock);
    const analysedMs = clock();
    const { labels } = await readLabels(store, join(folder, "labels.csv"));
    const outcomes = joinLabels(await readAccounts(store, join(out, "accounts.csv")), labels).outcomes;
    const cards: Partial<Record<Method, CellResult["cards"][Method]>> = { Marionet: scorecard(outcomes, CARD) };
    if (cell.baselines) {
      for (const { name, accounts } of await runBaselines(files, { accounts: inputs.accounts }, 1)) {
        if (!isMethod(name)) throw new Error(`benchmark: no column for the method ${name}`);
        cards[name] = scorecard(joinLabels(accounts, labels).outcomes, CARD);
      }
    }
    return {
      cell,
      abstain: truth.abstain,
      posts: truth.posts,
      leaks: truth.leaks,
      cards: cards as CellResult["cards"],
      right: rightMatch(cell.scenario, outcomes),
      ties: await tiesOf(store, folder, outcomes),
      traces: await tracesOf(store, out),
      sites: await sitesOf(store, folder, out),
      imitators: imitatorsOf(outcomes, await coreOf(store, out)),
      seconds: { simulate: (madeMs - beganMs) / 1000, analyze: (analysedMs - madeMs) / 1000 },
    };
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const isCovert = (label: string): boolean => label !== "organic" && !label.startsWith("benign:");

async function tiesOf(store: Store, folder: string, outcomes: readonly Outcome[]): Promise<OperationTies | null> {
  const members = outcomes.filter(({ label }) => isCovert(label));
  if (members.length === 0) return null;
  const pairs = await store.rows<{ inside: boolean; source: string; target: string; trace: string }>(
    `with covert as (select account_id, operation from ${csv(join(folder, "labels.csv"))}
       where operation <> 'organic' and operation not like 'benign:%')
     select source, target, trace, coalesce(a.operation = b.operation, false) as inside
     from ${csv(join(folder, "case", "pairs.csv"))} p
     left join covert a on a.account_id = p.source left join covert b on b.account_id = p.target
     where a.operation is not null or b.operation is not null order by all`,
  );
  const inside = pairs.filter((pair) => pair.inside);
  const traces = new Map<string, number>();
  for (const { trace } of inside) traces.set(trace, (traces.get(trace) ?? 0) + 1);
  return {
    accounts: members.length,
    tied: new Set(inside.flatMap(({ source, target }) => [source, target])).size,
    pairsInside: inside.length,
    pairsAcross: pairs.length - inside.length,
    traces: [...traces].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([trace]) => trace),
  };
}

async function tracesOf(store: Store, out: string): Promise<Record<string, readonly string[]>> {
  const rows = await store.rows<{ id: string; traces: string }>(
    `select cluster_id as id, traces from ${csv(join(out, "clusters.csv"))} order by all`,
  );
  return Object.fromEntries(rows.map(({ id, traces }) => [id, traces.split("|")]));
}

async function sitesOf(store: Store, folder: string, out: string): Promise<CellResult["sites"]> {
  const { outcomes } = await readLabelledSites(store, out, join(folder, "site_labels.csv"));
  if (!outcomes.some(({ label }) => isCovert(label))) return null;
  const { groups, pairs, operations } = siteScore(outcomes, null);
  return { groups, pairs, operations };
}

/** Accounts that the case counts to the core of their cluster. */
async function coreOf(store: Store, out: string): Promise<ReadonlySet<string>> {
  const rows = await store.rows<{ id: string }>(
    `select account_id as id from ${csv(join(out, "accounts.csv"))} where core = 'true'`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Where the imitators of a frame-up ended: in the clusters that hold the crew, among their upper half by score, in their core. */
function imitatorsOf(outcomes: readonly Outcome[], core: ReadonlySet<string>): CellResult["imitators"] {
  const imitators = outcomes.filter(({ label }) => label === "benign:imitator");
  if (imitators.length === 0) return null;
  const crewClusters = new Set(outcomes.filter(({ label }) => isCovert(label)).map(({ clusterId }) => clusterId));
  crewClusters.delete(null);
  const isUpper = ({ clusterId, score }: Outcome) => {
    const scores = outcomes.filter((other) => other.clusterId === clusterId).map((other) => other.score);
    scores.sort((a, b) => a - b);
    return score > scores[scores.length >> 1]!;
  };
  const inCrew = imitators.filter(({ clusterId }) => clusterId !== null && crewClusters.has(clusterId));
  const found = outcomes.filter(({ label, clusterId }) => isCovert(label) && clusterId !== null);
  const isCore = ({ accountId }: Outcome) => core.has(accountId);
  return {
    accounts: imitators.length,
    inCrew: inCrew.length,
    inUpperHalf: inCrew.filter(isUpper).length,
    // Of all imitators: the core of a cluster of nobody but them is a core, too.
    inCore: imitators.filter(isCore).length,
    crewFound: found.length,
    crewInCore: found.filter(isCore).length,
  };
}

const csv = (file: string): string => `read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true)`;
