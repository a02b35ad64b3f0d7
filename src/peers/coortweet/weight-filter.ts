import { NONE } from "../../corpus/shares.ts";
import { identity } from "../../math/order.ts";
import { isHeavy, type Network } from "./network.ts";

/** Which lines the statistics take: all, those heavy in the full window, or those heavy in the fast one. */
export const WEIGHT_FILTERS = ["none", "full", "fast"] as const;
export type WeightFilter = (typeof WEIGHT_FILTERS)[number];

/** Lines of the network that pass, in order. `fast` needs a network with a fast window. */
export function heavyLines(
  { lines, fastLines, full, fast, threshold, fastThreshold }: Network,
  filter: WeightFilter,
): Uint32Array {
  const all = identity(lines.length);
  if (filter === "none") return all;
  if (filter === "full") return all.filter((line) => isHeavy(full.weight[lines[line]!]!, threshold));
  if (fast === null) throw new Error("peers/coortweet/weight-filter: no fast lines in this network");
  return all.filter((line) => fastLines[line] !== NONE && isHeavy(fast.weight[fastLines[line]!]!, fastThreshold));
}
