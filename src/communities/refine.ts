import type { Random } from "../math/random.ts";
import type { Network } from "./csr.ts";
import { shuffled, toleranceOf } from "./local-move.ts";
import { massOf, type Terms } from "./objective.ts";

/**
 * Randomised refinement (Traag, Waltman, van Eck 2019, algorithm A.2, RefinePartition and MergeNodesSubset): within each community, nodes
 * start alone and merge along edges, so that what comes out is connected, whatever the community was.
 *
 * A node that is still alone, and well enough connected to its community S: w(v, S - v) >= density m(v) (m(S) - m(v)), joins a part C
 * of S that is well connected by the same measure, with chance proportional to exp(gain / THETA) among those that do not lose quality;
 * staying alone is one of them, at gain 0. The chance lets a search that is run again leave a dead end.
 *
 * @returns part of each node; labels below `nodeCount`, not dense. Cost: O(edges).
 */
export function refine(
  network: Network,
  { mass, density }: Terms,
  group: Uint32Array,
  groupCount: number,
  random: Random,
): Uint32Array {
  const { nodeCount, starts, target, weight } = network;
  const groupMass = massOf(mass, group, groupCount);
  const part = new Uint32Array(nodeCount);
  const members = new Uint32Array(nodeCount).fill(1);
  const partMass = mass.slice();
  /** Weight from a part to the rest of its community. */
  const outward = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    part[v] = v;
    for (let e = starts[v]!, end = starts[v + 1]!; e < end; e++) {
      if (group[target[e]!] === group[v]) outward[v]! += weight[e]!;
    }
  }
  const tolerance = toleranceOf(network);
  const order = shuffled(nodeCount, random);
  const toward = new Float64Array(nodeCount);
  const near = new Uint32Array(nodeCount);
  const gains = new Float64Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    const v = order[i]!;
    const own = part[v]!;
    if (members[own] !== 1) continue;
    const g = group[v]!;
    const whole = groupMass[g]!;
    const [pull, links] = [density * mass[v]!, outward[v]!];
    if (links === 0 || links < pull * (whole - mass[v]!) - tolerance) continue;
    let nearCount = 0;
    for (let e = starts[v]!, end = starts[v + 1]!; e < end; e++) {
      const next = target[e]!;
      if (group[next] !== g) continue;
      const p = part[next]!;
      if (toward[p] === 0) near[nearCount++] = p;
      toward[p]! += weight[e]!;
    }
    let open = 0;
    let bestGain = 0;
    for (let k = 0; k < nearCount; k++) {
      const p = near[k]!;
      const gain = toward[p]! - pull * partMass[p]!;
      const isWell = outward[p]! >= density * partMass[p]! * (whole - partMass[p]!) - tolerance;
      if (gain < 0 || !isWell) {
        toward[p] = 0;
        continue;
      }
      near[open] = p;
      gains[open++] = gain;
      if (gain > bestGain) bestGain = gain;
    }
    const chosen = draw(gains, open, bestGain, random);
    if (chosen !== ALONE) {
      const p = near[chosen]!;
      part[v] = p;
      members[p]!++;
      members[own] = 0;
      partMass[p]! += mass[v]!;
      outward[p]! += links - 2 * toward[p]!;
    }
    for (let k = 0; k < open; k++) toward[near[k]!] = 0;
  }
  return part;
}

/** How freely parts merge that gain less than the best; the paper's value. */
const THETA = 0.01;
const ALONE = -1;

/** Which of the gains, or ALONE, at chances proportional to exp(gain / THETA); taken relative to the best, which no exponent overflows. */
function draw(gains: Float64Array, count: number, bestGain: number, random: Random): number {
  if (count === 0) return ALONE;
  const alone = Math.exp(-bestGain / THETA);
  let sum = alone;
  for (let k = 0; k < count; k++) {
    const chance = Math.exp((gains[k]! - bestGain) / THETA);
    sum += chance;
    gains[k] = chance;
  }
  let aim = random() * sum - alone;
  if (aim < 0) return ALONE;
  for (let k = 0; k < count; k++) {
    aim -= gains[k]!;
    if (aim < 0) return k;
  }
  return count - 1;
}
