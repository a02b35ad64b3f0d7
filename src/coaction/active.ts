import type { ObjectTimeline } from "./timeline.ts";

/**
 * Question: which accounts have enough actions, and enough that met another account's?
 *
 * The two rules of CooRTweet's `min_participation` (Righetti, Balluff: Computational Communication Research 7(1), 2025;
 * `detect_groups` 2.1.3): an account takes part with at least so many actions; and it counts as active when at least so many of them lie within the
 * window of another account's action on the same object. Two walks in time order, O(actions) where neighbours differ.
 *
 * Does not show: that an active account acts with the same others each time.
 */
export function activeTogether(timeline: ObjectTimeline, windowMs: number, least: number): Uint8Array {
  const { starts, account, timeMs, objectCount, accountCount } = timeline;
  const met = new Uint32Array(accountCount);
  for (let object = 0; object < objectCount; object++) {
    const from = starts[object]!;
    const to = starts[object + 1]!;
    // The nearest action of another account before this one; and then, for those without, after it.
    let other = -1;
    for (let i = from; i < to; i++) {
      if (i > from && account[i] !== account[i - 1]) other = i - 1;
      const isNearBefore = other >= 0 && timeMs[i]! - timeMs[other]! <= windowMs;
      if (isNearBefore || meetsLater(i, to)) met[account[i]!]!++;
    }
  }
  return Uint8Array.from(met, (count) => (count >= least ? 1 : 0));

  function meetsLater(i: number, to: number): boolean {
    for (let j = i + 1; j < to && timeMs[j]! - timeMs[i]! <= windowMs; j++) if (account[j] !== account[i]) return true;
    return false;
  }
}

interface Acts {
  readonly account: Uint32Array;
  readonly object: Uint32Array;
  readonly timeMs: Float64Array;
}

/** Actions of accounts with at least so many of them, in their order. Overwrites the columns given. */
export function withoutQuiet(actions: Acts, accountCount: number, least: number): Acts {
  const counts = new Uint32Array(accountCount);
  for (let i = 0; i < actions.account.length; i++) counts[actions.account[i]!]!++;
  const { account, object, timeMs } = actions;
  let kept = 0;
  for (let i = 0; i < account.length; i++) {
    if (counts[account[i]!]! < least) continue;
    account[kept] = account[i]!;
    object[kept] = object[i]!;
    timeMs[kept] = timeMs[i]!;
    kept++;
  }
  return { account: account.subarray(0, kept), object: object.subarray(0, kept), timeMs: timeMs.subarray(0, kept) };
}
