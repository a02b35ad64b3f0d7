import type { Pairs } from "../corpus/pairs.ts";
import type { TraceName } from "../corpus/trace.ts";
import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { medianInPlace } from "../math/median.ts";
import { gatherFloat64, gatherUint32, orderByKey } from "../math/order.ts";
import { type CommonActions, meetOnCommon } from "./common.ts";
import type { ObjectTimeline } from "./timeline.ts";

/**
 * Counts the meetings of one partition after another and keeps the pairs that reach `minObjects`.
 *
 * Meetings of a partition arrive object by object, so "a new object for this pair" is one comparison with the pair's last object.
 */
export class PairAccumulator {
  /** Pairs met, before `minObjects`. */
  met = 0;
  private readonly a: GrowableUint32;
  private readonly b: GrowableUint32;
  private readonly objects: GrowableUint32;
  private readonly coactions: GrowableUint32;
  private readonly delay: GrowableFloat64;
  private readonly gap: GrowableFloat64;
  private readonly first: GrowableFloat64;
  private readonly last: GrowableFloat64;
  private readonly objectAt: Uint32Array;
  /** Delays of one pair on common objects, b minus a, and the span they cover. */
  private readonly extra = new GrowableFloat64();
  private extraObjects = 0;
  private extraFirst = 0;
  private extraLast = 0;

  /** @param capacity pairs to make room for at once; more are taken in as they come */
  constructor(
    private readonly timeline: ObjectTimeline,
    private readonly common: CommonActions | null,
    private readonly windowMs: number,
    private readonly minObjects: number,
    capacity: number,
  ) {
    this.a = new GrowableUint32(capacity);
    this.b = new GrowableUint32(capacity);
    this.objects = new GrowableUint32(capacity);
    this.coactions = new GrowableUint32(capacity);
    this.delay = new GrowableFloat64(capacity);
    this.gap = new GrowableFloat64(capacity);
    this.first = new GrowableFloat64(capacity);
    this.last = new GrowableFloat64(capacity);
    this.objectAt = new Uint32Array(timeline.account.length);
    for (let object = 0; object < timeline.objectCount; object++) {
      this.objectAt.fill(object, timeline.starts[object]!, timeline.starts[object + 1]!);
    }
  }

