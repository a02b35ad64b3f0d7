import { type PairRows, pairRows } from "../corpus/pair-rows.ts";
import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { medianInPlace } from "../math/median.ts";
import { type CommonActions, meetOnCommon } from "./common.ts";
import type { Meetings } from "./meetings.ts";
import type { ObjectTimeline } from "./timeline.ts";

interface CounterOptions {
  readonly windowMs: number;
  readonly minObjects: number;
  readonly posts?: boolean;
}

/**
 * Counts the meetings of one partition after another and hands on the pairs that reach `minObjects`.
 *
 * Meetings of a partition arrive object by object, so "a new object for this pair" is one comparison with the pair's last object. All
 * columns are made once, for the largest partition so far, and used again: fresh memory for each would cost more than the counting.
 */
export class PairCounter {
  /** Pairs met, before `minObjects`. */
  met = 0;
  private batch: PairRows = pairRows(0);
  /** By local number of a pair. */
  private lows = new Uint32Array(0);
  private highs = new Uint32Array(0);
  private objects = new Uint32Array(0);
  private lastObject = new Uint32Array(0);
  private ends = new Uint32Array(0);
  /** By meeting. */
  private pairOf = new Uint32Array(0);
  private byPair = new Uint32Array(0);
  private delays = new Float64Array(0);
  /** 0 = free, else local pair + 1. */
  private slots = new Uint32Array(0);
  private readonly objectAt: Uint32Array;
  /** Of one pair on common objects: delays, b minus a, posts of each side, and the span they cover. */
  private readonly extra = new GrowableFloat64();
  private readonly extraPostsA = new GrowableUint32();
  private readonly extraPostsB = new GrowableUint32();
  private extraObjects = 0;
  private extraFirst = 0;
  private extraLast = 0;
  private posts = new Uint32Array(64);

  constructor(
    private readonly timeline: ObjectTimeline,
    private readonly common: CommonActions | null,
    private readonly options: CounterOptions,
  ) {
    this.objectAt = new Uint32Array(timeline.account.length);
    for (let object = 0; object < timeline.objectCount; object++) {
      this.objectAt.fill(object, timeline.starts[object]!, timeline.starts[object + 1]!);
    }
  }

