import { negativeControl } from "./case/control.ts";
import { storeEvidence, storeSites } from "./case/evidence.ts";
import { beginCase } from "./case/folder.ts";
import type { CaseManifest } from "./case/manifest.ts";
import { timed } from "./case/stages.ts";
import { caseTexts } from "./case/texts.ts";
import { writeTexts } from "./case/write.ts";
import { buildProfiles } from "./clusters/build.ts";
import { findGroups } from "./clusters/find.ts";
import { withFronts } from "./clusters/identity/observe-fronts.ts";
import { readDrafts } from "./clusters/read.ts";
import { caseTouches } from "./clusters/touches.ts";
import { traceActions } from "./clusters/trace-actions.ts";
import { habitsOf } from "./coaction/habits.ts";
import { strataOf } from "./coaction/strata.ts";
import type { Progress } from "./corpus/progress.ts";
import { binningOf } from "./exports/binning.ts";
import { readInputs } from "./formats/intake.ts";
import { writeCsvFiles } from "./store/csv-files.ts";
import { openStore } from "./store/database.ts";
import { postColumns } from "./store/post-columns.ts";
import { pseudonymise, rewriteStore } from "./store/pseudonyms.ts";
import { observe } from "./traces/observe.ts";

export interface AnalysisOptions {
  /** Exports of posts. */
  readonly files: readonly string[];
  /** Folder of the case; replaced whole when it holds an older one. */
  readonly out: string;
  /** Table of accounts and table of web indicators. */
  readonly accounts?: string;
  readonly sites?: string;
  /** Name of a format, or a mapping of columns, instead of detection. */
  readonly format?: string;
  readonly map?: Readonly<Record<string, string>>;
  /** One window for every trace, instead of each trace's own. */
  readonly windowMs?: number;
  readonly minObjects: number;
  /** False discovery rate of pairs. */
  readonly q: number;
  /** Keep every pair in the case, whatever its q. */
  readonly allPairs: boolean;
  readonly seed: number;
  /** Reruns on shuffled data; 99 when left out, fewer for large exports. 0: none. */
  readonly reruns?: number;
  readonly pseudonymise: boolean;
  /** Secret of the pseudonyms. */
  readonly key?: string;
  readonly version: string;
  /** Of the store; as many as there are processors when left out. No file of the case depends on it. */
  readonly threads?: number;
}

export interface AnalysisResult {
  readonly casePath: string;
  readonly manifest: CaseManifest;
}

/**
 * The whole way, from files to a case.
 *
 * @param clock milliseconds from any origin; only timings in case.json depend on it
 * @throws UserError when the input or the place of the case does not allow it; what stood at `out` is then untouched
 */
export async function analyze(
  options: AnalysisOptions,
  progress: Progress,
  clock: () => number,
): Promise<AnalysisResult> {
  const stages = timed(progress, clock);
  const folder = beginCase(options.out);
  const store = await openStore(`${folder.path}/case.duckdb`, {
    tempDirectory: `${folder.path}/spill`,
    ...(options.threads === undefined ? {} : { threads: options.threads }),
  });
  try {
    // files ──formats──▶ store
    const intake = await readInputs(store, options.files, inputOptions(options), stages);
    if (options.pseudonymise) await pseudonymise(store, options.key ?? "");

    // store ──traces──▶ actions
    const observed = await observe(store, stages);
    const siteNames = await storeSites(store, observed);
    const observation = await withFronts(store, observed, siteNames, options);

    // actions ──coaction──▶ pairs (p, q) ──graphs──▶ account graph ──▶ communities ──▶ clusters
    const posts = await postColumns(store);
    const strata = strataOf(posts);
    const traces = traceActions(observation, habitsOf(strata, posts.account, posts.accountCount), options.windowMs);
    const found = findGroups(traces, options, stages, await caseTouches(store));
    const layers = found.layers.map((layer, i) => ({ ...layer, observed: observation.traces[i]! }));
    const { accounts } = found;

    // the same way again on shuffled data, then innocent explanations
    const { drafts: controlled, control } = await negativeControl(
      traces,
      posts.account,
      strata,
      found,
      options,
      stages,
    );
    const drafts = await readDrafts(store, controlled, layers, intake.accounts, stages);
    const [span] = await store.rows<{ firstMs: number; lastMs: number; posted: number }>(
      `select min(time_ms) as "firstMs", max(time_ms) as "lastMs", count(distinct account) as posted from posts`,
    );
    const binning = binningOf(span!.firstMs, span!.lastMs);
    const profiles = await buildProfiles(store, drafts, layers, intake.accounts, binning, options.seed, stages);

    // clusters ──▶ case: evidence, tables, graphs, summary, explorer
    const { texts, sites, manifest } = await caseTexts({
      store,
      options,
      intake,
      observation,
      siteNames,
      layers,
      pairsTested: found.pairsTested,
      accounts,
      profiles,
      control,
      binning,
      span: span!,
      stages,
    });
    stages.stage("writing the case");
    await storeEvidence(store, layers, profiles, sites, options.allPairs);
    await writeCsvFiles(store, folder.path);
    await store.run("checkpoint");
    store.close();
    if (options.pseudonymise) await rewriteStore(`${folder.path}/case.duckdb`);
    writeTexts(folder.path, texts);
    const finished = { ...manifest, timings: stages.timings() };
    writeTexts(folder.path, [{ path: "case.json", text: `${JSON.stringify(finished, null, 2)}\n` }]);
    folder.commit();
    return { casePath: options.out, manifest: finished };
  } catch (error) {
    store.close();
    folder.discard();
    throw error;
  }
}

function inputOptions({ format, map, accounts, sites }: AnalysisOptions): Parameters<typeof readInputs>[2] {
  return {
    ...(format === undefined ? {} : { format }),
    ...(map === undefined ? {} : { map }),
    ...(accounts === undefined ? {} : { accounts }),
    ...(sites === undefined ? {} : { indicators: sites }),
  };
}
