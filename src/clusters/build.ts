import type { Progress } from "../corpus/progress.ts";
import type { TraceName } from "../corpus/trace.ts";
import { layOutGraph } from "../graphs/layout.ts";
import { hashHex } from "../math/hash.ts";
import {
  type AccountFacts,
  accountFacts,
  domainCounts,
  languageCounts,
  rhythms,
  targetCounts,
  textsOf,
} from "../store/cluster-facts.ts";
import type { Store } from "../store/database.ts";
import { languageOf } from "../text/language.ts";
import { labelsOf } from "../traces/labels.ts";
import type { Draft, DraftTie } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import { type Binning, type Meetings, meetingsOf } from "./meetings.ts";
import { nameOf } from "./name.ts";
import type { Member, Profile, SurprisingPair, Tie, TopObject } from "./profile.ts";
import { roleOf } from "./roles.ts";
import { ExampleFinder } from "./surprising.ts";
import { traceEvidence } from "./trace-evidence.ts";

/** Ties kept in a profile; beyond, the strongest are kept and the rest is counted. */
export const TIES_KEPT = 20_000;
const TOP_OBJECTS = 24;
const LANGUAGE_SAMPLE = 200;
const HOURS_OF_WEEK = 168;

export function clusterIdOf(rank: number): string {
  return `C${String(rank + 1).padStart(2, "0")}`;
}

/**
 * Fills in everything a person asks about each cluster: who, when, what, in which language, and the posts that show it.
 * The temporary table `cluster_accounts` must hold the accounts of `drafts` under their ids.
 */
