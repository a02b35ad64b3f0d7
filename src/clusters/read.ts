import type { Progress } from "../corpus/progress.ts";
import type { Store } from "../store/database.ts";
import { nameClusterAccounts } from "../store/evidence-tables.ts";
import { byEvidence, type Draft } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import { clusterFacts } from "./measures/facts.ts";
import type { Persistence } from "./measures/persistence.ts";
import { EXPLAINS, NOTABLE, type RivalName, type WeighedRival } from "./rivals/rival.ts";
import { weighRivals } from "./rivals/weigh.ts";

/** A draft with its rivals weighed: its reading and its rank are final. */
export interface ReadDraft extends Draft {
  /** The one that explains most first. */
  readonly rivals: readonly WeighedRival[];
  /** The best one, where it explains at least something. */
  readonly topRival: RivalName | null;
}

export function clusterIdOf(rank: number): string {
  return `C${String(rank + 1).padStart(2, "0")}`;
}

/**
 * Weighs every draft against its rivals and ranks all of them anew: unexplained, then explained, then weak, each by evidence. Afterwards
 * the temporary table `cluster_accounts` holds their accounts under the ids of that order.
 */
export async function readDrafts(
  store: Store,
  drafts: readonly Draft[],
  layers: readonly EvidenceLayer[],
  accountCount: number,
  progress: Progress,
): Promise<ReadDraft[]> {
  progress.stage("weighing innocent explanations", drafts.length);
  await nameAccounts(store, drafts);
  const clusterOf = new Int32Array(accountCount).fill(-1);
  for (const [cluster, { accounts }] of drafts.entries()) for (const account of accounts) clusterOf[account] = cluster;
  const clusterIds = drafts.map((_, i) => clusterIdOf(i));
  const facts = await clusterFacts({ store, drafts, layers, clusterIds, clusterOf });
  const read = drafts.map((draft, i): ReadDraft => {
    const rivals = weighRivals(facts[i]!);
    progress.advance(i + 1);
    return readingOf(draft, rivals, facts[i]!.persistence);
  });
  read.sort(byEvidence);
  await nameAccounts(store, read);
  return read;
}

/**
 * What a rival explains is explained, be the group sure or weak: that says more than that the evidence is thin, and claims as little. What no
 * rival explains has to be more than one coincidence.
 */
export function readingOf(
  draft: Draft,
  rivals: readonly WeighedRival[],
  persistence: Pick<Persistence, "occasions" | "spanDays" | "exportDays">,
): ReadDraft {
  const best = rivals[0];
  const topRival = best !== undefined && best.score >= NOTABLE ? best.name : null;
  if (best !== undefined && best.score >= EXPLAINS) {
    return { ...draft, reading: `explained:${best.name}`, rivals, topRival };
  }
  const once = draft.reading === "unexplained" ? coincidence(draft.accounts.length, persistence) : null;
  if (once !== null) return { ...draft, reading: "weak", weakBecause: once, rivals, topRival };
  return { ...draft, rivals, topRival };
}

/** A group of up to so many must have met more than once: three to five people in one conversation are in step for an hour, too. */
const FEW_ACCOUNTS = 5;
/** A pause of so many hours parts two occasions; without one, meetings that go on for longer are no evening's talk. */
const EVENING_HOURS = 12;
const DAY_HOURS = 24;

/**
 * Whether it is one coincidence: very few accounts, and all of their meetings within twelve hours. The null knows
 * who acts how often and what is popular; it does not know that a few people talked to each other one evening.
 */
function coincidence(
  accounts: number,
  { occasions, spanDays, exportDays }: Pick<Persistence, "occasions" | "spanDays" | "exportDays">,
): string | null {
  if (accounts > FEW_ACCOUNTS || occasions > 1 || spanDays * DAY_HOURS > EVENING_HOURS) return null;
  const hours = Math.max(1, Math.ceil(spanDays * DAY_HOURS));
  const short = exportDays < 1 ? "; the export is too short to say whether they came again" : "";
  return `${accounts} accounts that met on one occasion only, within ${hours === 1 ? "an hour" : `${hours} hours`}: a coincidence is no pattern${short}`;
}

async function nameAccounts(store: Store, drafts: readonly Draft[]): Promise<void> {
  await nameClusterAccounts(
    store,
    drafts.flatMap(({ accounts }, i) => accounts.map((account) => ({ account, clusterId: clusterIdOf(i) }))),
  );
}
