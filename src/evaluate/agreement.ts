import { adjustedRand, pairsOf } from "../math/rand-index.ts";
import type { Contingency } from "./contingency.ts";

/**
 * Does a clustering cut the same items along the same lines as the truth?
 *
 * - NMI = I(C; L) / ((H(C) + H(L)) / 2): arithmetic normalisation, as scikit-learn's default (Vinh, Epps, Bailey 2010, JMLR 11).
 * - ARI = (sum of C(n_ij,2) - E) / ((A + B) / 2 - E), with A, B the pairs together in either labeling and E = A B / C(n,2)
 *   (Hubert and Arabie 1985, doi 10.1007/BF01908075). 0 is what chance gives, 1 perfect; it can be negative.
 * - purity = share of items that carry the commonest label of their cluster.
 * - pairwise precision and recall: of the pairs of items in one cluster, the share with one label; and the other way round.
 *
 * Cost: linear in the cells of the contingency. They do not show: whether items outside every cluster were rightly left out (give
 * those to `detection`). Purity and NMI rise with the number of clusters, so read them beside ARI.
 */
export interface Agreement {
  readonly items: number;
  readonly clusters: number;
  readonly labels: number;
  /** null where nothing can be said: no item at all. */
  readonly nmi: number | null;
  readonly ari: number | null;
  readonly purity: number | null;
  /** null without any pair of items in one cluster (or with one label). */
  readonly pairPrecision: number | null;
  readonly pairRecall: number | null;
}

/** Rows of the contingency are clusters, its columns the true labels. */
export function agreement(table: Contingency): Agreement {
  const { items, rowTotals, columnTotals, cells } = table;
  const shape = { items, clusters: rowTotals.length, labels: columnTotals.length };
  if (items === 0) {
    return { ...shape, nmi: null, ari: null, purity: null, pairPrecision: null, pairRecall: null };
  }
  let together = 0;
  const best = new Array<number>(rowTotals.length).fill(0);
  for (const { row, count } of cells) {
    together += pairsOf(count);
    if (count > best[row]!) best[row] = count;
  }
  const inClusters = sum(rowTotals.map(pairsOf));
  const inLabels = sum(columnTotals.map(pairsOf));
  return {
    ...shape,
    nmi: normalisedInformation(table),
    ari: adjustedRand(together, inClusters, inLabels, pairsOf(items)),
    purity: sum(best) / items,
    pairPrecision: inClusters === 0 ? null : together / inClusters,
    pairRecall: inLabels === 0 ? null : together / inLabels,
  };
}

function normalisedInformation({ items, rowTotals, columnTotals, cells }: Contingency): number {
  const rowEntropy = entropy(rowTotals, items);
  const columnEntropy = entropy(columnTotals, items);
  // Both labelings say "all the same": they agree perfectly, although neither carries information.
  if (rowEntropy === 0 && columnEntropy === 0) return 1;
  let information = 0;
  for (const { row, column, count } of cells) {
    information += (count / items) * Math.log((count * items) / (rowTotals[row]! * columnTotals[column]!));
  }
  return Math.min(1, Math.max(0, information / ((rowEntropy + columnEntropy) / 2)));
}

function entropy(totals: readonly number[], items: number): number {
  let h = 0;
  for (const total of totals) if (total > 0) h -= (total / items) * Math.log(total / items);
  return totals.length <= 1 ? 0 : h;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
