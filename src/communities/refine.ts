import type { Random } from "../math/random.ts";
import type { Network } from "./csr.ts";
import { shuffleInto } from "./local-move.ts";
import { massOf, type Terms } from "./objective.ts";
import type { Room } from "./room.ts";

/**
 * Randomised refinement (Traag, Waltman, van Eck 2019, algorithm A.2, RefinePartition and MergeNodesSubset): within each community, nodes
 * start alone and merge along edges, so that what comes out is connected, whatever the community was.
 *
 * A node that is still alone, and well enough connected to its community S: w(v, S - v) >= density m(v) (m(S) - m(v)), joins a part C
 * of S that is well connected by the same measure, with chance proportional to exp(gain / THETA) among those that do not lose quality;
 * staying alone is one of them, at gain 0. The chance lets a search that is run again leave a dead end. Gains are in the unit of the
 * weights, as in the authors' and igraph's code: weights far below THETA make the choice blind, far above it the best is taken.
 *
 * @returns part of each node; labels below `nodeCount`, not dense. Cost: O(edges).
 */
export function refine(
  network: Network,
  { mass, density, tolerance }: Terms,
  group: Uint32Array,
  groupCount: number,
  random: Random,
  room: Room,
): Uint32Array {
  const { nodeCount, starts, target, weight } = network;
  const { members, outward, near, gains, order } = room;
  const groupMass = massOf(mass, group, groupCount);
  const part = new Uint32Array(nodeCount);
  const sums = room.sums;
  for (let v = 0; v < nodeCount; v++) {
    part[v] = v;
    members[v] = 1;
    sums[2 * v] = 0;
    sums[2 * v + 1] = mass[v]!;
    let links = 0;
    const own = group[v]!;
    for (let e = starts[v]!, end = starts[v + 1]!; e < end; e++) {
      if (group[target[e]!] === own) links += weight[e]!;
    }
    outward[v] = links;
  }
  shuffleInto(order, nodeCount, random);
  for (let i = 0; i < nodeCount; i++) {
    const v = order[i]!;
    // Not alone any more: it moved, or others came to it.
    if (part[v] !== v || members[v] !== 1) continue;
    const g = group[v]!;
    const whole = groupMass[g]!;
    const [pull, links] = [density * mass[v]!, outward[v]!];
    if (links === 0 || links < pull * (whole - mass[v]!) - tolerance) continue;
    let nearCount = 0;
    for (let e = starts[v]!, end = starts[v + 1]!; e < end; e++) {
      const next = target[e]!;
      if (group[next] !== g) continue;
      const p = part[next]!;
      if (sums[2 * p] === 0) near[nearCount++] = p;
      sums[2 * p]! += weight[e]!;
    }
    let open = 0;
    let bestGain = 0;
    for (let k = 0; k < nearCount; k++) {
      const p = near[k]!;
      const partMass = sums[2 * p + 1]!;
      const gain = sums[2 * p]! - pull * partMass;
      if (gain < 0 || outward[p]! < density * partMass * (whole - partMass) - tolerance) {
        sums[2 * p] = 0;
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
      sums[2 * p + 1]! += mass[v]!;
      outward[p]! += links - 2 * sums[2 * p]!;
    }
    for (let k = 0; k < open; k++) sums[2 * near[k]!] = 0;
  }
  return part;
}

/** How freely parts merge that gain less than the best; the paper's value. */
const THETA = 0.01;
const ALONE = -1;
/** A chance of exp of this, beside that of the best, is lost in rounding anyway; most are, and need no exponential. */
const NO_CHANCE = -50;

/** Which of the gains, or ALONE, at chances proportional to exp(gain / THETA); taken relative to the best, which no exponent overflows. */
function draw(gains: Float64Array, count: number, bestGain: number, random: Random): number {
  if (count === 0) return ALONE;
  const alone = chanceOf(-bestGain);
  let sum = alone;
  for (let k = 0; k < count; k++) {
    const chance = chanceOf(gains[k]! - bestGain);
    sum += chance;
    gains[k] = chance;
  }
  let aim = random() * sum - alone;
  let last = ALONE;
  for (let k = 0; k < count && aim >= 0; k++) {
    if (gains[k] === 0) continue;
    aim -= gains[k]!;
    last = k;
  }
  return last;
}

/** @param behind the best gain, at most 0 */
function chanceOf(behind: number): number {
  const exponent = behind / THETA;
  return exponent < NO_CHANCE ? 0 : Math.exp(exponent);
}