  /** Meetings `start..end` of the two columns: positions in the timeline, the earlier action first. */
  count(firstOf: Uint32Array, secondOf: Uint32Array, start: number, end: number): void {
    const meetings = end - start;
    if (meetings === 0) return;
    const { account } = this.timeline;
    let size = 16;
    while (size < meetings * 2) size *= 2;
    const mask = size - 1;
    const slots = new Uint32Array(size); // 0 = free, else local pair + 1
    const pairOf = new Uint32Array(meetings);
    const lows = new Uint32Array(meetings);
    const highs = new Uint32Array(meetings);
    const objects = new Uint32Array(meetings);
    const lastObject = new Uint32Array(meetings);
    const ends = new Uint32Array(meetings);
    let known = 0;
    for (let m = 0; m < meetings; m++) {
      const earlier = firstOf[start + m]!;
      const left = account[earlier]!;
      const right = account[secondOf[start + m]!]!;
      const a = left < right ? left : right;
      const b = left < right ? right : left;
      const object = this.objectAt[earlier]!;
      let slot = Math.imul(a, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
      slot = (slot ^ (slot >>> 15)) & mask;
      let pair = -1;
      while (pair < 0) {
        const entry = slots[slot]!;
        if (entry === 0) {
          pair = known++;
          slots[slot] = known;
          lows[pair] = a;
          highs[pair] = b;
          objects[pair] = 1;
          lastObject[pair] = object;
        } else if (lows[entry - 1] === a && highs[entry - 1] === b) {
          pair = entry - 1;
          if (lastObject[pair] !== object) {
            lastObject[pair] = object;
            objects[pair]!++;
          }
        } else slot = (slot + 1) & mask;
      }
      pairOf[m] = pair;
      ends[pair]!++;
    }
    this.met += known;
    for (let pair = 1; pair < known; pair++) ends[pair]! += ends[pair - 1]!;
    const byPair = new Uint32Array(meetings);
    for (let m = meetings - 1; m >= 0; m--) byPair[--ends[pairOf[m]!]!] = start + m;
    // Now `ends` holds where each pair's meetings begin.
    const delays = new Float64Array(Math.max(64, meetings));
    for (let pair = 0; pair < known; pair++) {
      const to = pair + 1 < known ? ends[pair + 1]! : meetings;
      this.keep(lows[pair]!, highs[pair]!, objects[pair]!, byPair, ends[pair]!, to, firstOf, secondOf, delays);
    }
  }

  private keep(
    a: number,
    b: number,
    objects: number,
    meetings: Uint32Array,
    from: number,
    to: number,
    firstOf: Uint32Array,
    secondOf: Uint32Array,
    scratch: Float64Array,
  ): void {
    const { account, timeMs } = this.timeline;
    if (this.common !== null) this.gatherCommon(this.common, a, b);
    const met = objects + this.extraObjects;
    if (met < this.minObjects) return;
    if (to - from === 1 && this.extra.length === 0) {
      this.keepOne(a, b, firstOf[meetings[from]!]!, secondOf[meetings[from]!]!);
      return;
    }
    const n = to - from + this.extra.length;
    const delays = n <= scratch.length ? scratch : new Float64Array(n);
    let first = this.extra.length > 0 ? this.extraFirst : Number.POSITIVE_INFINITY;
    let last = this.extra.length > 0 ? this.extraLast : Number.NEGATIVE_INFINITY;
    let filled = 0;
    for (; filled < this.extra.length; filled++) delays[filled] = this.extra.at(filled);
    for (let k = from; k < to; k++) {
      const earlier = firstOf[meetings[k]!]!;
      const later = secondOf[meetings[k]!]!;
      const lag = timeMs[later]! - timeMs[earlier]!;
      delays[filled++] = account[earlier] === a ? lag : -lag;
      if (timeMs[earlier]! < first) first = timeMs[earlier]!;
      if (timeMs[later]! > last) last = timeMs[later]!;
    }
    this.a.push(a);
    this.b.push(b);
    this.objects.push(met);
    this.coactions.push(n);
    this.delay.push(medianInPlace(delays, 0, n));
    for (let k = 0; k < n; k++) delays[k] = Math.abs(delays[k]!);
    this.gap.push(medianInPlace(delays, 0, n));
    this.first.push(first);
    this.last.push(last);
  }

  /** Most pairs meet once: no median to look for. */
  private keepOne(a: number, b: number, earlier: number, later: number): void {
    const { account, timeMs } = this.timeline;
    const lag = timeMs[later]! - timeMs[earlier]!;
    this.a.push(a);
    this.b.push(b);
    this.objects.push(1);
    this.coactions.push(1);
    this.delay.push(account[earlier] === a ? lag : -lag);
    this.gap.push(lag);
    this.first.push(timeMs[earlier]!);
    this.last.push(timeMs[later]!);
  }

  private gatherCommon(common: CommonActions, a: number, b: number): void {
    const { timeMs } = this.timeline;
    this.extra.length = 0;
    this.extraObjects = 0;
    this.extraFirst = Number.POSITIVE_INFINITY;
    this.extraLast = Number.NEGATIVE_INFINITY;
    meetOnCommon(this.timeline, common, this.windowMs, a, b, (positionOfA, positionOfB, isNewObject) => {
      const timeA = timeMs[positionOfA]!;
      const timeB = timeMs[positionOfB]!;
      this.extra.push(timeB - timeA);
      if (isNewObject) this.extraObjects++;
      this.extraFirst = Math.min(this.extraFirst, timeA, timeB);
      this.extraLast = Math.max(this.extraLast, timeA, timeB);
    });
  }

  /** @param sorted by (a, b); else in the order in which they were counted */
  finish(trace: TraceName, sorted: boolean): Pairs {
    const a = this.a.take();
    const b = this.b.take();
    const { accountCount } = this.timeline;
    const order = sorted ? orderByKey(a, accountCount, orderByKey(b, accountCount)) : null;
    const integers = (column: Uint32Array): Uint32Array => (order === null ? column : gatherUint32(column, order));
    const numbers = (column: Float64Array): Float64Array => (order === null ? column : gatherFloat64(column, order));
    return {
      trace,
      windowMs: this.windowMs,
      count: a.length,
      a: integers(a),
      b: integers(b),
      objects: integers(this.objects.take()),
      coactions: integers(this.coactions.take()),
      medianDelayMs: numbers(this.delay.take()),
      medianGapMs: numbers(this.gap.take()),
      firstMs: numbers(this.first.take()),
      lastMs: numbers(this.last.take()),
    };
  }
}
