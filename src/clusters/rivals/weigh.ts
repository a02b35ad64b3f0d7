import type { ClusterFacts } from "../measures/facts.ts";
import { RIVALS } from "./catalogue.ts";
import type { WeighedRival } from "./rival.ts";

/** All rivals against one cluster, the one that explains most first; equals in the order of the catalogue. */
export function weighRivals(facts: ClusterFacts): WeighedRival[] {
  return RIVALS.map((rival) => rival.weigh(facts)).sort((left, right) => right.score - left.score);
}
