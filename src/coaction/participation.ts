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

/**
 * Calls `visit(i, j)` for every object that accounts a and b both took part in, ascending: its places in the columns of a and of b.
 * `nulls/time.ts` walks the same way by hand: it is asked for every pair, and a call for each shared object would cost more than the rest.
 */
export function eachShared(part: Participation, a: number, b: number, visit: (i: number, j: number) => void): void {
  const endA = part.starts[a + 1]!;
  const endB = part.starts[b + 1]!;
  let i = part.starts[a]!;
  let j = part.starts[b]!;
  while (i < endA && j < endB) {
    const left = part.object[i]!;
    const right = part.object[j]!;
    if (left < right) i++;
    else if (right < left) j++;
    else visit(i++, j++);
  }
}
