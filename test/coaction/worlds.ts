import { type Participation, participation } from "../../src/coaction/participation.ts";
import { layOut, type ObjectTimeline } from "../../src/coaction/timeline.ts";
import type { Actions } from "../../src/corpus/actions.ts";
import type { Random } from "../../src/math/random.ts";

/** Account, object, time in milliseconds. */
export type Act = readonly [account: number, object: number, timeMs: number];

export function actionsOf(acts: readonly Act[], accountCount: number, objectCount: number): Actions {
  return {
    trace: "co-share",
    count: acts.length,
    accountCount,
    objectCount,
    account: Uint32Array.from(acts, ([account]) => account),
    object: Uint32Array.from(acts, ([, object]) => object),
    timeMs: Float64Array.from(acts, ([, , timeMs]) => timeMs),
    post: Uint32Array.from(acts, (_, i) => i),
  };
}

export const timelineOf = (acts: readonly Act[], accountCount: number, objectCount: number): ObjectTimeline =>
  layOut(actionsOf(acts, accountCount, objectCount));

export const participationOf = (
  acts: readonly Act[],
  accountCount: number,
  objectCount: number,
  windowMs: number,
): Participation => participation(timelineOf(acts, accountCount, objectCount), windowMs);

/**
 * Innocent accounts: account u takes part in object o with chance min(1, rate_u crowd_o / sum of crowds), by itself, at a time of its own
 * within the object's span after the object's birth.
 */
export function innocentActs(
  random: Random,
  rates: readonly number[],
  crowds: readonly number[],
  spanMs: (object: number) => number,
): Act[] {
  const total = crowds.reduce((sum, crowd) => sum + crowd, 0);
  const acts: Act[] = [];
  crowds.forEach((crowd, object) => {
    const bornMs = random() * 1e9;
    rates.forEach((rate, account) => {
      if (random() < (rate * crowd) / total) {
        acts.push([account, object, Math.round(bornMs + random() * spanMs(object))]);
      }
    });
  });
  return acts;
}
