import type { EgoPair } from "../../src/corpus/ego.ts";
import { linkTo, view } from "../state/place.ts";

/** The posts behind a pair; the account one looks at keeps the left side. */
export function linkOfPair(pair: EgoPair): string {
  return linkTo({ page: "pair", cluster: view.value.cluster, trace: pair.trace, left: pair.a, right: pair.b });
}
