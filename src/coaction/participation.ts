import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { gatherFloat64, gatherUint32, orderByKey, startsOf } from "../math/order.ts";
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
}

export function participation(timeline: ObjectTimeline, windowMs: number): Participation {
  const { accountCount, posted, objectCount } = timeline;
  const accounts = new GrowableUint32();
  const objects = new GrowableUint32();
  const firsts = new GrowableFloat64();
  const popularity = new Uint32Array(objectCount);
  const tempo = new Float64Array(objectCount);
  const seenIn = new Uint32Array(accountCount).fill(0xffffffff);
  for (let object = 0; object < objectCount; object++) {
    const from = firsts.length;
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      const account = timeline.account[i]!;
      if (seenIn[account] === object) continue;
      seenIn[account] = object;
      accounts.push(account);
      objects.push(object);
      firsts.push(timeline.timeMs[i]!);
    }
    popularity[object] = firsts.length - from;
    tempo[object] = shareWithin(timeline, object, popularity[object]!, windowMs, seenIn);
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
  };
}

/** c_o / C(n_o, 2) over first actions; two pointers. `marks` is scratch, left marked with a value no object has. */
function shareWithin(
  timeline: ObjectTimeline,
  object: number,
  accounts: number,
  windowMs: number,
  marks: Uint32Array,
): number {
  if (accounts < 2) return 0;
  const start = timeline.starts[object]!;
  const end = timeline.starts[object + 1]!;
  const times = new Float64Array(accounts);
  let n = 0;
  for (let i = start; i < end; i++) {
    const account = timeline.account[i]!;
    if (marks[account] !== object) continue;
    marks[account] = 0xfffffffe;
    times[n++] = timeline.timeMs[i]!;
  }
  let within = 0;
  let tail = 0;
  for (let i = 0; i < n; i++) {
    while (times[i]! - times[tail]! > windowMs) tail++;
    within += i - tail;
  }
  return within / ((accounts * (accounts - 1)) / 2);
}
