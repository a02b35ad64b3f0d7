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
  readonly shared: SharedObjects;
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
  const starts = startsOf(account, accountCount);
  const object = gatherUint32(objects.take(), order);
  return {
    accountCount,
    posted,
    objectCount,
    cells: account.length,
    starts,
    object,
    firstMs: gatherFloat64(firsts.take(), order),
    popularity,
    tempo,
    gaps,
    shared: new SharedObjects(starts, object),
  };
}

/** From so many times the length on, the longer list is searched instead of walked. */
const SKEW = 8;

/**
 * The objects that two accounts share. What was found last is kept: the nulls ask about one pair after the other.
 *
 * Cost: O(smaller + larger) objects of the two, or O(smaller x log larger) where one has far more than the other: a few accounts are busy on
 * everything, and are in most pairs.
 */
export class SharedObjects {
  /** Places in the columns of the one account and of the other, by object ascending, after `find`. */
  readonly ofA: Uint32Array;
  readonly ofB: Uint32Array;
  private a = -1;
  private b = -1;
  private found = 0;

  constructor(
    private readonly starts: Uint32Array,
    private readonly object: Uint32Array,
  ) {
    let longest = 0;
    for (let u = 0; u + 1 < starts.length; u++) longest = Math.max(longest, starts[u + 1]! - starts[u]!);
    this.ofA = new Uint32Array(longest);
    this.ofB = new Uint32Array(longest);
  }

  /** How many there are. */
  find(a: number, b: number): number {
    if (this.a === a && this.b === b) return this.found;
    this.a = a;
    this.b = b;
    const { starts } = this;
    const [lengthA, lengthB] = [starts[a + 1]! - starts[a]!, starts[b + 1]! - starts[b]!];
    if (lengthA * SKEW < lengthB) this.found = this.search(a, b, this.ofA, this.ofB);
    else if (lengthB * SKEW < lengthA) this.found = this.search(b, a, this.ofB, this.ofA);
    else this.found = this.walk(a, b);
    return this.found;
  }

  private walk(a: number, b: number): number {
    const { starts, object, ofA, ofB } = this;
    const endA = starts[a + 1]!;
    const endB = starts[b + 1]!;
    let i = starts[a]!;
    let j = starts[b]!;
    let found = 0;
    while (i < endA && j < endB) {
      const left = object[i]!;
      const right = object[j]!;
      if (left < right) i++;
      else if (right < left) j++;
      else {
        ofA[found] = i++;
        ofB[found++] = j++;
      }
    }
    return found;
  }

  /** Each of the few looked for among the many. */
  private search(few: number, many: number, ofFew: Uint32Array, ofMany: Uint32Array): number {
    const { starts, object } = this;
    const endMany = starts[many + 1]!;
    let j = starts[many]!;
    let found = 0;
    for (let i = starts[few]!; i < starts[few + 1]! && j < endMany; i++) {
      j = placeOf(object, j, endMany, object[i]!);
      if (j === endMany || object[j] !== object[i]) continue;
      ofFew[found] = i;
      ofMany[found++] = j++;
    }
    return found;
  }
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
