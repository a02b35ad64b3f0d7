import { ALWAYS_MS } from "../corpus/trace.ts";
import { layOutGraph } from "../graphs/layout.ts";
import type { AccountFacts } from "../store/cluster-facts.ts";
import type { Draft } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";
import type { Member } from "./profile.ts";
import { roleOf } from "./roles.ts";

/** The accounts of a cluster with role, membership, score and place on its map. */
export function membersOf(
  draft: Draft,
  layers: readonly EvidenceLayer[],
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
      isCore: true,
      firstShare: ties[i]! > 0 ? first[i]! / ties[i]! : 0,
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
