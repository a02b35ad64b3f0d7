import type { Scorecard } from "./scorecard.ts";

/** One number of a scorecard under a name that is the same in every case, so that resamples and cases can be laid side by side. */
export interface Figure {
  readonly group: FigureGroup;
  /** Which line of the group: a rule, an operation, a label. */
  readonly of: string;
  readonly what: string;
  /** null: it does not exist here. */
  readonly value: number | null;
}

export type FigureGroup = "clustering" | "flags" | "ranking" | "operations" | "unexplained operations" | "flag rates";

export const figureKey = (group: FigureGroup, of: string, what: string): string => JSON.stringify([group, of, what]);

/** Every figure of a scorecard that is a share or an index; counts are left where they are. */
export function figuresOf(card: Scorecard): Figure[] {
  const figures: Figure[] = [];
  const add = (group: FigureGroup, of: string, values: Readonly<Record<string, number | null>>): void => {
    for (const [what, value] of Object.entries(values)) figures.push({ group, of, what, value });
  };
  for (const { what, coverage, nmi, ari, purity, pairPrecision, pairRecall } of card.clustering) {
    add("clustering", what, {
      coverage,
      NMI: nmi,
      ARI: ari,
      purity,
      "pair precision": pairPrecision,
      "pair recall": pairRecall,
    });
  }
  for (const { rule, precision, recall, f1, falsePositiveRate, ppv } of card.flags ?? []) {
    add("flags", rule, { precision, recall, F1: f1, "false positive rate": falsePositiveRate });
    for (const { prevalence, value } of ppv) add("flags", rule, { [ppvName(prevalence)]: value });
  }
  add("ranking", "accounts", {
    "average precision by score": card.averagePrecision,
    "weighted precision of clusters": card.weightedPrecision,
  });
  for (const [group, matches] of [
    ["operations", card.operations],
    ["unexplained operations", card.unexplainedOperations],
  ] as const) {
    for (const { operation, clusterId, precision, recall, f1, weightedPrecision } of matches) {
      // An operation that was not found has members neither right nor wrong: 0 would mean a cluster of strangers.
      const members = clusterId === null ? null : precision;
      add(group, operation, { precision: members, recall, F1: f1, "weighted precision": weightedPrecision });
    }
  }
  for (const { label, clusterRate, unexplainedRate } of card.innocents) {
    add("flag rates", label, { "in any cluster": clusterRate, unexplained: unexplainedRate });
  }
  return figures;
}

export const ppvName = (prevalence: number): string => `PPV at ${Number((prevalence * 100).toFixed(3))} %`;
