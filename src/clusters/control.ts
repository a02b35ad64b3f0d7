import type { TraceName } from "../corpus/trace.ts";

/** How a cluster stands against reruns of the whole analysis on shuffled data. */
export interface ClusterControl {
  /** (1 + reruns whose strongest group was at least as strong) / (1 + reruns); null when nothing was rerun. */
  readonly p: number | null;
  /** What the reruns are compared by: bits of the strongest tree that holds the group together. */
  readonly strength: number;
}

/** The negative control of a case, and what could have been seen at all. */
export interface CaseControl {
  readonly reruns: number;
  /** Clusters found in each rerun; the mean stands beside the number found in the data. */
  readonly clusters: readonly number[];
  /** Objects that each two members of a crew of ten must share, for the crew to be seen: by trace. */
  readonly power: readonly { readonly trace: TraceName; readonly objects: number | null }[];
  /** The same in one sentence. */
  readonly powerSentence: string;
}
