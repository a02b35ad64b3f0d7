import type { Progress } from "../corpus/progress.ts";
import { hashHex } from "../math/hash.ts";
import {
  type AccountFacts,
  accountFacts,
  domainCounts,
  languageCounts,
  rhythms,
  targetCounts,
} from "../store/cluster-facts.ts";
import type { Store } from "../store/database.ts";
import { identityFacts } from "../store/identity-facts.ts";
import { coreOf } from "./core.ts";
import { findCrews } from "./crews/find-crews.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import { identitySigns } from "./identity/signs.ts";
import { languagesOf } from "./languages.ts";
import { robustnessOf } from "./leave-out.ts";
import { type Binning, meetingsOf } from "./meetings.ts";
import { membersOf } from "./members.ts";
import { nameOf } from "./name.ts";
import type { Member, Profile, SurprisingPair } from "./profile.ts";
import { clusterIdOf, type ReadDraft } from "./read.ts";
import { sharedByParts } from "./shared-by-parts.ts";
import { ExampleFinder } from "./surprising.ts";
import { tieOf, tiesOf } from "./ties.ts";
import { timelineOf, topLabels, topObjects } from "./top-objects.ts";
import { traceEvidence } from "./trace-evidence.ts";

/** Ties kept in a profile; beyond, the strongest are kept and the rest is counted. */
export const TIES_KEPT = 20_000;
const HOURS_OF_WEEK = 168;

/**
 * Fills in everything a person asks about each cluster: who, when, what, in which language, and the posts that show it.
 * The temporary table `cluster_accounts` must hold the accounts of `drafts` under their ids.
 */
export async function buildProfiles(
  store: Store,
  drafts: readonly ReadDraft[],
  layers: readonly EvidenceLayer[],
  accountCount: number,
  binning: Binning,
  seed: number,
  progress: Progress,
): Promise<Profile[]> {
  progress.stage("describing clusters", drafts.length);
  const clusterOf = new Int32Array(accountCount).fill(-1);
  for (const [cluster, draft] of drafts.entries()) for (const account of draft.accounts) clusterOf[account] = cluster;
  const meetings = layers.map((evidence) => meetingsOf(evidence, clusterOf, drafts.length, binning));
  const shared = await sharedFacts(store);
  const profilesTrace = layers.find(({ layer }) => layer.pairs.trace === "shared-profile")?.observed;
  const signsOf = identitySigns(await identityFacts(store), profilesTrace, seed);
  const labels = await topLabels(store, layers, meetings);
  const crews = await findCrews(
    store,
    drafts.map(({ accounts }) => accounts),
    seed,
  );
  const finder = new ExampleFinder(store, layers);
  const taken = new Set<string>();
  const profiles: Profile[] = [];
  for (const [cluster, draft] of drafts.entries()) {
    const clusterId = clusterIdOf(cluster);
    const core = coreOf(draft, layers);
    const members = membersOf(draft, layers, core, shared.accounts, seed);
    const evident = new Set(draft.ties.map((tie) => tie.layer));
    const objects = topObjects(cluster, layers, meetings, labels, evident);
    const name = nameOf(objects, taken);
    taken.add(name);
    const ties = tiesOf(draft, layers);
    const examples = await finder.examplesOf(draft);
    profiles.push({
      clusterId,
      key: keyOf(members),
      name,
      reading: draft.reading,
      weakBecause: draft.weakBecause,
      topRival: draft.topRival,
      rivals: draft.rivals,
      control: draft.control,
      robustness: robustnessOf(draft, layers),
      following: core.following,
      identity: signsOf(draft.accounts),
      crew: crews[cluster]!,
      posts: members.reduce((sum, member) => sum + member.posts, 0),
      // No spread: a cluster of a hundred thousand would overflow the stack.
      firstMs: members.reduce((first, member) => Math.min(first, member.firstMs), Number.POSITIVE_INFINITY),
      lastMs: members.reduce((last, member) => Math.max(last, member.lastMs), Number.NEGATIVE_INFINITY),
      observed: draft.observed,
      expected: draft.expected,
      q: draft.q,
      stability: draft.stability,
      bits: draft.bits,
      members,
      parts: draft.parts.map((part) => part.length).sort((left, right) => right - left),
      deeds: draft.deeds,
      sharedByParts: await sharedByParts(store, draft, layers),
      ties: ties.slice(0, TIES_KEPT),
      tiesTotal: ties.length,
      evidence: traceEvidence(draft, layers),
      objects,
      domainsTotal: shared.domains.get(clusterId)?.[0]?.total ?? 0,
      domains: (shared.domains.get(clusterId) ?? []).map(({ total: _, ...row }) => row),
      languages: await languagesOf(store, clusterId, shared.languages.get(clusterId) ?? []),
      targetsTotal: shared.targets.get(clusterId)?.[0]?.total ?? 0,
      targets: (shared.targets.get(clusterId) ?? []).map(({ total: _, ...row }) => row),
      timeline: timelineOf(cluster, layers, meetings, binning, evident),
      rhythm: shared.rhythms.get(clusterId) ?? new Array(HOURS_OF_WEEK).fill(0),
      rhythmOthers: shared.rhythms.get(null) ?? new Array(HOURS_OF_WEEK).fill(0),
      surprising: examples.map(
        (example): SurprisingPair => ({
          ...example,
          tie: tieOf(example.tie, draft, layers),
        }),
      ),
    });
    progress.advance(cluster + 1);
  }
  return profiles;
}

/** Accounts whose ids make the key: enough to tell clusters apart, few enough that a member more or less at the rim changes nothing. */
const KEY_MEMBERS = 5;

function keyOf(members: readonly Member[]): string {
  const strongest = [...members].sort(
    (left, right) => right.score - left.score || (left.accountId < right.accountId ? -1 : 1),
  );
  const ids = strongest.slice(0, KEY_MEMBERS).map(({ accountId }) => accountId);
  return hashHex(ids.sort().join("\n"));
}

interface SharedFacts {
  readonly accounts: ReadonlyMap<number, AccountFacts>;
  readonly domains: ReadonlyMap<string, { domain: string; posts: number; members: number; total: number }[]>;
  readonly languages: ReadonlyMap<string, { language: string | null; posts: number }[]>;
  readonly targets: ReadonlyMap<string, { accountId: string; posts: number; members: number; total: number }[]>;
  readonly rhythms: ReadonlyMap<string | null, number[]>;
}

async function sharedFacts(store: Store): Promise<SharedFacts> {
  const byCluster = <T extends { clusterId: string }>(rows: readonly T[]): Map<string, Omit<T, "clusterId">[]> => {
    const grouped = new Map<string, Omit<T, "clusterId">[]>();
    for (const { clusterId, ...rest } of rows) grouped.set(clusterId, [...(grouped.get(clusterId) ?? []), rest]);
    return grouped;
  };
  const hours = new Map<string | null, number[]>();
  for (const { clusterId, hour, posts } of await rhythms(store)) {
    const week = hours.get(clusterId) ?? new Array<number>(HOURS_OF_WEEK).fill(0);
    week[hour] = posts;
    hours.set(clusterId, week);
  }
  return {
    accounts: new Map((await accountFacts(store)).map((facts) => [facts.account, facts])),
    domains: byCluster(await domainCounts(store)),
    languages: byCluster(await languageCounts(store)),
    targets: byCluster(await targetCounts(store)),
    rhythms: hours,
  };
}
