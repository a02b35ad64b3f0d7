import type { Actions } from "../corpus/actions.ts";
import type { PairRows } from "../corpus/pair-rows.ts";
import type { Pairs } from "../corpus/pairs.ts";
import { layOutCommon } from "./common.ts";
import { collectMeetings, partitionGroups, partitionSizes } from "./meetings.ts";
import { PairColumns } from "./pair-columns.ts";
import { PairCounter } from "./pair-counter.ts";
import { commonObjects, windowPairsByObject } from "./sweep.ts";
import { layOut, type ObjectTimeline } from "./timeline.ts";

/**
 * Question: which two accounts acted on the same objects within the window, on how many, how often and how far apart?
 *
 * Meetings within the window (`meetings.ts`) are counted partition by partition (`pair-counter.ts`), and the pairs of each partition
 * handed on before the next is begun. Nothing outside the window is ever materialised, and no table of all pairs exists but the one
 * that the caller keeps.
 *
 * Cost: O(actions + meetings) time; memory 8 bytes a meeting up to `budget` meetings at a time, above that the sweep is repeated for
 * a few partitions at a go. Objects with more than `commonLimit` meetings propose no pairs but are counted for every pair proposed
 * by another object, see `sweep.ts`.
 *
 * Does not show: whether acting together is more than chance (`significance.ts`), nor who leads.
 */
export interface CountOptions {
  readonly windowMs: number;
  /** Keep pairs with at least so many distinct objects acted on together. */
  readonly minObjects: number;
  /** Meetings on one object beyond which it proposes no pairs. */
  readonly commonLimit?: number;
  /** Meetings held in memory at a time. */
  readonly budget?: number;
  /** Count the different posts of each side, too. */
  readonly posts?: boolean;
}

export interface Counted {
  /** Objects too common to propose pairs by themselves. */
  readonly commonObjects: number;
  /** Pairs met on at least one object that is not common, before `minObjects`. */
  readonly met: number;
}

export interface CoActionResult extends Counted {
  readonly pairs: Pairs;
  readonly timeline: ObjectTimeline;
}

export const COMMON_LIMIT = 1_000_000;
const BUDGET = 48_000_000;

/** Pairs as columns, sorted by account. */
export function coAct(actions: Actions, options: CountOptions): CoActionResult {
  const timeline = layOut(actions);
  const columns = new PairColumns();
  const counted = countPairs(timeline, options, (batch) => columns.append(batch));
  const pairs = columns.finish(actions.trace, options.windowMs, timeline.accountCount);
  return { pairs, timeline, ...counted };
}

/**
 * Hands on the pairs of one partition after another; which pairs lie in which partition depends on nothing but their accounts' numbers.
 *
 * @param take reads what it needs: the next batch overwrites it
 */
export function countPairs(timeline: ObjectTimeline, options: CountOptions, take: (batch: PairRows) => void): Counted {
  const { windowMs } = options;
  const windowPairs = windowPairsByObject(timeline, windowMs);
  const common = commonObjects(windowPairs, options.commonLimit ?? COMMON_LIMIT);
  const sizes = partitionSizes(timeline, windowMs, common);
  const shared = common.includes(1) ? layOutCommon(timeline, common) : null;
  const counter = new PairCounter(timeline, shared, options);
  for (const [from, to] of partitionGroups(sizes, options.budget ?? BUDGET)) {
    const met = collectMeetings(timeline, windowMs, common, sizes, from, to);
    let start = 0;
    for (let partition = from; partition < to; partition++) {
      const end = start + sizes[partition]!;
      if (end > start) take(counter.count(met, start, end));
      start = end;
    }
  }
  return { commonObjects: shared?.objects ?? 0, met: counter.met };
}
