import type { Family, Forgery, TraceName } from "../corpus/trace.ts";

/** What is left of a cluster when one trace is taken away. */
export interface LeaveOneOut {
  readonly trace: TraceName;
  /** Share of the members still joined to the largest piece, 0 to 1. */
  readonly left: number;
}

/** How cheaply the cluster could have been made to look like one, and what stays when cheap marks are not believed. */
export interface ForgeryLine {
  readonly cost: Forgery;
  readonly families: readonly Family[];
  /** Share of the cluster's bits that rest on marks of this cost. */
  readonly share: number;
}

export interface Robustness {
  readonly withoutTrace: readonly LeaveOneOut[];
  readonly forgery: readonly ForgeryLine[];
  /** Members still joined to each other when free and cheap marks are left out. */
  readonly membersBeyondCheap: number;
}
