import { type Agreement, agreement } from "./agreement.ts";
import { PREVALENCES, positivePredictiveValue } from "./baserate.ts";
import { type ClusterMakeup, clusterMakeups, weightedPrecision } from "./clusters.ts";
import { contingency } from "./contingency.ts";
import { averagePrecision, type Detection, detection } from "./detection.ts";
import { matchOperations, type OperationMatch } from "./operations.ts";
import { type Outcome, sideOf } from "./outcome.ts";

/** Everything the evaluation says about one case. Plain data: printed as it is with `--json`. */
export interface Scorecard {
  readonly accounts: number;
  /** Clusters against labels, over clustered accounts with at least `minPosts` posts: all labels, then without those left out. */
  readonly clustering: readonly ClusteringLine[];
  /** null when every label is covert: there is nobody to be wrongly flagged. */
  readonly flags: readonly FlagLine[] | null;
  readonly averagePrecision: number | null;
  readonly operations: readonly OperationMatch[];
  readonly weightedPrecision: number | null;
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

export function scorecard(outcomes: readonly Outcome[], options: ScorecardOptions): Scorecard {
  const positive = options.positive === null ? null : new Set(options.positive);
  const covert = outcomes.map(({ label }) => sideOf(label, positive) === "covert");
  const anyInnocent = covert.includes(false);
  const operations = new Set(outcomes.filter((_, i) => covert[i]).map(({ label }) => label));
  const clusters = clusterMakeups(outcomes, positive);
  return {
    accounts: outcomes.length,
    clustering: [
      clusteringLine("all labels", outcomes, options.minPosts, []),
      ...(options.leaveOut.length > 0
        ? [clusteringLine(`without ${options.leaveOut.join(", ")}`, outcomes, options.minPosts, options.leaveOut)]
        : []),
    ],
    flags: anyInnocent ? flagLines(outcomes, covert) : null,
    averagePrecision: anyInnocent
      ? averagePrecision(
          outcomes.map(({ score }) => score),
          covert,
        )
      : null,
    operations: matchOperations(outcomes, operations),
    weightedPrecision: anyInnocent ? weightedPrecision(clusters) : null,
    clusters,
  };
}

function flagLines(outcomes: readonly Outcome[], covert: readonly boolean[]): FlagLine[] {
  const rules: readonly [string, (outcome: Outcome) => boolean][] = [
    ["in any cluster", ({ clusterId }) => clusterId !== null],
    ["in a cluster read as unexplained", ({ clusterId, reading }) => clusterId !== null && reading === "unexplained"],
  ];
  const lines = rules.map(([rule, isFlagged]) => flagLine(rule, outcomes.map(isFlagged), covert));
  // Recall read only where an account acted often enough to be seen at all.
  const active = outcomes.map(({ posts }) => posts >= 2);
  const pick = <T>(values: readonly T[]) => values.filter((_, i) => active[i]);
  const [anyRule, isFlagged] = rules[0]!;
  lines.push(flagLine(`${anyRule}, accounts with 2 posts or more`, pick(outcomes).map(isFlagged), pick(covert)));
  return lines;
}

function flagLine(rule: string, flagged: readonly boolean[], covert: readonly boolean[]): FlagLine {
  const counts = detection(flagged, covert);
  return {
    rule,
    ...counts,
    ppv: PREVALENCES.map((prevalence) => ({
      prevalence,
      value:
        counts.recall === null || counts.falsePositiveRate === null
          ? null
          : positivePredictiveValue(prevalence, counts.recall, counts.falsePositiveRate),
    })),
  };
}

function clusteringLine(
  what: string,
  outcomes: readonly Outcome[],
  minPosts: number,
  leftOut: readonly string[],
): ClusteringLine {
  const eligible = outcomes.filter(({ posts, label }) => posts >= minPosts && !leftOut.includes(label));
  const clustered = eligible.filter(({ clusterId }) => clusterId !== null);
  const table = contingency(
    clustered.map(({ clusterId }) => clusterId!),
    clustered.map(({ label }) => label),
  );
  return {
    what,
    minPosts,
    leftOut,
    eligible: eligible.length,
    coverage: eligible.length === 0 ? null : clustered.length / eligible.length,
    ...agreement(table),
  };
}
