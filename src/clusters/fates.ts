import { MIN_GROUP, NONE } from "./regroup.ts";

/**
 * What becomes of the clusters of a case when accounts are grouped anew.
 *
 * A group holds a cluster when at least three of its accounts are in it: fewer are no group. A cluster is *dissolved* when no group holds
 * it, *merged* when a group that holds it holds another cluster as well, *split* when several groups hold it. Held by one group alone it is
 * the *same* when the two overlap well (Jaccard at least 0.75, Hennig's measure of what is stable, doi 10.1016/j.csda.2006.11.025), else
 * *changed*. A group that holds no cluster is *new*. Of a cluster only accounts count that have a pair in the case: others can be in no group.
 * Cost: O(accounts + clusters held). Does not show which of the two partitions is the truer, nor which accounts came or went.
 */
export type Fate = "same" | "changed" | "split" | "merged" | "dissolved";

const SAME_OVERLAP = 0.75;

export interface GroupRow {
  /** Position among the groups found. */
  readonly group: number;
  readonly accounts: number;
  /** Clusters it holds, most accounts first: position in the case, accounts of it here. */
  readonly holds: readonly { readonly cluster: number; readonly accounts: number }[];
  readonly kind: Exclude<Fate, "dissolved"> | "new";
}

export interface Fates {
  /** Largest first. */
  readonly groups: readonly GroupRow[];
  /** Of each cluster of the case. */
  readonly clusters: readonly Fate[];
}

/**
 * @param group of each account, NONE where it is in none
 * @param cluster of each account: 1 + position in the case, 0 for none
 */
export function fatesOf(group: Int32Array, groupCount: number, cluster: Uint32Array, clusterCount: number): Fates {
  const sizes = new Uint32Array(groupCount);
  const clusterSizes = new Uint32Array(clusterCount);
  for (const own of cluster) if (own > 0) clusterSizes[own - 1]!++;
  const shared = Array.from({ length: groupCount }, () => new Map<number, number>());
  for (let v = 0; v < group.length; v++) {
    const at = group[v]!;
    if (at === NONE) continue;
    sizes[at]!++;
    const own = cluster[v]! - 1;
    if (own >= 0) shared[at]!.set(own, (shared[at]!.get(own) ?? 0) + 1);
  }
  const holds = shared.map((counts) =>
    [...counts]
      .filter(([, accounts]) => accounts >= MIN_GROUP)
      .map(([of, accounts]) => ({ cluster: of, accounts }))
      .sort((left, right) => right.accounts - left.accounts || left.cluster - right.cluster),
  );
  const heldBy = new Uint32Array(clusterCount);
  const isMerged = new Uint8Array(clusterCount);
  const overlap = new Float64Array(clusterCount);
  for (const [at, held] of holds.entries()) {
    for (const one of held) {
      heldBy[one.cluster]!++;
      overlap[one.cluster] = one.accounts / (sizes[at]! + clusterSizes[one.cluster]! - one.accounts);
      if (held.length > 1) isMerged[one.cluster] = 1;
    }
  }
  const clusters = Array.from(heldBy, (groups, of): Fate => {
    if (groups === 0) return "dissolved";
    if (isMerged[of] === 1) return "merged";
    return groups > 1 ? "split" : overlap[of]! >= SAME_OVERLAP ? "same" : "changed";
  });
  const groups = holds
    .map((held, at): GroupRow => {
      const [first] = held;
      const kind = first === undefined ? "new" : held.length > 1 ? "merged" : kindOf(clusters[first.cluster]!);
      return { group: at, accounts: sizes[at]!, holds: held, kind };
    })
    .sort((left, right) => right.accounts - left.accounts || left.group - right.group);
  return { groups, clusters };
}

/** A group that holds one cluster, which another group merged with more, has a part of it. */
function kindOf(fate: Fate): GroupRow["kind"] {
  return fate === "same" || fate === "changed" ? fate : "split";
}
