import type { Actions } from "../corpus/actions.ts";
import type { Pairs } from "../corpus/pairs.ts";
import { PairAccumulator } from "./accumulator.ts";
import { layOutCommon } from "./common.ts";
import { commonObjects, windowPairsByObject } from "./sweep.ts";
import { layOut, type ObjectTimeline } from "./timeline.ts";

/**
 * Question: which two accounts acted on the same objects within the window, on how many, how often and how far apart?
 *
 * For every object a two-pointer sweep over its actions in time order meets each pair of actions at most `windowMs` apart
 * (inclusive) once. Each meeting is written as two positions (8 bytes) into one of 256 partitions chosen by a hash of the two
 * accounts; partitions are then counted one at a time in a table small enough for the processor's cache, which is what makes this
 * several times faster than one large table. Nothing outside the window is ever materialised.
 *
 * Cost: O(actions + meetings) time; memory 8 bytes a meeting up to `budget` meetings at a time, above that the sweep is repeated for
 * a few partitions at a go. Objects with more than `commonLimit` meetings propose no pairs but are counted for every pair proposed
 * by another object, see `sweep.ts`.
 *
 * Does not show: whether acting together is more than chance (`significance.ts`), nor who leads.
 */
export interface CoActionOptions {
  readonly windowMs: number;
  /** Keep pairs with at least so many distinct objects acted on together. */
  readonly minObjects: number;
  /** Meetings on one object beyond which it proposes no pairs. */
  readonly commonLimit?: number;
  /** Meetings held in memory at a time. */
  readonly budget?: number;
  /** False: pairs come partition by partition instead of by account, which spares a sort of millions; as deterministic. */
  readonly sorted?: boolean;
}

export interface CoActionResult {
  readonly pairs: Pairs;
  readonly timeline: ObjectTimeline;
  /** Objects too common to propose pairs by themselves. */
  readonly commonObjects: number;
  /** Pairs met on at least one object that is not common, before `minObjects`. */
  readonly met: number;
}

const PARTITION_BITS = 8;
const PARTITIONS = 1 << PARTITION_BITS;
export const COMMON_LIMIT = 1_000_000;
const BUDGET = 48_000_000;
/** Pairs for which room is made at the start, at most. */
const ROOM = 32_000_000;

export function coAct(actions: Actions, options: CoActionOptions): CoActionResult {
  const timeline = layOut(actions);
  const windowPairs = windowPairsByObject(timeline, options.windowMs);
  const common = commonObjects(windowPairs, options.commonLimit ?? COMMON_LIMIT);
  const sizes = partitionSizes(timeline, options.windowMs, common);
  const shared = common.includes(1) ? layOutCommon(timeline, common) : null;
  // With one object enough, every meeting may be a pair of its own; with more, few pairs stay.
  const meetings = sizes.reduce((sum, size) => sum + size, 0);
  const capacity = options.minObjects <= 1 ? Math.min(meetings, ROOM) + 1 : 1024;
  const accumulator = new PairAccumulator(timeline, shared, options.windowMs, options.minObjects, capacity);
  for (const [from, to] of partitionGroups(sizes, options.budget ?? BUDGET)) {
    const met = collect(timeline, options.windowMs, common, sizes, from, to);
    let start = 0;
    for (let partition = from; partition < to; partition++) {
      const end = start + sizes[partition]!;
      accumulator.count(met.first, met.second, start, end);
      start = end;
    }
  }
  return {
    pairs: accumulator.finish(actions.trace, options.sorted ?? true),
    timeline,
    commonObjects: shared?.objects ?? 0,
    met: accumulator.met,
  };
}

/** The same for (a, b) and (b, a). */
function partitionOf(a: number, b: number): number {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  return Math.imul(Math.imul(low, 0x9e3779b1) ^ (high + 0x7f4a7c15), 0x85ebca6b) >>> (32 - PARTITION_BITS);
}

/** The walk of `collect`, written out again: a callback for each of a hundred million meetings would cost more than the meetings. */
function partitionSizes(timeline: ObjectTimeline, windowMs: number, common: Uint8Array): Float64Array {
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
function partitionGroups(sizes: Float64Array, budget: number): [from: number, to: number][] {
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

function collect(
  timeline: ObjectTimeline,
  windowMs: number,
  common: Uint8Array,
  sizes: Float64Array,
  from: number,
  to: number,
): { first: Uint32Array; second: Uint32Array } {
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
