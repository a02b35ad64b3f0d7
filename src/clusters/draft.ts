import type { AccountGraph } from "../graphs/account.ts";
import { meetingsOfPair } from "./closest.ts";
import type { ClusterControl } from "./control.ts";
import { isDeed, joins, largestPiece } from "./deeds.ts";
import type { PairedLayer } from "./evidence-layer.ts";
import type { Joined } from "./grow.ts";
import type { Deeds, Reading } from "./profile.ts";
import { linkBits, treeStrength } from "./strength.ts";
import type { Likeness, WholeGroup } from "./whole.ts";

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
  /** Accounts that no pair betrays, with what shows that they act with the group. */
  readonly joined: readonly Joined[];
  /** Accounts of each part found by itself, and what shows that the parts are one. */
  readonly parts: readonly (readonly number[])[];
  readonly likenesses: readonly Likeness[];
  /** What members of a group held by profiles did, tested as a whole. */
  readonly deeds: Deeds | null;
  readonly reading: Reading;
  readonly weakBecause: string | null;
}

export interface DraftTie {
  readonly a: number;
  readonly b: number;
  readonly layer: number;
  readonly pair: number;
  /** Not significant by itself: it shows how an account that joined acts with the group. */
  readonly isCarried: boolean;
}

/** Below, a group is gone as often as not when a fifth of its pairs is missing (Hennig 2007: "dissolved"). */
const DISSOLVED = 0.5;

/** @param level false discovery rate that a cluster must stand by, too */
export function draftClusters(
  graph: AccountGraph,
  groups: readonly WholeGroup[],
  layers: readonly PairedLayer[],
  level: number,
): Draft[] {
  const carried = layers.map(({ layer }) => new Set(layer.carried));
  const isCarriedIn = (layer: number, pair: number): boolean => carried[layer]!.has(pair);
  return groups.map((group) => draftOf(graph, group, layers, level, isCarriedIn)).sort(byEvidence);
}

function draftOf(
  graph: AccountGraph,
  group: WholeGroup,
  layers: readonly PairedLayer[],
  level: number,
  isCarriedIn: (layer: number, pair: number) => boolean,
): Draft {
  const inside = new Set(group.nodes);
  const strength = new Map<string, number>(group.nodes.map((node) => [node, 0]));
  const ties: DraftTie[] = [];
  const links: { a: string; b: string; q: number; bits: number; isBehaviour: boolean }[] = [];
  for (const node of group.nodes) {
    graph.forEachEdge(node, (_, { weight, evidence }, source, target) => {
      if (source !== node || !inside.has(target)) return;
      strength.set(source, strength.get(source)! + weight);
      strength.set(target, strength.get(target)! + weight);
      let best: number | null = null;
      let isBehaviour = false;
      for (const { layer, pair } of evidence) {
        const { pairs, significance, fusedQ, fusedQAccount, family } = layers[layer]!.layer;
        const isCarried = isCarriedIn(layer, pair);
        ties.push({ a: pairs.a[pair]!, b: pairs.b[pair]!, layer, pair, isCarried });
        if (isCarried) continue;
        isBehaviour ||= isDeed(family);
        const alone = Math.max(significance.q[pair]!, significance.qAccount[pair]!);
        best = Math.min(best ?? 1, alone, Math.max(fusedQ[pair]!, fusedQAccount[pair]!));
      }
      const own = evidence.filter(({ layer, pair }) => !isCarriedIn(layer, pair));
      if (best !== null) links.push({ a: source, b: target, q: best, bits: linkBits(own, layers), isBehaviour });
    });
  }
  let bits = 0;
  let observed = 0;
  let expected = 0;
  const strict = ties.filter(({ isCarried }) => !isCarried);
  for (const { layer, pair } of strict) {
    const { pairs, significance } = layers[layer]!.layer;
    bits += significance.bits[pair]!;
    observed += pairs.objects[pair]!;
    expected += significance.expected[pair]!;
  }
  const q = treeQ(linksOfMain(group, links));
  const place = new Map(group.nodes.map((node, i) => [node, i]));
  const weighed = links.map(({ a, b, bits: worth }) => ({ a: place.get(a)!, b: place.get(b)!, bits: worth }));
  const weakBecause =
    facade(group, links) ??
    weakness(group, links.length) ??
    doubt(q, group.nodes.length >= MANY ? 2 * level : level) ??
    thinness(group, ties, layers) ??
    leftover(strict, layers, group.nodes.length);
  return {
    accounts: group.nodes.map(Number),
    membership: group.membership,
    strength: group.nodes.map((node) => strength.get(node)!),
    stability: group.stability,
    q,
    bits,
    observed,
    expected,
    ties,
    control: { p: null, strength: treeStrength(group.nodes.length, weighed) },
    joined: group.joined,
    parts: group.parts,
    likenesses: group.likenesses,
    deeds: group.deeds,
    reading: weakBecause === null ? "unexplained" : "weak",
    weakBecause,
  };
}

