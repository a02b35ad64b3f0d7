import { ALWAYS_MS } from "../corpus/trace.ts";
import { layOutGraph } from "../graphs/layout.ts";
import type { AccountFacts } from "../store/cluster-facts.ts";
import type { ClusterCore } from "./core.ts";
import type { Draft } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { Joined } from "./grow.ts";
import type { Belongs, Member } from "./profile.ts";
import { roleOf } from "./roles.ts";

/** The accounts of a cluster with role, membership, score and place on its map. */
export function membersOf(
  draft: Draft,
  layers: readonly EvidenceLayer[],
  core: ClusterCore,
  facts: ReadonlyMap<number, AccountFacts>,
  seed: number,
): Member[] {
  const index = new Map(draft.accounts.map((account, i) => [account, i]));
  const first = new Float64Array(draft.accounts.length);
  const ties = new Float64Array(draft.accounts.length);
  for (const { a, b, layer, pair } of draft.ties) {
    // Profiles have no times, so in them nobody is first.
    if (layers[layer]!.windowMs >= ALWAYS_MS) continue;
    const delay = layers[layer]!.layer.pairs.medianDelayMs[pair]!;
    ties[index.get(a)!]!++;
    ties[index.get(b)!]!++;
    if (delay > 0) first[index.get(a)!]!++;
    if (delay < 0) first[index.get(b)!]!++;
  }
  const joined = new Map(draft.joined.map((one) => [one.account, one]));
  const position = layOutGraph(
    draft.accounts.length,
    {
      from: draft.ties.map(({ a }) => index.get(a)!),
      to: draft.ties.map(({ b }) => index.get(b)!),
      weight: draft.ties.map(({ layer, pair }) => Math.log2(1 + layers[layer]!.layer.significance.bits[pair]!)),
    },
    seed,
  );
  const scores = scoresOf(draft, core);
  const parts = partsByAccount(draft);
  return draft.accounts.map((account, i) => {
    const fact = facts.get(account)!;
    const { clear, first: opened } = core.order[i]!;
    return {
      account,
      accountId: fact.accountId,
      handle: fact.handle,
      role: roleOf(fact, ties[i]! > 0 ? first[i]! / ties[i]! : 0),
      membership: draft.membership[i]!,
      score: scores[i]!,
      isCore: core.isCore[i]!,
      firstShare: clear > 0 ? opened / clear : 0,
      joined: belongsOf(joined.get(account), layers),
      posts: fact.posts,
      firstMs: fact.firstMs,
      lastMs: fact.lastMs,
      ...(parts.has(account) ? { part: parts.get(account)! } : {}),
      x: position.x[i]!,
      y: position.y[i]!,
    };
  });
}

/** The part of each account, the largest part first as in `Profile.parts`; nothing where there is one only. */
function partsByAccount({ parts }: Pick<Draft, "parts">): ReadonlyMap<number, number> {
  if (parts.length < 2) return new Map();
  const ranked = [...parts].sort((left, right) => right.length - left.length);
  return new Map(ranked.flatMap((part, rank) => part.map((account) => [account, rank] as const)).reverse());
}

function belongsOf(joined: Joined | undefined, layers: readonly EvidenceLayer[]): Belongs | null {
  if (joined === undefined) return null;
  const { layer, objects, expected, p, q, looks } = joined;
  const trace = layers[layer]!.layer.pairs.trace;
  return { trace, objects: objects.length, expected, p, q, traits: looks?.objects.length ?? 0 };
}

/** Weighted degree at which a full member scores one half: two ties of about thirty bits. */
const HALF_SCORE = 10;

/**
 * Whoever only ever joins in scores below everybody else, however many ties it has made: its own score times the lowest of the others,
 * both below 1. Where all are joiners nobody is set back.
 */
function scoresOf(draft: Draft, { order }: ClusterCore): number[] {
  const scores = draft.accounts.map((_, i) => {
    const strength = draft.strength[i]!;
    return draft.membership[i]! * (strength / (strength + HALF_SCORE));
  });
  const lowest = scores.reduce((least, score, i) => (order[i]!.isJoiner ? least : Math.min(least, score)), 1);
  return scores.map((score, i) => (order[i]!.isJoiner ? score * lowest : score));
}
