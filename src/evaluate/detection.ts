/**
 * Are the accounts it flags the right ones? Precision, recall and F1 of "flagged" against "covert", and average precision of the
 * ranking by score. Unit of truth is the account; Marionet itself claims only clusters, so this is a yardstick, never a verdict.
 *
 * precision = TP / (TP + FP), recall = TP / (TP + FN), F1 = 2 TP / (2 TP + FP + FN), FPR = FP / (FP + TN).
 * Average precision = sum over thresholds of (R_k - R_(k-1)) P_k, ties taken together as one threshold, as scikit-learn does.
 * Cost: linear, n log n for the ranking. Does not show: how the figures change with the base rate (see `baserate`).
 */
export interface Detection {
  readonly accounts: number;
  readonly covert: number;
  readonly flagged: number;
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly falseNegative: number;
  readonly trueNegative: number;
  /** null: nothing was flagged. */
  readonly precision: number | null;
  /** null: nothing to find. */
  readonly recall: number | null;
  readonly f1: number | null;
  /** null: no innocent account. */
  readonly falsePositiveRate: number | null;
}

/** @param counts how many accounts each entry stands for; one each when left out */
export function detection(
  flagged: readonly boolean[],
  covert: readonly boolean[],
  counts?: ArrayLike<number>,
): Detection {
  if (flagged.length !== covert.length)
    throw new Error(`evaluate: ${flagged.length} flags for ${covert.length} accounts`);
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  for (let i = 0; i < flagged.length; i++) {
    const count = counts?.[i] ?? 1;
    if (flagged[i] && covert[i]) tp += count;
    else if (flagged[i]) fp += count;
    else if (covert[i]) fn += count;
    else tn += count;
  }
  return {
    accounts: tp + fp + fn + tn,
    covert: tp + fn,
    flagged: tp + fp,
    truePositive: tp,
    falsePositive: fp,
    falseNegative: fn,
    trueNegative: tn,
    precision: ratio(tp, tp + fp),
    recall: ratio(tp, tp + fn),
    f1: ratio(2 * tp, 2 * tp + fp + fn),
    falsePositiveRate: ratio(fp, fp + tn),
  };
}

/**
 * Average precision of ranking by `score`, highest first; null when nothing is covert.
 *
 * @param counts how many accounts each entry stands for; one each when left out
 */
export function averagePrecision(
  score: readonly number[],
  covert: readonly boolean[],
  counts?: ArrayLike<number>,
): number | null {
  let total = 0;
  for (let i = 0; i < covert.length; i++) if (covert[i]) total += counts?.[i] ?? 1;
  if (total === 0) return null;
  const order = score.map((_, i) => i).sort((a, b) => score[b]! - score[a]!);
  let found = 0;
  let seen = 0;
  let recallBefore = 0;
  let area = 0;
  for (let i = 0; i < order.length; i++) {
    const count = counts?.[order[i]!] ?? 1;
    seen += count;
    if (covert[order[i]!]) found += count;
    const tied = i + 1 < order.length && score[order[i + 1]!] === score[order[i]!];
    if (tied) continue;
    const recall = found / total;
    area += (recall - recallBefore) * (found / seen);
    recallBefore = recall;
  }
  return area;
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