/**
 * Whether it is a group by its looks alone: without profiles and sites the largest piece that behaviour still joins is fewer than three
 * accounts, or than half of them, and what its members did is not beyond chance taken together either.
 */
function facade(
  { nodes: all, deeds, joined }: WholeGroup,
  links: readonly { a: string; b: string; isBehaviour: boolean }[],
): string | null {
  if (deeds !== null || links.every(({ isBehaviour }) => isBehaviour)) return null;
  // Who joined is held by the group as a whole, and counts for neither side.
  const others = new Set(joined.map(({ account }) => String(account)));
  const nodes = all.filter((node) => !others.has(node));
  const largest = largestPiece(
    nodes,
    links.filter(({ isBehaviour }) => isBehaviour),
  );
  if (joins(largest, nodes.length)) return null;
  return `identity and rhythm only: without what their profiles and sites have in common, behaviour joins ${largest > 1 ? `no more than ${largest}` : "none"} of ${nodes.length} accounts`;
}

/** Why the group does not carry a claim, or null. Until rivals are weighed, lasting is all that is asked beyond significant pairs. */
function weakness({ nodes, stability, beyondResolution, joined }: WholeGroup, links: number): string | null {
  if (stability < DISSOLVED) {
    return `the group dissolves when a fifth of its pairs is left out (stability ${stability.toFixed(2)}, below ${DISSOLVED})`;
  }
  if (beyondResolution < DISSOLVED) {
    return `the group is one at a single resolution only, and dissolves when groups are drawn finer or coarser (stability ${beyondResolution.toFixed(2)}, below ${DISSOLVED})`;
  }
  // A tree: as few links as can join so many accounts. Who joined is held by the whole group, and neither adds to it nor takes away.
  if (links < nodes.length - joined.length)
    return "it has no pair to spare: without any one of them the group falls apart";
  return null;
}

/**
 * Accounts from which on a group is no leftover of chance, and half of its links may stand at twice the level. Pairs that a large group of the export licenses by chance join in threes
 * and fours; a dozen that hang together are no such crumb, though their own links be few each.
 */
const MANY = 10;

function doubt(q: number, level: number): string | null {
  if (q <= level) return null;
  return `half of the links that hold it together stand out among all pairs, but not among the pairs of their own accounts (q ${q.toFixed(2)}): larger groups of the export made the bar low`;
}

/**
 * Bursts vouch for pairs of which none need stand by itself (`coaction/recurrence.ts`), at a rate over whole crowds: of thousands of pairs some are
 * always false, and a few of these meet. So what tags of a day alone hold together must be many.
 */
function leftover(ties: readonly DraftTie[], layers: readonly PairedLayer[], accounts: number): string | null {
  const isBurst = ({ layer }: DraftTie): boolean => layers[layer]!.layer.pairs.trace === "burst-hashtag";
  if (accounts >= MANY || !ties.every(isBurst)) return null;
  return `nothing but hashtags that lived for a day joins its ${accounts} accounts: such pairs are told in crowds, of which a few are always there by chance`;
}

/** Distinct objects below which two coincidences are all there is. */
const LEAST_OBJECTS = 3;

/** What a group held by its looks did is counted as well: it was tested as a whole. */
function thinness({ deeds }: WholeGroup, ties: readonly DraftTie[], layers: readonly PairedLayer[]): string | null {
  const objects = new Set<string>();
  for (const { a, b, layer, isCarried } of ties) {
    if (isCarried && deeds === null) continue;
    const { timeline, index, windowMs } = layers[layer]!;
    for (const { object } of meetingsOfPair(timeline, index, windowMs, a, b)) objects.add(`${layer} ${object}`);
    if (objects.size >= LEAST_OBJECTS) return null;
  }
  return `all of it rests on ${objects.size} objects, and two coincidences are soon found in a large export`;
}

/**
 * Links inside the largest part that was found by itself. Other parts belong to it by what they hold in common, which was tested by
 * itself; like accounts that joined, they neither add to its claim nor take away.
 */
function linksOfMain<Link extends { a: string; b: string }>({ parts }: WholeGroup, links: readonly Link[]): Link[] {
  const main = new Set(parts.reduce((most, part) => (part.length > most.length ? part : most)));
  return links.filter(({ a, b }) => main.has(Number(a)) && main.has(Number(b)));
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
