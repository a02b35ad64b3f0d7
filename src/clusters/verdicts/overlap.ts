import { hashHex } from "../../math/hash.ts";

/**
 * Is this the cluster that somebody spoke of in an earlier run? Its key, a hash of five members, changes when one of the five does;
 * then its accounts decide: it is the same when more than half of all accounts of the two are in both (Jaccard index > 1/2, so at
 * most one cluster of a partition can be it).
 *
 * A line cannot carry two thousand names, so it carries a sketch: the 64 smallest of the members' 32-bit hashes. Of the 64 smallest
 * hashes of both together, the share that stands in both sketches estimates the Jaccard index (bottom-k MinHash; Broder 1997,
 * doi:10.1109/SEQUEN.1997.666900; Cohen & Kaplan 2007, doi:10.1145/1281100.1281133), exactly up to 64 accounts together, else with a
 * standard error of at most 0.06.
 * Cost: O(n log n) for a sketch, O(64) for a comparison. It does not show which accounts came or went.
 */
export const SKETCH_SIZE = 64;

export interface Composition {
  readonly clusterId: string;
  readonly key: string;
  readonly accounts: number;
  readonly sketch: readonly string[];
}

export type Made = Pick<Composition, "accounts" | "sketch">;

export interface Fit {
  readonly clusterId: string;
  /** Jaccard index of the accounts then and now, 0 to 1. */
  readonly share: number;
  /** False: the share is an estimate. */
  readonly isExact: boolean;
  readonly accountsNow: number;
}

export function sketchOf(accountIds: readonly string[]): string[] {
  const hashes = new Set(accountIds.map((id) => hashHex(id).slice(0, 8)));
  return [...hashes].sort().slice(0, SKETCH_SIZE);
}

/** Share of all accounts of the two that are in both. */
export function shareInCommon(one: Made, other: Made): { readonly share: number; readonly isExact: boolean } {
  const all = [...new Set([...one.sketch, ...other.sketch])].sort();
  const isExact = [one, other].every((made) => made.accounts <= SKETCH_SIZE);
  const looked = isExact ? all : all.slice(0, SKETCH_SIZE);
  const left = new Set(one.sketch);
  const right = new Set(other.sketch);
  const both = looked.filter((hash) => left.has(hash) && right.has(hash)).length;
  return { share: looked.length === 0 ? 0 : both / looked.length, isExact };
}

/** The cluster of this run that a line speaks of; null: none is left that could be it. */
export function fitOf(then: Made & { readonly key: string }, now: readonly Composition[]): Fit | null {
  let best: Fit | null = null;
  for (const cluster of now) {
    const { share, isExact } = shareInCommon(then, cluster);
    const fit = { clusterId: cluster.clusterId, share, isExact, accountsNow: cluster.accounts };
    if (cluster.key === then.key) return fit;
    if (share > 0.5 && (best === null || share > best.share)) best = fit;
  }
  return best;
}
