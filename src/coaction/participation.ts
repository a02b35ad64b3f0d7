import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { gatherFloat64, gatherUint32, orderByKey, startsOf } from "../math/order.ts";
import { GapLadder, type Gaps } from "./nulls/gaps.ts";
import type { ObjectTimeline } from "./timeline.ts";

/**
 * Who took part in what, counting each account once per object, by its first action: the bipartite matrix that the nulls hold fixed,
 * and each object's own tempo.
 */
export interface Participation {
  readonly accountCount: number;
  /** Accounts that posted at all. */
  readonly posted: number;
  readonly objectCount: number;
  /** Non-zero cells of the matrix. */
  readonly cells: number;
  /** Account a took part in `object[starts[a]..starts[a + 1]]`, ascending, first at `firstMs`. */
  readonly starts: Uint32Array;
  readonly object: Uint32Array;
  readonly firstMs: Float64Array;
  /** Distinct accounts of each object. */
  readonly popularity: Uint32Array;
  /** Share of the object's pairs of accounts whose first actions lie within the window; 0 where there is no pair. */
  readonly tempo: Float64Array;
  /** How unusually close two first actions on an object are. */
  readonly gaps: Gaps;
}

export function participation(timeline: ObjectTimeline, windowMs: number): Participation {
  const { accountCount, posted, objectCount } = timeline;
  const accounts = new GrowableUint32();
  const objects = new GrowableUint32();
  const firsts = new GrowableFloat64();
  const popularity = new Uint32Array(objectCount);
  const tempo = new Float64Array(objectCount);
  const gaps = new GapLadder(objectCount, windowMs);
  let times = new Float64Array(1024);
  const seenIn = new Uint32Array(accountCount).fill(0xffffffff);
  for (let object = 0; object < objectCount; object++) {
    const from = firsts.length;
    const most = timeline.starts[object + 1]! - timeline.starts[object]!;
    if (most > times.length) times = new Float64Array(2 * most);
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      const account = timeline.account[i]!;
      if (seenIn[account] === object) continue;
      seenIn[account] = object;
      accounts.push(account);
      objects.push(object);
      times[firsts.length - from] = timeline.timeMs[i]!;
      firsts.push(timeline.timeMs[i]!);
    }
    const n = firsts.length - from;
    popularity[object] = n;
    if (n > 1) tempo[object] = gaps.add(object, times, n) / ((n * (n - 1)) / 2);
  }
  const account = accounts.take();
  const order = orderByKey(account, accountCount);
  return {
    accountCount,
    posted,
    objectCount,
    cells: account.length,
    starts: startsOf(account, accountCount),
    object: gatherUint32(objects.take(), order),
    firstMs: gatherFloat64(firsts.take(), order),
    popularity,
    tempo,
    gaps,
  };
}

/** Room for the objects that two accounts share: places in the columns of the one and of the other. */
export interface SharedCells {
  readonly ofA: Uint32Array;
  readonly ofB: Uint32Array;
}

/** As much room as any two accounts can need. */
export function sharedCells(part: Participation): SharedCells {
  let longest = 0;
  for (let u = 0; u < part.accountCount; u++) longest = Math.max(longest, part.starts[u + 1]! - part.starts[u]!);
  return { ofA: new Uint32Array(longest), ofB: new Uint32Array(longest) };
}

/** From so many times the length on, the longer list is searched instead of walked. */
const SKEW = 8;

/**
 * Finds every object that accounts a and b both took part in, ascending, and returns how many there are. O(smaller + larger) objects of
 * the two, or O(smaller x log larger) where one has far more than the other: a few accounts are busy on everything, and are in most pairs.
 */
export function findShared(part: Participation, a: number, b: number, into: SharedCells): number {
  const { starts, object } = part;
  const endA = starts[a + 1]!;
  const endB = starts[b + 1]!;
  let i = starts[a]!;
  let j = starts[b]!;
  let found = 0;
  if ((endA - i) * SKEW < endB - j) {
    for (; i < endA && j < endB; i++) {
      j = placeOf(object, j, endB, object[i]!);
      if (j === endB || object[j] !== object[i]) continue;
      into.ofA[found] = i;
      into.ofB[found++] = j++;
    }
    return found;
  }
  if ((endB - j) * SKEW < endA - i) {
    for (; j < endB && i < endA; j++) {
      i = placeOf(object, i, endA, object[j]!);
      if (i === endA || object[i] !== object[j]) continue;
      into.ofA[found] = i++;
      into.ofB[found++] = j;
    }
    return found;
  }
  while (i < endA && j < endB) {
    const left = object[i]!;
    const right = object[j]!;
    if (left < right) i++;
    else if (right < left) j++;
    else {
      into.ofA[found] = i++;
      into.ofB[found++] = j++;
    }
  }
  return found;
}

/** First place from `from` on whose value is at least so large, `end` for none: strides that double, then halving. */
export function placeOf(ascending: Uint32Array, from: number, end: number, value: number): number {
  if (from >= end || ascending[from]! >= value) return from;
  let low = from;
  let stride = 1;
  while (low + stride < end && ascending[low + stride]! < value) {
    low += stride;
    stride *= 2;
  }
  let high = Math.min(end, low + stride);
  // Below `value` at low, at least `value` at high.
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle;
    else high = middle;
  }
  return high;
}
