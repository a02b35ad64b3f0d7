import type { ClusterMakeup } from "./clusters.ts";

/**
 * How many clusters are mostly covert, mostly one kind of benign coordination, mostly organic, or mixed, by what the case read them as?
 *
 * An `unexplained` cluster that is mostly benign or organic is a false claim; an `explained:` or `weak` one that is mostly covert is a
 * claim not made. Does not show how pure a "mostly" is: more than half its accounts is enough, see `ClusterMakeup`.
 */
export interface CompositionLine {
  readonly reading: string;
  readonly mostly: ClusterMakeup["mostly"];
  /** Which operation or which benign coordination; null where the clusters are mixed. */
  readonly label: string | null;
  readonly clusters: number;
  readonly accounts: number;
}

/** One line for each that occurs, by reading, then side, then label. */
export function composition(makeups: readonly ClusterMakeup[]): CompositionLine[] {
  const lines = new Map<string, CompositionLine>();
  for (const { reading, mostly, mostlyLabel: label, accounts } of makeups) {
    const key = JSON.stringify([reading, mostly, label ?? ""]);
    const line = lines.get(key) ?? { reading, mostly, label, clusters: 0, accounts: 0 };
    lines.set(key, { ...line, clusters: line.clusters + 1, accounts: line.accounts + accounts });
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** A line over several cases: how many of them have such a cluster at all, and all their clusters and accounts together. */
export interface PooledCompositionLine extends CompositionLine {
  readonly cases: number;
}

export function pooledComposition(compositions: readonly (readonly CompositionLine[])[]): PooledCompositionLine[] {
  const lines = new Map<string, PooledCompositionLine>();
  for (const one of compositions) {
    for (const { reading, mostly, label, clusters, accounts } of one) {
      const key = JSON.stringify([reading, mostly, label ?? ""]);
      const line = lines.get(key) ?? { reading, mostly, label, clusters: 0, accounts: 0, cases: 0 };
      lines.set(key, {
        ...line,
        clusters: line.clusters + clusters,
        accounts: line.accounts + accounts,
        cases: line.cases + 1,
      });
    }
  }
  return [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

/** "covert (sneer-review)", "benign (benign:fan-campaign)", "organic", "mixed". */
export const mostlyText = ({ mostly, label }: Pick<CompositionLine, "mostly" | "label">): string =>
  mostly === "covert" || mostly === "benign" ? `${mostly} (${label})` : mostly;
