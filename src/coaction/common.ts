import { orderByKey, startsOf } from "../math/order.ts";
import type { ObjectTimeline } from "./timeline.ts";

/**
 * The actions on common (viral) objects, laid out by account, so that for any one pair the co-actions on common objects are found by
 * walking two short lists side by side. Memory O(actions on common objects), never their square.
 */
export interface CommonActions {
  /** Objects withheld from proposing pairs. */
  readonly objects: number;
  /** Account a owns the positions `starts[a]..starts[a + 1]`, ordered by object, then time. */
  readonly starts: Uint32Array;
  /** Position in the timeline. */
  readonly position: Uint32Array;
  readonly object: Uint32Array;
}

export function layOutCommon(timeline: ObjectTimeline, common: Uint8Array): CommonActions {
  const positions: number[] = [];
  const objects: number[] = [];
  let count = 0;
  for (let object = 0; object < timeline.objectCount; object++) {
    if (common[object] === 0) continue;
    count++;
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      positions.push(i);
      objects.push(object);
    }
  }
  const account = Uint32Array.from(positions, (position) => timeline.account[position]!);
  const order = orderByKey(account, timeline.accountCount);
  return {
    objects: count,
    starts: startsOf(account, timeline.accountCount),
    position: Uint32Array.from(order, (i) => positions[i]!),
    object: Uint32Array.from(order, (i) => objects[i]!),
  };
}

/**
 * Calls `meet(positionOfA, positionOfB, isNewObject)` for every in-window pair of actions of accounts a and b on common objects.
 */
export function meetOnCommon(
  timeline: ObjectTimeline,
  common: CommonActions,
  windowMs: number,
  a: number,
  b: number,
  meet: (positionOfA: number, positionOfB: number, isNewObject: boolean) => void,
): void {
  const { starts, object, position } = common;
  const endA = starts[a + 1]!;
  const endB = starts[b + 1]!;
  let i = starts[a]!;
  let j = starts[b]!;
  while (i < endA && j < endB) {
    const shared = object[i]!;
    if (object[j]! < shared) j++;
    else if (object[j]! > shared) i++;
    else {
      let isNew = true;
      let stopB = j;
      while (stopB < endB && object[stopB] === shared) stopB++;
      for (; i < endA && object[i] === shared; i++) {
        const timeA = timeline.timeMs[position[i]!]!;
        for (let k = j; k < stopB; k++) {
          if (Math.abs(timeline.timeMs[position[k]!]! - timeA) > windowMs) continue;
          meet(position[i]!, position[k]!, isNew);
          isNew = false;
        }
      }
      j = stopB;
    }
  }
}
