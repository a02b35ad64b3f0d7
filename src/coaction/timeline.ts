import type { Actions } from "../corpus/actions.ts";
import { orderByKey, orderByNumber, startsOf } from "../math/order.ts";

/**
 * The actions of one trace laid out object by object, and in time order within each object: object o owns the positions
 * `starts[o]..starts[o + 1]`. Every kernel of this folder walks these columns.
 */
export interface ObjectTimeline {
  readonly accountCount: number;
  /** Accounts that posted at all; at most accountCount. */
  readonly posted: number;
  readonly objectCount: number;
  readonly starts: Uint32Array;
  readonly account: Uint32Array;
  readonly timeMs: Float64Array;
  readonly post: Uint32Array;
}

/** Time O(n) by radix and counting sorts; the result does not depend on the order of the input but for exact ties in time. */
export function layOut(actions: Actions): ObjectTimeline {
  const byTime = orderByNumber(actions.timeMs);
  const order = orderByKey(actions.object, actions.objectCount, byTime);
  const account = new Uint32Array(actions.count);
  const timeMs = new Float64Array(actions.count);
  const post = new Uint32Array(actions.count);
  for (let i = 0; i < order.length; i++) {
    const position = order[i]!;
    account[i] = actions.account[position]!;
    timeMs[i] = actions.timeMs[position]!;
    post[i] = actions.post[position]!;
  }
  return {
    accountCount: actions.accountCount,
    posted: actions.posted ?? actions.accountCount,
    objectCount: actions.objectCount,
    starts: startsOf(actions.object, actions.objectCount),
    account,
    timeMs,
    post,
  };
}
