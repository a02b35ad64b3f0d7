import { countPairs } from "../../src/coaction/kernel.ts";
import { layOut } from "../../src/coaction/timeline.ts";
import { findCommunities } from "../../src/communities/find.ts";
import type { TraceName } from "../../src/corpus/trace.ts";
import { seeded } from "../../src/math/random.ts";
import type { Observation, ObservedTrace } from "../../src/traces/observe.ts";
import type { BaselineGroup } from "./baseline-group.ts";
import { accountVectors, cosine, objectsOf } from "./tfidf.ts";

const WINDOW_MS = 3_600_000;
const KEPT_SHARE = 0.01;
/** Of an account that is to be compared by its vector. */
const LEAST_OBJECTS = 2;
const LEAST_ACCOUNTS = 3;
const TRACES: readonly TraceName[] = ["co-url", "co-repost", "same-text", "hashtag-sequence"];

export interface TopPercentileOptions {
  readonly seed: number;
  /** How alike two accounts are: objects shared within the hour, or the cosine of their TF-IDF vectors over all objects. */
  readonly weighing: "counts" | "tf-idf";
}

/**
 * The usual published recipe: similarity networks, a percentile, Louvain.
 *
 * For links, reposted posts, texts and hashtag sequences each: an edge where two accounts met on an object within an hour, weighted by
 * the number of such objects, or by the cosine of their TF-IDF vectors (Pacheco et al. 2021, arXiv 2001.05658; only accounts of two
 * objects or more, since one of a single object equals every other that has just that one); of these the heaviest 1 % is kept, ties with
 * the last included (Luceri et al. 2024, arXiv 2310.09884, from 99.5 down to 80). The four networks are laid over each other, weights
 * added, and cut by Louvain at resolution 1; communities of three or more are the groups.
 *
 * Cost: one sweep a trace, and for the cosine a walk along two short lists for each edge. It reports groups wherever there are edges,
 * coordination or not.
 *
 * @returns groups ordered by their smallest account
 */
export function topPercentile(
  { traces }: Observation,
  accountCount: number,
  options: TopPercentileOptions,
): BaselineGroup[] {
  const weightOf = new Map<number, number>();
  for (const observed of traces) {
    if (!TRACES.includes(observed.trace.name)) continue;
    for (const { a, b, weight } of heaviest(weighed(observed, options.weighing))) {
      const key = a * accountCount + b;
      weightOf.set(key, (weightOf.get(key) ?? 0) + weight);
    }
  }
  return communitiesOf(weightOf, accountCount, options.seed);
}

interface Edges {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly weight: readonly number[];
}

function weighed({ actions }: ObservedTrace, weighing: TopPercentileOptions["weighing"]): Edges {
  const edges = { a: [] as number[], b: [] as number[], weight: [] as number[] };
  const vectors = weighing === "tf-idf" ? accountVectors(actions) : null;
  countPairs(layOut(actions), { windowMs: WINDOW_MS, minObjects: 1 }, (pairs) => {
    for (let i = 0; i < pairs.count; i++) {
      const a = pairs.a[i]!;
      const b = pairs.b[i]!;
      if (vectors !== null && Math.min(objectsOf(vectors, a), objectsOf(vectors, b)) < LEAST_OBJECTS) continue;
      const weight = vectors === null ? pairs.objects[i]! : cosine(vectors, a, b);
      edges.a.push(a);
      edges.b.push(b);
      edges.weight.push(weight);
    }
  });
  return edges;
}

function heaviest({ a, b, weight }: Edges): { a: number; b: number; weight: number }[] {
  const kept = Math.ceil(weight.length * KEPT_SHARE);
  if (kept === 0) return [];
  const least = Float64Array.from(weight).sort()[weight.length - kept]!;
  const edges: { a: number; b: number; weight: number }[] = [];
  for (let i = 0; i < weight.length; i++) {
    // Nothing but objects of all accounts in common: no edge, however few others there are.
    if (weight[i]! >= least && weight[i]! > 0) edges.push({ a: a[i]!, b: b[i]!, weight: weight[i]! });
  }
  return edges;
}

/** @param weightOf by a x accountCount + b */
function communitiesOf(weightOf: ReadonlyMap<number, number>, accountCount: number, seed: number): BaselineGroup[] {
  const edges = [...weightOf].sort(([left], [right]) => left - right);
  const accounts = [...new Set(edges.flatMap(([key]) => [Math.floor(key / accountCount), key % accountCount]))];
  accounts.sort((left, right) => left - right);
  const nodeOf = new Map(accounts.map((account, node) => [account, node]));
  const from = Uint32Array.from(edges, ([key]) => nodeOf.get(Math.floor(key / accountCount))!);
  const to = Uint32Array.from(edges, ([key]) => nodeOf.get(key % accountCount)!);
  const weight = Float64Array.from(edges, ([, one]) => one);
  const random = seeded(seed, "top-percentile");
  const network = { nodeCount: accounts.length, from, to, weight };
  const { community } = findCommunities(network, { method: "louvain", resolution: 1, random });
  const strength = new Float64Array(accounts.length);
  for (let e = 0; e < edges.length; e++) {
    if (community[from[e]!] !== community[to[e]!]) continue;
    strength[from[e]!]! += weight[e]!;
    strength[to[e]!]! += weight[e]!;
  }
  const members = new Map<number, number[]>();
  for (let node = 0; node < accounts.length; node++) {
    const group = members.get(community[node]!);
    if (group === undefined) members.set(community[node]!, [node]);
    else group.push(node);
  }
  return [...members.values()]
    .filter((nodes) => nodes.length >= LEAST_ACCOUNTS)
    .map((nodes) => ({
      accounts: nodes.map((node) => accounts[node]!),
      strength: nodes.map((node) => strength[node]!),
    }));
}
