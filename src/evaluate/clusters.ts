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
}

/** One entry for each cluster, in order of cluster id. */
export function clusterMakeups(outcomes: readonly Outcome[], positive: ReadonlySet<string> | null): ClusterMakeup[] {
  const members = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    if (outcome.clusterId === null) continue;
    const list = members.get(outcome.clusterId) ?? [];
    list.push(outcome);
    members.set(outcome.clusterId, list);
  }
  return [...members.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([clusterId, list]) => {
      const labels = tally(list.map((outcome) => outcome.label));
      const sides = tally(list.map((outcome) => sideOf(outcome.label, positive)));
      const [topLabel, top] = largest(labels);
      const [topSide, sideCount] = largest(sides);
      return {
        clusterId,
        reading: list[0]!.reading ?? "",
        accounts: list.length,
        covert: sides.get("covert") ?? 0,
        topLabel,
        topShare: top / list.length,
        mostly: sideCount * 2 > list.length ? (topSide as Side) : "mixed",
      };
    });
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

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function largest(counts: ReadonlyMap<string, number>): [string, number] {
  return [...counts.entries()].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]!;
}
