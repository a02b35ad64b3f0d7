import { type Agreement, agreement } from "./agreement.ts";
import { PREVALENCES, positivePredictiveValue } from "./baserate.ts";
import { type ClusterMakeup, clusterMakeups, weightedPrecision } from "./clusters.ts";
import { type CompositionLine, composition } from "./composition.ts";
import { contingency } from "./contingency.ts";
import { averagePrecision, type Detection, detection } from "./detection.ts";
import { type FlagRate, flagRates } from "./flag-rates.ts";
import { matchOperations, type OperationMatch } from "./operations.ts";
import { isUnexplained, type Outcome, sideOf } from "./outcome.ts";

/** Everything the evaluation says about one case. Plain data: printed as it is with `--json`. */
export interface Scorecard {
  readonly accounts: number;
  /** Clusters against labels, over clustered accounts with at least `minPosts` posts: all labels, then without those left out. */
  readonly clustering: readonly ClusteringLine[];
  /** null when every label is covert: there is nobody to be wrongly flagged. */
  readonly flags: readonly FlagLine[] | null;
  readonly averagePrecision: number | null;
  readonly operations: readonly OperationMatch[];
  /** The same when only clusters read `unexplained` count as found. */
  readonly unexplainedOperations: readonly OperationMatch[];
  /** Innocent labels and how often they are flagged. */
  readonly innocents: readonly FlagRate[];
  readonly weightedPrecision: number | null;
  readonly composition: readonly CompositionLine[];
  readonly clusters: readonly ClusterMakeup[];
}

export interface ClusteringLine extends Agreement {
  readonly what: string;
  readonly minPosts: number;
  readonly leftOut: readonly string[];
  /** Accounts that could have been clustered: enough posts, label not left out. */
  readonly eligible: number;
  /** Share of the eligible that are in a cluster. */
  readonly coverage: number | null;
}

export interface FlagLine extends Detection {
  /** What counts as flagged. */
  readonly rule: string;
  readonly ppv: readonly { readonly prevalence: number; readonly value: number | null }[];
}

export interface ScorecardOptions {
  /** Clustering agreement is read on accounts with at least so many posts. */
  readonly minPosts: number;
  readonly leaveOut: readonly string[];
  /** Labels that are covert; null: all but organic ones and `benign:<type>`. */
  readonly positive: readonly string[] | null;
}

/** @param counts how many accounts each outcome stands for, all above zero; one each when left out */
export function scorecard(
  outcomes: readonly Outcome[],
  options: ScorecardOptions,
  counts?: readonly number[],
): Scorecard {
  const positive = options.positive === null ? null : new Set(options.positive);
  const covert = coverts(outcomes, options);
  const anyInnocent = covert.includes(false);
  const operations = new Set(outcomes.filter((_, i) => covert[i]).map(({ label }) => label));
  const clusters = clusterMakeups(outcomes, positive, counts);
  const claimed = outcomes.map((outcome) => (isUnexplained(outcome) ? outcome : { ...outcome, clusterId: null }));
  return {
    accounts: counts === undefined ? outcomes.length : counts.reduce((sum, count) => sum + count, 0),
    clustering: [
      clusteringLine("all labels", outcomes, options.minPosts, [], counts),
      ...(options.leaveOut.length > 0
        ? [
            clusteringLine(
              `without ${options.leaveOut.join(", ")}`,
              outcomes,
              options.minPosts,
              options.leaveOut,
              counts,
            ),
          ]
        : []),
    ],
    flags: anyInnocent ? flagLines(outcomes, covert, counts) : null,
    averagePrecision: anyInnocent
      ? averagePrecision(
          outcomes.map(({ score }) => score),
          covert,
          counts,
        )
      : null,
    operations: matchOperations(outcomes, operations, counts),
    unexplainedOperations: matchOperations(claimed, operations, counts),
    innocents: flagRates(outcomes, positive, counts),
    weightedPrecision: anyInnocent ? weightedPrecision(clusters) : null,
    composition: composition(clusters),
    clusters,
  };
}

/** Whether each account is one to be found. */
export function coverts(outcomes: readonly Outcome[], options: ScorecardOptions): boolean[] {
  const positive = options.positive === null ? null : new Set(options.positive);
  return outcomes.map(({ label }) => sideOf(label, positive) === "covert");
}

function flagLines(
  outcomes: readonly Outcome[],
  covert: readonly boolean[],
  counts: readonly number[] | undefined,
): FlagLine[] {
  const rules: readonly [string, (outcome: Outcome) => boolean][] = [
    ["in any cluster", ({ clusterId }) => clusterId !== null],
    ["in a cluster read as unexplained", isUnexplained],
  ];
  const lines = rules.map(([rule, isFlagged]) => flagLine(rule, outcomes.map(isFlagged), covert, counts));
  // Recall read only where an account acted often enough to be seen at all.
  const active = outcomes.map(({ posts }) => posts >= 2);
  const pick = <T>(values: readonly T[]) => values.filter((_, i) => active[i]);
  const [anyRule, isFlagged] = rules[0]!;
  lines.push(
    flagLine(
      `${anyRule}, accounts with 2 posts or more`,
      pick(outcomes).map(isFlagged),
      pick(covert),
      counts === undefined ? undefined : pick(counts),
    ),
  );
  return lines;
}

function flagLine(
  rule: string,
  flagged: readonly boolean[],
  covert: readonly boolean[],
  counts: readonly number[] | undefined,
): FlagLine {
  const found = detection(flagged, covert, counts);
  return {
    rule,
    ...found,
    ppv: PREVALENCES.map((prevalence) => ({
      prevalence,
      value:
        found.recall === null || found.falsePositiveRate === null
          ? null
          : positivePredictiveValue(prevalence, found.recall, found.falsePositiveRate),
    })),
  };
}

function clusteringLine(
  what: string,
  outcomes: readonly Outcome[],
  minPosts: number,
  leftOut: readonly string[],
  counts: readonly number[] | undefined,
): ClusteringLine {
  let eligible = 0;
  const clusters: string[] = [];
  const labels: string[] = [];
  const each: number[] = [];
  for (const [i, { clusterId, label, posts }] of outcomes.entries()) {
    if (posts < minPosts || leftOut.includes(label)) continue;
    const count = counts?.[i] ?? 1;
    eligible += count;
    if (clusterId === null) continue;
    clusters.push(clusterId);
    labels.push(label);
    each.push(count);
  }
  const table = contingency(clusters, labels, each);
  return {
    what,
    minPosts,
    leftOut,
    eligible,
    coverage: eligible === 0 ? null : table.items / eligible,
    ...agreement(table),
  };
}
