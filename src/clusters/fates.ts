import { MIN_GROUP, NONE } from "./regroup.ts";

/**
 * What becomes of the clusters of a case when accounts are grouped anew.
 *
 * A group holds a cluster when at least three of its accounts are in it: fewer are no group. A cluster is *dissolved* when no group holds
 * it, *merged* when a group that holds it holds another cluster as well, *split* when several groups hold it, else the *same*, with
 * more or fewer accounts. A group that holds no cluster is *new*.
 */
export type Fate = "same" | "split" | "merged" | "dissolved";

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
  for (const held of holds) {
    for (const one of held) {
      heldBy[one.cluster]!++;
      if (held.length > 1) isMerged[one.cluster] = 1;
    }
  }
  const clusters = Array.from(heldBy, (groups, of): Fate => {
    if (groups === 0) return "dissolved";
    return isMerged[of] === 1 ? "merged" : groups > 1 ? "split" : "same";
  });
  const groups = holds
    .map((held, at): GroupRow => {
      const [first] = held;
      const kind =
        first === undefined ? "new" : held.length > 1 ? "merged" : heldBy[first.cluster]! > 1 ? "split" : "same";
      return { group: at, accounts: sizes[at]!, holds: held, kind };
    })
    .sort((left, right) => right.accounts - left.accounts || left.group - right.group);
  return { groups, clusters };
}
