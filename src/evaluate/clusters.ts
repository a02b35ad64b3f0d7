import { type Outcome, type Side, sideOf } from "./outcome.ts";

/** What one reported cluster is made of. */
export interface ClusterMakeup {
  readonly clusterId: string;
  readonly reading: string;
  readonly accounts: number;
  readonly covert: number;
  /** The label most of its accounts carry (ties: the first by name), with their share. */
  readonly topLabel: string;
  readonly topShare: number;
  /** Side of more than half its accounts; `mixed` when no side has that many. */
  readonly mostly: Side | "mixed";
  /** The commonest label of that side: which operation, which benign coordination. null: mixed. */
  readonly mostlyLabel: string | null;
}

/**
 * One entry for each cluster, in order of cluster id.
 *
 * @param counts how many accounts each outcome stands for; one each when left out
 */
export function clusterMakeups(
  outcomes: readonly Outcome[],
  positive: ReadonlySet<string> | null,
  counts?: ArrayLike<number>,
): ClusterMakeup[] {
  const clusters = new Map<string, { reading: string; labels: Map<string, number> }>();
  for (const [i, { clusterId, reading, label }] of outcomes.entries()) {
    if (clusterId === null) continue;
    const cluster = clusters.get(clusterId) ?? { reading: reading ?? "", labels: new Map<string, number>() };
    clusters.set(clusterId, cluster);
    cluster.labels.set(label, (cluster.labels.get(label) ?? 0) + (counts?.[i] ?? 1));
  }
  return [...clusters.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([clusterId, { reading, labels }]) => ({ clusterId, reading, ...makeupOf(labels, positive) }));
}

function makeupOf(labels: ReadonlyMap<string, number>, positive: ReadonlySet<string> | null) {
  const sides = new Map<Side, number>();
  let accounts = 0;
  for (const [label, count] of labels) {
    const side = sideOf(label, positive);
    sides.set(side, (sides.get(side) ?? 0) + count);
    accounts += count;
  }
  const [topLabel, top] = largest(labels);
  const [side, sideCount] = largest(sides);
  const mostly: Side | "mixed" = sideCount * 2 > accounts ? side : "mixed";
  const ofThatSide = new Map([...labels].filter(([label]) => sideOf(label, positive) === mostly));
  return {
    accounts,
    covert: sides.get("covert") ?? 0,
    topLabel,
    topShare: top / accounts,
    mostly,
    mostlyLabel: mostly === "mixed" ? null : largest(ofThatSide)[0],
  };
}

/**
 * WP = sum n_k p_k^2 / sum n_k p_k over clusters k of n_k accounts, a share p_k of them covert: the precision that a covert account
 * sees around itself. Unlike a mean over clusters it cannot be raised by many perfect clusters of one.
 *
 * @returns null when no covert account is in a cluster
 */
export function weightedPrecision(makeups: readonly ClusterMakeup[]): number | null {
  let above = 0;
  let below = 0;
  for (const { accounts, covert } of makeups) {
    above += covert * (covert / accounts);
    below += covert;
  }
  return below === 0 ? null : above / below;
}

function largest<T extends string>(counts: ReadonlyMap<T, number>): [T, number] {
  return [...counts.entries()].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]!;
}
