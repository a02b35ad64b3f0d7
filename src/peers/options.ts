import type { Subgraph } from "./coortweet/subgraph.ts";

/** What each peer lets one choose; seconds, as the peers count. The defaults are the peers' own. */
export interface CoortweetOptions {
  readonly windowS: number;
  readonly minParticipation: number;
  /** `remove_loops = FALSE`. */
  readonly keepLoops: boolean;
  /** Share of edges whose weight gives the threshold. */
  readonly edgeWeight: number;
  readonly subgraph: Subgraph;
  /** The shorter window of `flag_speed_share` and `fast_net`, or null for none. */
  readonly fastS: number | null;
}
export const COORTWEET_DEFAULTS: CoortweetOptions = {
  windowS: 10,
  minParticipation: 2,
  keepLoops: false,
  edgeWeight: 0.5,
  subgraph: 0,
  fastS: null,
};

export interface ToolkitOptions {
  readonly windowS: number;
  readonly minEdgeWeight: number;
  /** `--include_self_loops`. */
  readonly keepLoops: boolean;
  /** Of co_similar_tweet. */
  readonly similarity: number;
  readonly minTokens: number;
}
/** Those of its command line; its functions have others (weight 1, similarity 0.9). */
export const TOOLKIT_DEFAULTS: ToolkitOptions = {
  windowS: 1,
  minEdgeWeight: 2,
  keepLoops: false,
  similarity: 0.8,
  minTokens: 1,
};