  /** Pairs of the meetings `start..end`; the next call overwrites them. */
  count({ first, second }: Meetings, start: number, end: number): PairRows {
    const meetings = end - start;
    this.makeRoom(meetings);
    const { account } = this.timeline;
    const { slots, lows, highs, objects, lastObject, ends, pairOf, byPair, objectAt } = this;
    let size = 16;
    while (size < meetings * 2) size *= 2;
    const mask = size - 1;
    slots.fill(0, 0, size);
    let known = 0;
    for (let m = 0; m < meetings; m++) {
      const earlier = first[start + m]!;
      const left = account[earlier]!;
      const right = account[second[start + m]!]!;
      const a = left < right ? left : right;
      const b = left < right ? right : left;
      const object = objectAt[earlier]!;
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
          ends[pair] = 0;
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
    for (let m = meetings - 1; m >= 0; m--) byPair[--ends[pairOf[m]!]!] = start + m;
    // Now `ends` holds where each pair's meetings begin.
    this.batch.count = 0;
    for (let pair = 0; pair < known; pair++) {
      const from = ends[pair]!;
      const to = pair + 1 < known ? ends[pair + 1]! : meetings;
      if (to - from === 1 && this.common === null) {
        if (this.options.minObjects <= 1)
          this.keepOne(lows[pair]!, highs[pair]!, first[byPair[from]!]!, second[byPair[from]!]!);
      } else this.keep(lows[pair]!, highs[pair]!, objects[pair]!, from, to, first, second);
    }
    return this.batch;
  }

  /** Most pairs meet once: no median to look for. */
  private keepOne(a: number, b: number, earlier: number, later: number): void {
    const { account, timeMs } = this.timeline;
    const { batch } = this;
    const at = batch.count++;
    const lag = timeMs[later]! - timeMs[earlier]!;
    batch.a[at] = a;
    batch.b[at] = b;
    batch.objects[at] = 1;
    batch.coactions[at] = 1;
    batch.postsA[at] = 1;
    batch.postsB[at] = 1;
    batch.medianDelayMs[at] = account[earlier] === a ? lag : -lag;
    batch.meanGapMs[at] = lag;
    batch.medianGapMs[at] = lag;
    batch.firstMs[at] = timeMs[earlier]!;
    batch.lastMs[at] = timeMs[later]!;
  }

  private keep(
    a: number,
    b: number,
    objects: number,
    from: number,
    to: number,
    firstOf: Uint32Array,
    secondOf: Uint32Array,
  ): void {
    const { account, timeMs } = this.timeline;
    const { batch, byPair } = this;
    if (this.common !== null) this.gatherCommon(this.common, a, b);
    const met = objects + this.extraObjects;
    if (met < this.options.minObjects) return;
    const n = to - from + this.extra.length;
    const delays = n <= this.delays.length ? this.delays : new Float64Array(n);
    let first = this.extra.length > 0 ? this.extraFirst : Number.POSITIVE_INFINITY;
    let last = this.extra.length > 0 ? this.extraLast : Number.NEGATIVE_INFINITY;
    let filled = 0;
    for (; filled < this.extra.length; filled++) delays[filled] = this.extra.at(filled);
    for (let k = from; k < to; k++) {
      const earlier = firstOf[byPair[k]!]!;
      const later = secondOf[byPair[k]!]!;
      const lag = timeMs[later]! - timeMs[earlier]!;
      delays[filled++] = account[earlier] === a ? lag : -lag;
      if (timeMs[earlier]! < first) first = timeMs[earlier]!;
      if (timeMs[later]! > last) last = timeMs[later]!;
    }
    const at = batch.count++;
    batch.a[at] = a;
    batch.b[at] = b;
    batch.objects[at] = met;
    batch.coactions[at] = n;
    batch.medianDelayMs[at] = medianInPlace(delays, 0, n);
    let sum = 0;
    for (let k = 0; k < n; k++) {
      delays[k] = Math.abs(delays[k]!);
      sum += delays[k]!;
    }
    batch.meanGapMs[at] = sum / n;
    batch.medianGapMs[at] = medianInPlace(delays, 0, n);
    batch.firstMs[at] = first;
    batch.lastMs[at] = last;
    if (this.options.posts !== true) return;
    batch.postsA[at] = this.differentPosts(a, from, to, firstOf, secondOf, this.extraPostsA);
    batch.postsB[at] = this.differentPosts(b, from, to, firstOf, secondOf, this.extraPostsB);
  }

  /** Posts of one side of a pair among its meetings; by sorting them. */
  private differentPosts(
    side: number,
    from: number,
    to: number,
    firstOf: Uint32Array,
    secondOf: Uint32Array,
    extra: GrowableUint32,
  ): number {
    const { account } = this.timeline;
    const n = to - from + extra.length;
    if (n > this.posts.length) this.posts = new Uint32Array(2 * n);
    const { posts, byPair } = this;
    let filled = 0;
    for (; filled < extra.length; filled++) posts[filled] = extra.at(filled);
    for (let k = from; k < to; k++) {
      const earlier = firstOf[byPair[k]!]!;
      posts[filled++] = this.postAt(account[earlier] === side ? earlier : secondOf[byPair[k]!]!);
    }
    posts.subarray(0, n).sort();
    let different = 1;
    for (let k = 1; k < n; k++) if (posts[k] !== posts[k - 1]) different++;
    return different;
  }

  private gatherCommon(common: CommonActions, a: number, b: number): void {
    const { timeMs } = this.timeline;
    this.extra.length = 0;
    this.extraPostsA.length = 0;
    this.extraPostsB.length = 0;
    this.extraObjects = 0;
    this.extraFirst = Number.POSITIVE_INFINITY;
    this.extraLast = Number.NEGATIVE_INFINITY;
    meetOnCommon(this.timeline, common, this.options.windowMs, a, b, (positionOfA, positionOfB, isNewObject) => {
      const timeA = timeMs[positionOfA]!;
      const timeB = timeMs[positionOfB]!;
      this.extra.push(timeB - timeA);
      this.extraPostsA.push(this.postAt(positionOfA));
      this.extraPostsB.push(this.postAt(positionOfB));
      if (isNewObject) this.extraObjects++;
      this.extraFirst = Math.min(this.extraFirst, timeA, timeB);
      this.extraLast = Math.max(this.extraLast, timeA, timeB);
    });
  }

  /** The post of an action; its place where each action is a post of its own. */
  private postAt(position: number): number {
    const { post } = this.timeline;
    return post.length === 0 ? position : post[position]!;
  }

  private makeRoom(meetings: number): void {
    if (meetings <= this.pairOf.length) return;
    const room = Math.max(64, Math.ceil(meetings * 1.125));
    let size = 16;
    while (size < room * 2) size *= 2;
    this.slots = new Uint32Array(size);
    this.batch = pairRows(room);
    this.lows = new Uint32Array(room);
    this.highs = new Uint32Array(room);
    this.objects = new Uint32Array(room);
    this.lastObject = new Uint32Array(room);
    this.ends = new Uint32Array(room);
    this.pairOf = new Uint32Array(room);
    this.byPair = new Uint32Array(room);
    this.delays = new Float64Array(room);
  }
}
