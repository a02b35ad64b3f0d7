import type { ObjectTimeline } from "../coaction/timeline.ts";
import { orderByKey, startsOf } from "../math/order.ts";

/** The actions of a timeline by account: account a owns `positions[starts[a]..starts[a + 1]]`, ascending by object, then time. */
export interface PairIndex {
  readonly starts: Uint32Array;
  readonly positions: Uint32Array;
  /** Object of each position of the timeline. */
  readonly objectAt: Uint32Array;
}

export function pairIndex(timeline: ObjectTimeline): PairIndex {
  const objectAt = new Uint32Array(timeline.account.length);
  for (let object = 0; object < timeline.objectCount; object++) {
    objectAt.fill(object, timeline.starts[object]!, timeline.starts[object + 1]!);
  }
  return {
    starts: startsOf(timeline.account, timeline.accountCount),
    positions: orderByKey(timeline.account, timeline.accountCount),
    objectAt,
  };
}

/** Two actions on one object, closest in time. */
export interface Meeting {
  readonly object: number;
  /** Positions in the timeline. */
  readonly left: number;
  readonly right: number;
}

/** For each object that both acted on within the window, their two closest actions. Walks both lists once. */
export function meetingsOfPair(
  timeline: ObjectTimeline,
  { starts, positions, objectAt }: PairIndex,
  windowMs: number,
  a: number,
  b: number,
): Meeting[] {
  const found: Meeting[] = [];
  let i = starts[a]!;
  let j = starts[b]!;
  while (i < starts[a + 1]! && j < starts[b + 1]!) {
    const left = objectAt[positions[i]!]!;
    const right = objectAt[positions[j]!]!;
    if (left < right) i++;
    else if (right < left) j++;
    else {
      let best: Meeting | null = null;
      let gap = windowMs;
      const firstOfB = j;
      for (; i < starts[a + 1]! && objectAt[positions[i]!] === left; i++) {
        for (j = firstOfB; j < starts[b + 1]! && objectAt[positions[j]!] === left; j++) {
          const apart = Math.abs(timeline.timeMs[positions[i]!]! - timeline.timeMs[positions[j]!]!);
          if (apart > gap || (best !== null && apart === gap)) continue;
          gap = apart;
          best = { object: left, left: positions[i]!, right: positions[j]! };
        }
      }
      if (best !== null) found.push(best);
    }
  }
  return found;
}
