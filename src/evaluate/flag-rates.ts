import { isUnexplained, type Outcome, sideOf } from "./outcome.ts";

/**
 * Of the accounts of each innocent label (every `benign:<type>`, and organic), what share is flagged? Precision cannot say which
 * benign coordination is taken for an operation; this can.
 */
export interface FlagRate {
  readonly label: string;
  readonly accounts: number;
  readonly inCluster: number;
  readonly inUnexplained: number;
  /** Shares of `accounts`, 0 to 1. */
  readonly clusterRate: number;
  readonly unexplainedRate: number;
}

/**
 * One entry for each label that is not covert, by name.
 *
 * @param counts how many accounts each outcome stands for; one each when left out
 */
export function flagRates(
  outcomes: readonly Outcome[],
  positive: ReadonlySet<string> | null,
  counts?: ArrayLike<number>,
): FlagRate[] {
  const tallies = new Map<string, { accounts: number; inCluster: number; inUnexplained: number }>();
  for (const [i, outcome] of outcomes.entries()) {
    if (sideOf(outcome.label, positive) === "covert") continue;
    const tally = tallies.get(outcome.label) ?? { accounts: 0, inCluster: 0, inUnexplained: 0 };
    tallies.set(outcome.label, tally);
    const count = counts?.[i] ?? 1;
    tally.accounts += count;
    if (outcome.clusterId !== null) tally.inCluster += count;
    if (isUnexplained(outcome)) tally.inUnexplained += count;
  }
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, tally]) => ({
      label,
      ...tally,
      clusterRate: tally.inCluster / tally.accounts,
      unexplainedRate: tally.inUnexplained / tally.accounts,
    }));
}
