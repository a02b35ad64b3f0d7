import type { Actions } from "../corpus/actions.ts";
import type { Habits } from "../corpus/habits.ts";
import type { Family, Forgery } from "../corpus/trace.ts";
import type { Observation } from "../traces/observe.ts";

/**
 * One trace as far as groups are found from it: columns and constants, no rows, no names, no functions. So it can be sent to another
 * thread, shuffled, and searched again by the very same steps.
 */
export interface TraceActions {
  readonly actions: Actions;
  readonly windowMs: number;
  readonly family: Family;
  readonly forgery: Forgery;
  /** Of a timeless trace: the place (picture, description, name...) in which each object is seen. Its marks corroborate, see `layers.ts`. */
  readonly place?: Uint8Array;
}

/**
 * @param habits of all accounts, for traces whose actions are posts
 * @param windowMs replaces the window of every trace that has times
 */
export function traceActions({ traces }: Observation, habits: Habits, windowMs?: number): TraceActions[] {
  return traces.map(({ trace, actions, place }) => ({
    actions: place === undefined ? { ...actions, habits } : actions,
    windowMs: trace.isTimeless === true ? trace.windowMs : (windowMs ?? trace.windowMs),
    family: trace.family,
    forgery: trace.forgery,
    ...(place === undefined ? {} : { place }),
  }));
}
