import type { Random } from "../math/random.ts";
import type { Network } from "./csr.ts";
import type { Terms } from "./objective.ts";
import type { Room } from "./room.ts";

/**
 * Fast local move (Traag, Waltman, van Eck 2019, algorithm A.2, MoveNodesFast): every node in turn goes to the community in which quality
 * gains most, an empty one among them; only nodes whose surroundings changed are looked at again, from a queue.
 *
 * Changes `group` in place; quality never falls. Labels stay below `nodeCount` but are not dense. Cost: O(edges) a sweep, few sweeps.
 */
export function moveNodes(
  network: Network,
  { mass, density, tolerance }: Terms,
  group: Uint32Array,
  random: Random,
  room: Room,
): void {
  const { nodeCount, starts, target, weight } = network;
  const { members, empty, near, order: queue, isQueued } = room;
  const sums = room.sums.fill(0, 0, 2 * nodeCount);
  members.fill(0, 0, nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    members[group[v]!]!++;
    sums[2 * group[v]! + 1]! += mass[v]!;
  }
  let emptyCount = 0;
  for (let g = 0; g < nodeCount; g++) if (members[g] === 0) empty[emptyCount++] = g;

  shuffleInto(queue, nodeCount, random);
  isQueued.fill(1, 0, nodeCount);
  let [head, waiting] = [0, nodeCount];
  while (waiting > 0) {
    const v = queue[head]!;
    head = head + 1 === nodeCount ? 0 : head + 1;
    waiting--;
    isQueued[v] = 0;
    const [first, end, own] = [starts[v]!, starts[v + 1]!, group[v]!];
    let nearCount = 0;
    for (let e = first; e < end; e++) {
      const g = group[target[e]!]!;
      if (sums[2 * g] === 0) near[nearCount++] = g;
      sums[2 * g]! += weight[e]!;
    }
    const pull = density * mass[v]!;
    const rest = members[own] === 1 ? 0 : sums[2 * own + 1]! - mass[v]!;
    const stay = sums[2 * own]! - pull * rest;
    let [best, bestGain] = [own, stay];
    for (let i = 0; i < nearCount; i++) {
      const g = near[i]!;
      const gain = sums[2 * g]! - pull * sums[2 * g + 1]!;
      sums[2 * g] = 0;
      if (gain > bestGain && g !== own) [best, bestGain] = [g, gain];
    }
    if (bestGain < -tolerance && members[own]! > 1) [best, bestGain] = [empty[emptyCount - 1]!, 0];
    if (best === own || bestGain - stay <= tolerance) continue;
    if (members[best] === 0) emptyCount--;
    members[own]!--;
    sums[2 * own + 1] = rest;
    if (members[own] === 0) empty[emptyCount++] = own;
    members[best]!++;
    sums[2 * best + 1]! += mass[v]!;
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

const STRETCH = 4096;

/**
 * All numbers below `count` in random order: stretches of them in random order (Fisher and Yates), each shuffled in itself. Neighbours in
 * number stand side by side in every column, so a stretch is read from the cache; a million nodes all at random take up to a quarter longer.
 */
export function shuffleInto(order: Uint32Array, count: number, random: Random): void {
  const stretches = new Uint32Array(Math.ceil(count / STRETCH));
  shuffleFrom(stretches, 0, 0, stretches.length, random);
  let at = 0;
  for (const stretch of stretches) {
    const first = stretch * STRETCH;
    const length = Math.min(STRETCH, count - first);
    shuffleFrom(order, at, first, length, random);
    at += length;
  }
}

/** The `length` numbers from `first` on, shuffled, at `at`. */
function shuffleFrom(order: Uint32Array, at: number, first: number, length: number, random: Random): void {
  for (let i = 0; i < length; i++) {
    const j = Math.floor(random() * (i + 1));
    order[at + i] = order[at + j]!;
    order[at + j] = first + i;
  }
}
