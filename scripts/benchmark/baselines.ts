import { SILENT } from "../../src/corpus/progress.ts";
import type { CaseAccount } from "../../src/evaluate/join.ts";
import { type IntakeOptions, readInputs } from "../../src/formats/intake.ts";
import { openStore, type Store } from "../../src/store/database.ts";
import { type Observation, observe } from "../../src/traces/observe.ts";
import type { BaselineGroup } from "./baseline-group.ts";
import { sameMinute } from "./same-minute.ts";
import { topPercentile } from "./top-percentile.ts";

/** What one of the trivial methods says about every account, in the form in which a case says it. */
export interface BaselineResult {
  readonly name: string;
  readonly about: string;
  /** Ready for `joinLabels`. A baseline has one reading only, and its groups count as claimed. */
  readonly accounts: readonly CaseAccount[];
}

const BASELINES: readonly {
  readonly name: string;
  readonly about: string;
  readonly groups: (observation: Observation, accountCount: number, seed: number) => BaselineGroup[];
}[] = [
  {
    name: "same-minute",
    about: "two links or two texts in common within 60 s each, connected components",
    groups: sameMinute,
  },
  {
    name: "top-percentile, counts",
    about: "links, reposts, texts and hashtag sequences shared within 1 h counted, top 1 % of edges, Louvain",
    groups: (observation, accountCount, seed) => topPercentile(observation, accountCount, { seed, weighing: "counts" }),
  },
  {
    name: "top-percentile, TF-IDF",
    about: "the same edges weighted by TF-IDF cosine, top 1 % of edges, Louvain",
    groups: (observation, accountCount, seed) => topPercentile(observation, accountCount, { seed, weighing: "tf-idf" }),
  },
];

/**
 * The trivial methods on the same posts that Marionet is given, read by the same intake and marked by the same traces: a text or link
 * that says too little for Marionet says too little for them, too.
 *
 * @throws UserError when the posts cannot be read
 */
export async function runBaselines(
  files: readonly string[],
  options: IntakeOptions,
  seed: number,
): Promise<BaselineResult[]> {
  const store = await openStore(":memory:");
  try {
    await readInputs(store, files, options, SILENT);
    const observation = await observe(store, SILENT);
    const known = await knownAccounts(store);
    return BASELINES.map(({ name, about, groups }) => ({
      name,
      about,
      accounts: accountRows(known, groups(observation, known.length, seed)),
    }));
  } finally {
    store.close();
  }
}

interface KnownAccount {
  readonly accountId: string;
  readonly posts: number;
}

/** In order of their dense numbers. */
function knownAccounts(store: Store): Promise<KnownAccount[]> {
  return store.rows<KnownAccount>(`select account_id as "accountId", posts from accounts order by account`);
}

function accountRows(known: readonly KnownAccount[], groups: readonly BaselineGroup[]): CaseAccount[] {
  const rows: CaseAccount[] = known.map((account) => ({ ...account, clusterId: null, reading: null, score: 0 }));
  const most = groups.reduce((high, { strength }) => strength.reduce((a, b) => Math.max(a, b), high), 0);
  for (const [i, { accounts, strength }] of groups.entries()) {
    for (const [k, account] of accounts.entries()) {
      const score = strength[k]! / most;
      rows[account] = { ...rows[account]!, clusterId: `B${i + 1}`, reading: "unexplained", score };
    }
  }
  return rows;
}
