import type { EdgeList } from "./edge-list.ts";
import type { Partition } from "./labels.ts";
import { type LeidenOptions, leidenOf } from "./leiden.ts";
import { type LouvainOptions, louvainOf } from "./louvain.ts";

/**
 * Groups of a network by one of two searches, from the same edge list to the same partition.
 *
 * `louvain` is graphology's: what the analysis rests on, run hundreds of times on resampled edges (`consensus.ts`). `leiden` is ours: every
 * community hangs together, modularity or CPM, from a partition that is known already, a million nodes in the memory of a browser.
 */
export type Search =
  | ({ readonly method: "louvain" } & LouvainOptions)
  | ({ readonly method: "leiden" } & LeidenOptions);

/** @throws as `checkEdges` */
export function findCommunities(edges: EdgeList, search: Search): Partition {
  return search.method === "louvain" ? louvainOf(edges, search) : leidenOf(edges, search);
}
