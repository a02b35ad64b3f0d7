import type { ObjectTimeline } from "./timeline.ts";

/**
 * For each object the number of pairs of actions within the window, those of one account with itself included: the most that the
 * sweep will emit. Two pointers, O(actions), whatever the popularity.
 */
export function windowPairsByObject(timeline: ObjectTimeline, windowMs: number): Float64Array {
  const { starts, timeMs, objectCount } = timeline;
  const pairs = new Float64Array(objectCount);
  for (let object = 0; object < objectCount; object++) {
    const end = starts[object + 1]!;
    let tail = starts[object]!;
    let sum = 0;
    for (let i = tail; i < end; i++) {
      while (timeMs[i]! - timeMs[tail]! > windowMs) tail++;
      sum += i - tail;
    }
    pairs[object] = sum;
  }
  return pairs;
}

/**
 * Objects too common to propose pairs: those with more in-window pairs than `limit`. They are not lost: a pair proposed by any other
 * object still has its co-actions on common objects counted in full (`kernel.ts`). What is not listed is a pair that shares nothing
 * but common objects; how many objects that concerns is told to the user.
 */
export function commonObjects(windowPairs: Float64Array, limit: number): Uint8Array {
  const common = new Uint8Array(windowPairs.length);
  for (let object = 0; object < common.length; object++) if (windowPairs[object]! > limit) common[object] = 1;
  return common;
}
