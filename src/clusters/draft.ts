import type { Community } from "../communities/community.ts";
import type { AccountGraph } from "../graphs/account.ts";
import { meetingsOfPair } from "./closest.ts";
import type { ClusterControl } from "./control.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import type { Reading } from "./profile.ts";
import { linkBits, treeStrength } from "./strength.ts";

/** A community with its numbers, before anything is read from rows: what the ranking rests on. */
export interface Draft {
  readonly accounts: readonly number[];
  readonly membership: readonly number[];
  /** Weighted degree inside the cluster, same order. */
  readonly strength: readonly number[];
  readonly stability: number;
  readonly q: number;
  readonly bits: number;
  readonly observed: number;
  readonly expected: number;
  readonly ties: readonly DraftTie[];
  /** Its p is null until reruns are held against it. */
  readonly control: ClusterControl;
  readonly reading: Reading;
  readonly weakBecause: string | null;
}

export interface DraftTie {
  readonly a: number;
  readonly b: number;
  readonly layer: number;
  readonly pair: number;
}

/** Below, a group is gone as often as not when a fifth of its pairs is missing (Hennig 2007: "dissolved"). */
const DISSOLVED = 0.5;

/** @param level false discovery rate that a cluster must stand by, too */
export function draftClusters(
  graph: AccountGraph,
  communities: readonly Community[],
  layers: readonly PairedLayer[],
  level: number,
): Draft[] {
  return communities.map((community) => draftOf(graph, community, layers, level)).sort(byEvidence);
}

function draftOf(graph: AccountGraph, community: Community, layers: readonly PairedLayer[], level: number): Draft {
  const inside = new Set(community.nodes);
  const strength = new Map<string, number>(community.nodes.map((node) => [node, 0]));
  const ties: DraftTie[] = [];
  const links: { a: string; b: string; q: number; bits: number }[] = [];
  for (const node of community.nodes) {
    graph.forEachEdge(node, (_, { weight, evidence }, source, target) => {
      if (source !== node || !inside.has(target)) return;
      strength.set(source, strength.get(source)! + weight);
      strength.set(target, strength.get(target)! + weight);
      let best = 1;
      for (const { layer, pair } of evidence) {
        const { pairs, fusedQ, fusedQAccount } = layers[layer]!.layer;
        ties.push({ a: pairs.a[pair]!, b: pairs.b[pair]!, layer, pair });
        best = Math.min(best, Math.max(fusedQ[pair]!, fusedQAccount[pair]!));
      }
      links.push({ a: source, b: target, q: best, bits: linkBits(evidence, layers) });
    });
  }
  let bits = 0;
  let observed = 0;
  let expected = 0;
  for (const { layer, pair } of ties) {
    const { pairs, significance } = layers[layer]!.layer;
    bits += significance.bits[pair]!;
    observed += pairs.objects[pair]!;
    expected += significance.expected[pair]!;
  }
  const q = treeQ(links);
  const place = new Map(community.nodes.map((node, i) => [node, i]));
  const weighed = links.map(({ a, b, bits: worth }) => ({ a: place.get(a)!, b: place.get(b)!, bits: worth }));
  const weakBecause = weakness(community, links.length) ?? doubt(q, level) ?? thinness(ties, layers);
  return {
    accounts: community.nodes.map(Number),
    membership: community.membership,
    strength: community.nodes.map((node) => strength.get(node)!),
    stability: community.stability,
    q,
    bits,
    observed,
    expected,
    ties,
    control: { p: null, strength: treeStrength(community.nodes.length, weighed) },
    reading: weakBecause === null ? "unexplained" : "weak",
    weakBecause,
  };
}

/** Why the group does not carry a claim, or null. Until rivals are weighed, lasting is all that is asked beyond significant pairs. */
function weakness(community: Community, links: number): string | null {
  if (community.stability < DISSOLVED) {
    return `the group dissolves when a fifth of its pairs is left out (stability ${community.stability.toFixed(2)}, below ${DISSOLVED})`;
  }
  // A tree: as few links as can join so many accounts.
  if (links < community.nodes.length) return "it has no pair to spare: without any one of them the group falls apart";
  return null;
}

function doubt(q: number, level: number): string | null {
  if (q <= level) return null;
  return `half of the links that hold it together stand out among all pairs, but not among the pairs of their own accounts (q ${q.toFixed(2)}): larger groups of the export made the bar low`;
}

/** Distinct objects below which two coincidences are all there is. */
const LEAST_OBJECTS = 3;

function thinness(ties: readonly DraftTie[], layers: readonly PairedLayer[]): string | null {
  const objects = new Set<string>();
  for (const { a, b, layer } of ties) {
    const { timeline, index, windowMs } = layers[layer]!;
    for (const { object } of meetingsOfPair(timeline, index, windowMs, a, b)) objects.add(`${layer} ${object}`);
    if (objects.size >= LEAST_OBJECTS) return null;
  }
  return `all of it rests on ${objects.size} objects, and two coincidences are soon found in a large export`;
}

/**
 * q of a cluster: the middle link of the strongest tree that holds it together (Kruskal), a link counting by the larger of its two false
 * discovery rates, over all pairs and among its accounts' own. Half of its accounts are joined by pairs at least as sure. The test of the
 * cluster against shuffled data is another (`rerun.ts`).
 */
function treeQ(links: { a: string; b: string; q: number }[]): number {
  const root = new Map<string, string>();
  const find = (node: string): string => {
    let at = node;
    while ((root.get(at) ?? at) !== at) at = root.get(at)!;
    root.set(node, at);
    return at;
  };
  const tree: number[] = [];
  for (const { a, b, q } of [...links].sort((left, right) => left.q - right.q)) {
    const [left, right] = [find(a), find(b)];
    if (left === right) continue;
    root.set(left, right);
    tree.push(q);
  }
  return tree[Math.floor(tree.length / 2)] ?? 1;
}

/** Claimed, then explained, then weak; then the surer, then the steadier, then more bits an account; never by size alone. */
export function byEvidence(left: Draft, right: Draft): number {
  const place = ({ reading }: Draft): number => (reading === "unexplained" ? 0 : reading === "weak" ? 2 : 1);
  return (
    place(left) - place(right) ||
    left.q - right.q ||
    right.stability - left.stability ||
    right.bits / right.accounts.length - left.bits / left.accounts.length ||
    left.accounts[0]! - right.accounts[0]!
  );
}
