import { matchOperations, type OperationMatch } from "../../src/evaluate/operations.ts";
import { type Outcome, sideOf } from "../../src/evaluate/outcome.ts";

/**
 * What a cluster of an operation ought to read. `unexplained`, but for two: lures of a scam are a commercial pattern, shown under its
 * own name (methods, scenario S8), and a desk known by identity and rhythm alone is said to be weak (S4).
 */
const RIGHT_READINGS: Readonly<Record<string, readonly string[]>> = {
  "wrong-number": ["unexplained", "explained:spam"],
  "vague-focus": ["unexplained", "weak"],
};

export const rightReadings = (scenario: string): readonly string[] => RIGHT_READINGS[scenario] ?? ["unexplained"];

/**
 * The rivals that explain each benign group of the worlds. The alert accounts of breaking-news pass on the agencies' headlines: news is what
 * they share, feeds is what they are, and either is right.
 */
export const RIGHT_RIVAL: Readonly<Record<string, readonly string[]>> = {
  "benign:fan-campaign": ["fans"],
  "benign:sports": ["sports"],
  "benign:breaking-news": ["news-shock", "feeds"],
  "benign:petition": ["petition"],
  "benign:syndication": ["syndication"],
  "benign:feeds": ["feeds"],
  "benign:giveaway": ["giveaway"],
  "benign:staff": ["staff"],
  "benign:training-day": ["training"],
  "benign:scheduler": ["scheduler"],
  "benign:translators": ["translators"],
  "benign:imitator": ["imitation"],
};

/** The cluster that knows the operation best among those that read as it ought to; null where the world has no operation. */
export function rightMatch(scenario: string, outcomes: readonly Outcome[]): OperationMatch | null {
  const right = rightReadings(scenario.split(",")[0]!);
  const operations = new Set(outcomes.map(({ label }) => label).filter((label) => sideOf(label, null) === "covert"));
  const read = outcomes.map((outcome) =>
    right.includes(outcome.reading ?? "") ? outcome : { ...outcome, clusterId: null },
  );
  return matchOperations(read, operations)[0] ?? null;
}
