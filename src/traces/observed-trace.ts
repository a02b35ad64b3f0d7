import type { Actions } from "../corpus/actions.ts";
import type { Trace } from "./trace.ts";

/** A trace as it was found in the case: its actions, and the way back from an object to its name. */
export interface ObservedTrace {
  readonly trace: Trace;
  readonly actions: Actions;
  /** The post in which each object appeared first: where its name can be read again. */
  readonly examplePost: Uint32Array;
  /** Number of the object with this key, -1 if none has it. */
  objectOf(key: string | number): number;
  /** Of a timeless trace: name of each object, which no post holds, the place where it is seen, and its kind (`PROFILE_KINDS`). */
  readonly labels?: readonly string[];
  readonly place?: Uint8Array;
  readonly kind?: Uint8Array;
}
