import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { type Participation, participation } from "./participation.ts";
import type { ObjectTimeline } from "./timeline.ts";

/** What a test of accounts against groups needs of one trace, whatever the group. */
export interface Ground {
  readonly windowMs: number;
  /** By account. */
  readonly part: Participation;
  /** By object: each account's first action, in time order. Object o owns `starts[o]..starts[o + 1]`. */
  readonly starts: Uint32Array;
  readonly account: Uint32Array;
  readonly timeMs: Float64Array;
  /** Platform and language of each account, as a number; 0: not known. */
  readonly publicOf: Uint32Array;
  /** Objects that an account needs to be asked. */
  readonly minObjects: number;
}

export function groundOf(timeline: ObjectTimeline, windowMs: number, minObjects: number): Ground {
  const publicOf = timeline.publicOf ?? new Uint32Array(timeline.accountCount);
  return { windowMs, part: participation(timeline, windowMs), ...firstActions(timeline), publicOf, minObjects };
}

function firstActions(timeline: ObjectTimeline): Pick<Ground, "starts" | "account" | "timeMs"> {
  const account = new GrowableUint32();
  const timeMs = new GrowableFloat64();
  const starts = new Uint32Array(timeline.objectCount + 1);
  const seenIn = new Uint32Array(timeline.accountCount).fill(0xffffffff);
  for (let object = 0; object < timeline.objectCount; object++) {
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      const u = timeline.account[i]!;
      if (seenIn[u] === object) continue;
      seenIn[u] = object;
      account.push(u);
      timeMs.push(timeline.timeMs[i]!);
    }
    starts[object + 1] = account.length;
  }
  return { starts, account: account.take(), timeMs: timeMs.take() };
}
