import type { Habits } from "./habits.ts";
import type { TraceName } from "./trace.ts";

/**
 * All actions of one trace, struct of arrays: element i says that `account[i]` acted on `object[i]` at `timeMs[i]` by `post[i]`.
 *
 * Accounts and posts are numbered as in the store (`accounts.account`, `posts.post`); objects are numbered within the trace.
 * Order is free; the kernels sort.
 */
export interface Actions {
  readonly trace: TraceName;
  readonly count: number;
  /** Accounts in the whole corpus, also those without an action in this trace: the m of all pairs that could have been. */
  readonly accountCount: number;
  /** Accounts with a post of any kind, where that is fewer: a list of accounts may name others. */
  readonly posted?: number;
  readonly objectCount: number;
  readonly account: Uint32Array;
  readonly object: Uint32Array;
  /** Milliseconds since 1970, UTC. */
  readonly timeMs: Float64Array;
  /** Empty where each action is a post of its own. */
  readonly post: Uint32Array;
  /**
   * By object: the author or outlet it comes from, numbered within the trace; NO_MATCH where none is known. Left out by traces whose objects
   * come from nobody (a text, a tag). Objects of one source are what the timing on another of its objects is compared with.
   */
  readonly matchKey?: Uint32Array;
  /** Platform and language of each account, as a number; 0: not known. */
  readonly publicOf?: Uint32Array;
  /** How much each account posts in which stratum; left out where actions are no posts. */
  readonly habits?: Habits;
}

/** No author or outlet is known. */
export const NO_MATCH = 0xffffffff;
