/** Innocent, and other, explanations of a cluster; `explained:<name>` is the reading of a cluster that one of them explains. */
export const RIVAL_NAMES = [
  "fans",
  "sports",
  "news-shock",
  "petition",
  "syndication",
  "feeds",
  "giveaway",
  "staff",
  "training",
  "scheduler",
  "translators",
  "spam",
  "imitation",
] as const;
export type RivalName = (typeof RIVAL_NAMES)[number];

/** One figure that a rival is judged by: what it is here, what it would be were the rival true, and which way it points. */
export interface RivalMeasurement {
  /** What was measured, in words a newsroom understands: "members whose description says they are a bot". */
  readonly what: string;
  /** The figure as a person reads it, "0.82" or "12 of 14"; "not measured" when the export does not hold it. */
  readonly value: string;
  /** What this rival would lead one to expect, in words: "half or more". */
  readonly expected: string;
  readonly points: "for" | "against" | "neither";
}

export interface WeighedRival {
  readonly name: RivalName;
  /** How well it explains this cluster, 0 (not at all) to 1; from `EXPLAINS` on it is the reading. */
  readonly score: number;
  /** One sentence with numbers: why it does, or does not, explain the cluster. */
  readonly sentence: string;
  readonly measurements: readonly RivalMeasurement[];
}

/** Score from which on a rival explains a cluster. */
export const EXPLAINS = 0.5;

/** Score from which on a rival is named beside the claim, though it does not explain the cluster. */
export const NOTABLE = 0.2;
