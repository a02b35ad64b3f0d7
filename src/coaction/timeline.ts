import type { Actions } from "../corpus/actions.ts";
import type { Habits } from "../corpus/habits.ts";
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
  /** By object, its author or outlet, see `Actions.matchKey`. */
  readonly matchKey?: Uint32Array;
  /** Platform and language of each account, as a number; 0: not known. */
  readonly publicOf?: Uint32Array;
  /** How much each account posts in which stratum. */
  readonly habits?: Habits;
}

/**
 * One counting sort by object, then each object by time: most objects hold a handful of actions, and sorting those where they lie is
 * several times faster than sorting all times first. The result does not depend on the order of the input but for exact ties in time.
 */
export function layOut(actions: Actions): ObjectTimeline {
  const starts = startsOf(actions.object, actions.objectCount);
  const order = orderByKey(actions.object, actions.objectCount);
  for (let object = 0; object < actions.objectCount; object++) {
    sortByTime(order, starts[object]!, starts[object + 1]!, actions.timeMs);
  }
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
    starts,
    account,
    timeMs,
    post,
    ...(actions.matchKey === undefined ? {} : { matchKey: actions.matchKey }),
    ...(actions.publicOf === undefined ? {} : { publicOf: actions.publicOf }),
    ...(actions.habits === undefined ? {} : { habits: actions.habits }),
  };
}

/** Above this many actions an object is worth the machinery of a radix sort. */
const FEW = 48;

/** Sorts `order[from..to)` by the time of what it points at; ties keep their order. */
function sortByTime(order: Uint32Array, from: number, to: number, timeMs: Float64Array): void {
  if (to - from > FEW) {
    const before = order.slice(from, to);
    const times = new Float64Array(before.length);
    for (let i = 0; i < before.length; i++) times[i] = timeMs[before[i]!]!;
    const sorted = orderByNumber(times);
    for (let i = 0; i < before.length; i++) order[from + i] = before[sorted[i]!]!;
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const position = order[i]!;
    const time = timeMs[position]!;
    let j = i - 1;
    while (j >= from && timeMs[order[j]!]! > time) {
      order[j + 1] = order[j]!;
      j--;
    }
    order[j + 1] = position;
  }
}
