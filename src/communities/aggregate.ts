import { startsOf } from "../math/order.ts";
import type { Network } from "./csr.ts";
import type { Room } from "./room.ts";

/**
 * The network whose nodes are the groups of another. Cost: O(nodes + edges).
 *
 * @param group of each node, dense from 0
 * @param room its columns hold the edges of what is returned, until they are asked for again
 */
export function aggregate(network: Network, group: Uint32Array, groupCount: number, room: Room): Network {
  const { nodeCount, starts, target, weight, loop, size } = network;
  const memberStarts = startsOf(group, groupCount);
  const members = room.order.subarray(0, nodeCount);
  const cursor = memberStarts.slice(0, groupCount);
  for (let v = 0; v < nodeCount; v++) members[cursor[group[v]!]!++] = v;

  const nextStarts = new Uint32Array(groupCount + 1);
  const nextLoop = new Float64Array(groupCount);
  const nextSize = new Float64Array(groupCount);
  // Grouping only ever removes edges, so as much room as before is enough; pages that are never written cost no memory.
  const ends = room.ends(target);
  const [nextTarget, nextWeight] = [ends.target, ends.weight];
  const toward = room.sums.fill(0, 0, groupCount);
  let used = 0;
  for (let g = 0; g < groupCount; g++) {
    let inside = 0;
    const first = used;
    for (let m = memberStarts[g]!, end = memberStarts[g + 1]!; m < end; m++) {
      const v = members[m]!;
      nextLoop[g]! += loop[v]!;
      nextSize[g]! += size[v]!;
      for (let e = starts[v]!, last = starts[v + 1]!; e < last; e++) {
        const other = group[target[e]!]!;
        const own = weight[e]!;
        if (other === g) inside += own;
        else {
          if (toward[other] === 0) nextTarget[used++] = other;
          toward[other]! += own;
        }
      }
    }
    // Each inner edge was met from both of its ends.
    nextLoop[g]! += inside / 2;
    for (let at = first; at < used; at++) {
      const other = nextTarget[at]!;
      nextWeight[at] = toward[other]!;
      toward[other] = 0;
    }
    nextStarts[g + 1] = used;
  }
  return {
    nodeCount: groupCount,
    starts: nextStarts,
    target: nextTarget.subarray(0, used),
    weight: nextWeight.subarray(0, used),
    loop: nextLoop,
    size: nextSize,
  };
}
