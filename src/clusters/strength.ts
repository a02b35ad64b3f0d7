import type { Family } from "../corpus/trace.ts";
import type { AccountEdge } from "../graphs/account.ts";
import { UnionFind } from "../math/union-find.ts";
import type { PairedLayer } from "./evidence-layer.ts";

/** Two members, by their place in the group, and what joins them. */
export interface WeighedLink {
  readonly a: number;
  readonly b: number;
  readonly bits: number;
}

/** -log2 of the smallest p a double can hold; p = 0 is no more than that. */
const MOST_BITS = 1074;

/**
 * Question: how much does it take to hold this group together, in one number that groups of shuffled data can be compared by?
 *
 * Sum of the links of the strongest tree over its members (maximum spanning tree, Kruskal 1956, doi 10.1090/S0002-9939-1956-0078686-7): each
 * member counts once, by the strongest link that joins it to those before it, so a group gains by every member but not by every pair
 * among them. The sum over what lies above a threshold is the cluster mass of permutation tests (Bullmore et al. 1999, doi
 * 10.1109/42.750253): a few very strong links and many moderate ones can both be rare.
 *
 * A link is worth -log2 p, not the surprise of its objects: p knows how active the two are, and busy accounts gather surprise by being
 * busy, in shuffled data too. Within a family of evidence the strongest trace counts, families add up, as in the account graph.
 *
 * Cost: O(links log links). Does not show: whether the members belong to each other beyond the tree (stability does).
 */
export function treeStrength(members: number, links: readonly WeighedLink[]): number {
  const parts = new UnionFind(members);
  let sum = 0;
  for (const { a, b, bits } of [...links].sort((left, right) => right.bits - left.bits)) {
    if (parts.find(a) === parts.find(b)) continue;
    parts.join(a, b);
    sum += bits;
  }
  return sum;
}

/** What one edge of the account graph is worth: the strongest trace of each family, added up. */
export function linkBits(evidence: AccountEdge["evidence"], layers: readonly PairedLayer[]): number {
  const strongest = new Map<Family, number>();
  for (const { layer, pair } of evidence) {
    const { family, significance } = layers[layer]!.layer;
    const bits = Math.min(MOST_BITS, -Math.log2(significance.p[pair]!));
    strongest.set(family, Math.max(strongest.get(family) ?? 0, bits));
  }
  let sum = 0;
  for (const bits of strongest.values()) sum += bits;
  return sum;
}
