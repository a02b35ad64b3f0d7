import type { ClusterFacts } from "../measures/facts.ts";
import type { RivalName, WeighedRival } from "./rival.ts";

/** One explanation, with the measurements that tell it from a covert operation: one file each, listed in `catalogue.ts`. */
export interface Rival {
  readonly name: RivalName;
  /** What it would mean, were it true, as a question: "Are they fans of somebody?" */
  readonly question: string;
  weigh(facts: ClusterFacts): WeighedRival;
}
