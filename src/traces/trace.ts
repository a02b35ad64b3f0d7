import type { Family, Forgery, TraceName } from "../corpus/trace.ts";
import type { Background } from "../text/information.ts";
import type { Mark } from "./mark.ts";

/** One kind of behaviour that leaves a mark: how to read its objects from a post, and what it is worth. */
export interface Trace {
  readonly name: TraceName;
  /** The question it answers, for people. */
  readonly question: string;
  /** What its object is, for people. */
  readonly object: string;
  /** How far apart two actions may lie to count as together, unless the user says otherwise. */
  readonly windowMs: number;
  readonly family: Family;
  readonly forgery: Forgery;
  /** Read from the list of accounts, not from posts: it has no times, and nobody can be first. */
  readonly isTimeless?: boolean;
  /** The column of the post that names the object to people; without it, the key does. */
  readonly labelColumn?: "target_post_id" | "target_account_id" | "object_id" | "text";
  /** Author or outlet of the object that this post acts on, null where unknown; traces whose objects come from nobody have none. */
  readonly sourceOf?: (mark: Mark) => string | number | null;
  /** Calls `emit` with the key of each object this post acts on; not at all where it leaves no such mark. */
  objects(mark: Mark, emit: (key: string | number) => void, background: Background): void;
}

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
