import type { Random } from "../math/random.ts";
import type { Network } from "./csr.ts";
import { massOf, type Terms } from "./objective.ts";

/**
 * Fast local move (Traag, Waltman, van Eck 2019, algorithm A.2, MoveNodesFast): every node in turn goes to the community in which quality
 * gains most, an empty one among them; only nodes whose surroundings changed are looked at again, from a queue.
 *
 * Changes `group` in place; quality never falls. Labels stay below `nodeCount` but are not dense. Cost: O(edges) a sweep, few sweeps.
 */
export function moveNodes(network: Network, { mass, density }: Terms, group: Uint32Array, random: Random): void {
  const { nodeCount, starts, target, weight } = network;
  const groupMass = massOf(mass, group, nodeCount);
  const members = new Uint32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) members[group[v]!]!++;
  const empty = new Uint32Array(nodeCount + 1);
  let emptyCount = 0;
  for (let g = 0; g < nodeCount; g++) if (members[g] === 0) empty[emptyCount++] = g;

  const queue = shuffled(nodeCount, random);
  const isQueued = new Uint8Array(nodeCount).fill(1);
  let [head, waiting] = [0, nodeCount];
  const toward = new Float64Array(nodeCount);
  const near = new Uint32Array(nodeCount);
  const tolerance = toleranceOf(network);
  while (waiting > 0) {
    const v = queue[head]!;
    head = head + 1 === nodeCount ? 0 : head + 1;
    waiting--;
    isQueued[v] = 0;
    const [first, end, own] = [starts[v]!, starts[v + 1]!, group[v]!];
    let nearCount = 0;
    for (let e = first; e < end; e++) {
      const g = group[target[e]!]!;
      if (toward[g] === 0) near[nearCount++] = g;
      toward[g]! += weight[e]!;
    }
    const pull = density * mass[v]!;
    const rest = members[own] === 1 ? 0 : groupMass[own]! - mass[v]!;
    const stay = toward[own]! - pull * rest;
    let [best, bestGain] = [own, stay];
    for (let i = 0; i < nearCount; i++) {
      const g = near[i]!;
      const gain = toward[g]! - pull * groupMass[g]!;
      toward[g] = 0;
      if (gain > bestGain && g !== own) [best, bestGain] = [g, gain];
    }
    if (bestGain < -tolerance && members[own]! > 1) [best, bestGain] = [empty[emptyCount - 1]!, 0];
    if (best === own || bestGain - stay <= tolerance) continue;
    if (members[best] === 0) emptyCount--;
    members[own]!--;
    groupMass[own] = rest;
    if (members[own] === 0) empty[emptyCount++] = own;
    members[best]!++;
    groupMass[best]! += mass[v]!;
    group[v] = best;
    for (let e = first; e < end; e++) {
      const next = target[e]!;
      if (isQueued[next] === 1 || group[next] === best) continue;
      isQueued[next] = 1;
      const tail = head + waiting;
      queue[tail >= nodeCount ? tail - nodeCount : tail] = next;
      waiting++;
    }
  }
}

/** All nodes in random order (Fisher and Yates). */
export function shuffled(count: number, random: Random): Uint32Array {
  const order = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    const j = Math.floor(random() * (i + 1));
    order[i] = order[j]!;
    order[j] = i;
  }
  return order;
}

/**
 * Gains below this are rounding: without it, two nodes could swap places for ever. A millionth of a millionth of the largest sum in play.
 */
export function toleranceOf({ weight }: Network): number {
  let sum = 0;
  for (let e = 0; e < weight.length; e++) sum += weight[e]!;
  return 1e-12 * sum;
}
