/** One account of a case beside its truth: all that an evaluation knows. It has seen neither posts nor evidence. */
export interface Outcome {
  readonly accountId: string;
  /** null: in no cluster. */
  readonly clusterId: string | null;
  /** Reading of its cluster, null outside clusters. */
  readonly reading: string | null;
  /** Ranks accounts within the case; 0 outside clusters. */
  readonly score: number;
  readonly posts: number;
  /** Truth, from the labels file. */
  readonly label: string;
}

/** In a cluster for which the case makes its claim: beyond the nulls, and no rival explains it. */
export const isUnexplained = ({ clusterId, reading }: Outcome): boolean =>
  clusterId !== null && reading === "unexplained";

/** What a label says about an account, when it is to be found or to be left alone. */
export type Side = "covert" | "benign" | "organic";

/** Labels of people who are no part of any coordination. `benign:<type>` marks coordination without deceit. */
const ORGANIC_LABELS: ReadonlySet<string> = new Set(["organic", "control", "human", "none"]);

/**
 * Side of a label. With `positive` given, those labels alone are covert; without, everything is covert that is neither organic nor
 * `benign:<type>`.
 */
export function sideOf(label: string, positive: ReadonlySet<string> | null): Side {
  if (label.startsWith("benign:")) return "benign";
  if (positive !== null) return positive.has(label) ? "covert" : "organic";
  return ORGANIC_LABELS.has(label.toLowerCase()) ? "organic" : "covert";
}
