import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CaseManifest } from "../../src/case/manifest.ts";
import type { Profile } from "../../src/clusters/profile.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { type CaseAccount, joinLabels } from "../../src/evaluate/join.ts";
import type { Outcome } from "../../src/evaluate/outcome.ts";
import { type AnalysisOptions, analyze } from "../../src/pipeline.ts";
import { openStore } from "../../src/store/database.ts";
import { VERSION } from "../home.ts";
import { readAccounts, readLabels } from "../labels.ts";
import { say } from "../terminal.ts";

/** What differs from the defaults of `analyze`; reruns on shuffled data only where they are asked for. */
export type Settings = Pick<AnalysisOptions, "files"> &
  Partial<Pick<AnalysisOptions, "accounts" | "windowMs" | "minObjects" | "q" | "allPairs" | "seed" | "reruns">>;

export interface FoundCase {
  readonly manifest: CaseManifest;
  readonly clusters: readonly FoundCluster[];
  readonly accounts: readonly CaseAccount[];
  /** Only with `allPairs`. */
  readonly pairsCsv: string | null;
}

export type FoundCluster = Pick<
  Profile,
  "clusterId" | "key" | "reading" | "observed" | "expected" | "q" | "stability"
> & { readonly accounts: number; readonly traces: readonly string[] };

export interface Runs {
  /** For what a section writes itself. */
  readonly folder: string;
  /** Analyse, or hand out what the same settings gave before. */
  analysed(settings: Settings): Promise<FoundCase>;
}

/** So many reruns on shuffled data for the sets that serve as negative control. */
export const CONTROL_RERUNS = 20;

/** Analyses in `folder`, one after the other; a case is read and removed at once, so that the disk never holds two. */
export function createRuns(folder: string, clock: () => number): Runs {
  const known = new Map<string, Promise<FoundCase>>();
  return {
    folder,
    analysed: (settings) => {
      const options = { minObjects: 2, q: 0.05, allPairs: false, seed: 1, reruns: 0, ...settings };
      const key = JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
      const found = known.get(key) ?? run(options, join(folder, "case"), clock);
      known.set(key, found);
      return found;
    },
  };
}

async function run(
  options: Settings & Required<Pick<AnalysisOptions, "minObjects" | "q" | "allPairs" | "seed" | "reruns">>,
  out: string,
  clock: () => number,
): Promise<FoundCase> {
  const beganMs = clock();
  const { manifest } = await analyze({ ...options, out, pseudonymise: false, version: VERSION }, SILENT, clock);
  const profiles = JSON.parse(readFileSync(join(out, "clusters.json"), "utf8")) as Profile[];
  const store = await openStore(":memory:");
  try {
    return {
      manifest,
      clusters: profiles.map((profile) => ({
        clusterId: profile.clusterId,
        key: profile.key,
        reading: profile.reading,
        observed: profile.observed,
        expected: profile.expected,
        q: profile.q,
        stability: profile.stability,
        accounts: profile.members.length,
        traces: profile.evidence.map(({ trace }) => trace),
      })),
      accounts: await readAccounts(store, join(out, "accounts.csv")),
      pairsCsv: options.allPairs ? readFileSync(join(out, "pairs.csv"), "utf8") : null,
    };
  } finally {
    store.close();
    rmSync(out, { recursive: true, force: true });
    say(`${options.files[0]!.split(/[\\/]/).slice(-2).join("/")}  ${((clock() - beganMs) / 1000).toFixed(1)} s`);
  }
}

/** The accounts of a case beside their labels in `column` of a CSV file. */
export async function outcomesOf({ accounts }: FoundCase, labelsFile: string, column: string): Promise<Outcome[]> {
  const store = await openStore(":memory:");
  try {
    const { labels } = await readLabels(store, labelsFile, column);
    return [...joinLabels(accounts, labels).outcomes];
  } finally {
    store.close();
  }
}