export async function buildProfiles(
  store: Store,
  drafts: readonly Draft[],
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
  const labels = await topLabels(store, layers, meetings);
  const finder = new ExampleFinder(store, layers);
  const taken = new Set<string>();
  const profiles: Profile[] = [];
  for (const [cluster, draft] of drafts.entries()) {
    const clusterId = clusterIdOf(cluster);
    const members = membersOf(draft, layers, shared.accounts, seed);
    const objects = topObjects(cluster, layers, meetings, labels);
    const name = nameOf(objects, taken);
    taken.add(name);
    const ties = tiesOf(draft, layers);
    const examples = await finder.examplesOf(draft);
    profiles.push({
      clusterId,
      key: hashHex(
        members
          .map((member) => member.accountId)
          .sort()
          .join("\n"),
      ),
      name,
      reading: draft.reading,
      weakBecause: draft.weakBecause,
      topRival: null,
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
      ties: ties.slice(0, TIES_KEPT),
      tiesTotal: ties.length,
      evidence: traceEvidence(draft, cluster, layers, meetings),
      objects,
      domains: shared.domains.get(clusterId) ?? [],
      languages: await languagesOf(store, clusterId, shared.languages.get(clusterId) ?? []),
      targets: shared.targets.get(clusterId) ?? [],
      timeline: timelineOf(cluster, layers, meetings, binning),
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

interface SharedFacts {
  readonly accounts: ReadonlyMap<number, AccountFacts>;
  readonly domains: ReadonlyMap<string, { domain: string; posts: number; members: number }[]>;
  readonly languages: ReadonlyMap<string, { language: string | null; posts: number }[]>;
  readonly targets: ReadonlyMap<string, { accountId: string; posts: number; members: number }[]>;
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

function membersOf(
  draft: Draft,
  layers: readonly EvidenceLayer[],
  facts: ReadonlyMap<number, AccountFacts>,
  seed: number,
): Member[] {
  const index = new Map(draft.accounts.map((account, i) => [account, i]));
  const first = new Float64Array(draft.accounts.length);
  const ties = new Float64Array(draft.accounts.length);
  for (const { a, b, layer, pair } of draft.ties) {
    const delay = layers[layer]!.layer.pairs.medianDelayMs[pair]!;
    ties[index.get(a)!]!++;
    ties[index.get(b)!]!++;
    if (delay > 0) first[index.get(a)!]!++;
    if (delay < 0) first[index.get(b)!]!++;
  }
  const position = layOutGraph(
    draft.accounts.length,
    {
      from: draft.ties.map(({ a }) => index.get(a)!),
      to: draft.ties.map(({ b }) => index.get(b)!),
      weight: draft.ties.map(({ layer, pair }) => Math.log2(1 + layers[layer]!.layer.significance.bits[pair]!)),
    },
    seed,
  );
  return draft.accounts.map((account, i) => {
    const fact = facts.get(account)!;
    const strength = draft.strength[i]!;
    return {
      account,
      accountId: fact.accountId,
      handle: fact.handle,
      role: roleOf(fact, ties[i]! > 0 ? first[i]! / ties[i]! : 0),
      membership: draft.membership[i]!,
      score: draft.membership[i]! * (strength / (strength + HALF_SCORE)),
      posts: fact.posts,
      firstMs: fact.firstMs,
      lastMs: fact.lastMs,
      x: position.x[i]!,
      y: position.y[i]!,
    };
  });
}

/** Weighted degree at which a full member scores one half: two ties of about thirty bits. */
const HALF_SCORE = 10;

function tiesOf(draft: Draft, layers: readonly EvidenceLayer[]): Tie[] {
  const index = new Map(draft.accounts.map((account, i) => [account, i]));
  return draft.ties
    .map((tie) => tieFrom(tie, index, layers))
    .sort(
      (left, right) =>
        right.bits - left.bits || left.a - right.a || left.b - right.b || (left.trace < right.trace ? -1 : 1),
    );
}

function tieOf(tie: DraftTie, draft: Draft, layers: readonly EvidenceLayer[]): Tie {
  return tieFrom(tie, new Map(draft.accounts.map((account, i) => [account, i])), layers);
}

function tieFrom(
  { a, b, layer, pair }: DraftTie,
  index: ReadonlyMap<number, number>,
  layers: readonly EvidenceLayer[],
): Tie {
  const { pairs, significance } = layers[layer]!.layer;
  const assessable = !Number.isNaN(significance.pTime[pair]!);
  return {
    a: index.get(a)!,
    b: index.get(b)!,
    trace: pairs.trace,
    objects: pairs.objects[pair]!,
    coactions: pairs.coactions[pair]!,
    expected: significance.expected[pair]!,
    p: significance.p[pair]!,
    q: significance.q[pair]!,
    pSharing: significance.pSharing[pair]!,
    expectedTime: assessable ? significance.expectedTime[pair]! : null,
    pTime: assessable ? significance.pTime[pair]! : null,
    bits: significance.bits[pair]!,
    medianDelayMs: pairs.medianDelayMs[pair]!,
    medianGapMs: pairs.medianGapMs[pair]!,
  };
}

/** Labels of all objects that any cluster shows, one reading of rows for each trace. */
async function topLabels(
  store: Store,
  layers: readonly EvidenceLayer[],
  meetings: readonly Meetings[],
): Promise<ReadonlyMap<number, string>[]> {
  const labels: Map<number, string>[] = [];
  for (const [layer, evidence] of layers.entries()) {
    const objects = [...new Set(meetings[layer]!.top.flatMap((top) => top.map((one) => one.object)))];
    const found = await labelsOf(store, evidence.observed, objects);
    labels.push(new Map(objects.map((object, i) => [object, found[i]!])));
  }
  return labels;
}

function topObjects(
  cluster: number,
  layers: readonly EvidenceLayer[],
  meetings: readonly Meetings[],
  labels: readonly ReadonlyMap<number, string>[],
): TopObject[] {
  const all = layers.flatMap((evidence, layer) =>
    meetings[layer]!.top[cluster]!.map((one) => ({
      trace: evidence.layer.pairs.trace,
      object: one.object,
      label: labels[layer]!.get(one.object) ?? "",
      members: one.members,
      accounts: distinctAccounts(evidence, one.object),
      coactions: one.coactions,
    })),
  );
  return all
    .sort(
      (left, right) =>
        right.members - left.members || right.coactions - left.coactions || (left.trace < right.trace ? -1 : 1),
    )
    .slice(0, TOP_OBJECTS);
}

function distinctAccounts({ timeline }: EvidenceLayer, object: number): number {
  return new Set(timeline.account.subarray(timeline.starts[object]!, timeline.starts[object + 1]!)).size;
}

function timelineOf(
  cluster: number,
  layers: readonly EvidenceLayer[],
  meetings: readonly Meetings[],
  binning: Binning,
): { trace: TraceName; bin: number; coactions: number }[] {
  const cells: { trace: TraceName; bin: number; coactions: number }[] = [];
  for (const [layer, evidence] of layers.entries()) {
    for (let bin = 0; bin < binning.bins; bin++) {
      const coactions = meetings[layer]!.bins[cluster * binning.bins + bin]!;
      if (coactions > 0) cells.push({ trace: evidence.layer.pairs.trace, bin, coactions });
    }
  }
  return cells;
}

async function languagesOf(
  store: Store,
  clusterId: string,
  exported: readonly { language: string | null; posts: number }[],
): Promise<Profile["languages"]> {
  const known = exported.filter((row) => row.language !== null);
  if (known.length > 0) {
    return known.map(({ language, posts }) => ({ language: language!, posts, guessed: false })).slice(0, 8);
  }
  const texts = await textsOf(store, clusterId, LANGUAGE_SAMPLE);
  const guess = languageOf(texts);
  return guess === null
    ? []
    : [{ language: guess.language, posts: Math.round(guess.share * texts.length), guessed: true }];
}
