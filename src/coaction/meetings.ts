import type { ObjectTimeline } from "./timeline.ts";

/**
 * Question: which two actions on one object lie within the window?
 *
 * For every object a two-pointer walk over its actions in time order meets each pair of actions at most `windowMs` apart (inclusive)
 * once. Each meeting is written as two positions (8 bytes) into one of 256 partitions chosen by a hash of the two accounts, so that
 * all meetings of a pair lie together, and a partition can be counted in a table small enough for the processor's cache: several times
 * faster than one large table.
 *
 * Cost: O(actions + meetings), twice: once to know the sizes, once to write. Memory 8 bytes a meeting of the partitions asked for.
 */

const PARTITION_BITS = 8;
const PARTITIONS = 1 << PARTITION_BITS;

/** Meetings as positions in the timeline, the earlier action first, those of one partition together and in the order of objects. */
export interface Meetings {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
}

/** The same for (a, b) and (b, a). */
function partitionOf(a: number, b: number): number {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  return Math.imul(Math.imul(low, 0x9e3779b1) ^ (high + 0x7f4a7c15), 0x85ebca6b) >>> (32 - PARTITION_BITS);
}

/**
 * Meetings by partition, without those on common objects. The walk of `collectMeetings`, written out again: a callback for each of a
 * hundred million meetings would cost more than the meetings.
 */
export function partitionSizes(timeline: ObjectTimeline, windowMs: number, common: Uint8Array): Float64Array {
  const { starts, account, timeMs, objectCount } = timeline;
  const sizes = new Float64Array(PARTITIONS);
  for (let object = 0; object < objectCount; object++) {
    if (common[object] === 1) continue;
    const end = starts[object + 1]!;
    let tail = starts[object]!;
    for (let i = tail + 1; i < end; i++) {
      const time = timeMs[i]!;
      const a = account[i]!;
      while (time - timeMs[tail]! > windowMs) tail++;
      for (let j = tail; j < i; j++) {
        const b = account[j]!;
        if (a !== b) sizes[partitionOf(a, b)]!++;
      }
    }
  }
  return sizes;
}

/** Consecutive partitions whose meetings fit the budget together; a single larger one stands alone. */
export function partitionGroups(sizes: Float64Array, budget: number): [from: number, to: number][] {
  const groups: [number, number][] = [];
  let from = 0;
  let sum = 0;
  for (let partition = 0; partition < PARTITIONS; partition++) {
    if (partition > from && sum + sizes[partition]! > budget) {
      groups.push([from, partition]);
      from = partition;
      sum = 0;
    }
    sum += sizes[partition]!;
  }
  groups.push([from, PARTITIONS]);
  return groups;
}

/** Meetings of the partitions `from..to`, one partition after the other. */
export function collectMeetings(
  timeline: ObjectTimeline,
  windowMs: number,
  common: Uint8Array,
  sizes: Float64Array,
  from: number,
  to: number,
): Meetings {
  const { starts, account, timeMs, objectCount } = timeline;
  const cursor = new Float64Array(PARTITIONS);
  let total = 0;
  for (let partition = from; partition < to; partition++) {
    cursor[partition] = total;
    total += sizes[partition]!;
  }
  const first = new Uint32Array(total);
  const second = new Uint32Array(total);
  for (let object = 0; object < objectCount; object++) {
    if (common[object] === 1) continue;
    const end = starts[object + 1]!;
    let tail = starts[object]!;
    for (let i = tail + 1; i < end; i++) {
      const time = timeMs[i]!;
      const a = account[i]!;
      while (time - timeMs[tail]! > windowMs) tail++;
      for (let j = tail; j < i; j++) {
        const b = account[j]!;
        if (a === b) continue;
        const partition = partitionOf(a, b);
        if (partition < from || partition >= to) continue;
        const slot = cursor[partition]!++;
        first[slot] = j;
        second[slot] = i;
      }
    }
  }
  return { first, second };
}
