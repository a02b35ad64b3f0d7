import Graph from "graphology";
import type { Family } from "../corpus/trace.ts";
import type { Layer } from "./layer.ts";

/** An edge of the account graph: its weight, and where its evidence lies, layer by layer. */
export interface AccountEdge {
  weight: number;
  /** Index of the layer, position of the pair in that layer's `pairs`. */
  evidence: { readonly layer: number; readonly pair: number }[];
}

export type AccountGraph = Graph<{ account: number }, AccountEdge>;

/**
 * Joins the layers into one network of accounts.
 *
 * Weight of an edge = sum over families of evidence of the strongest trace in that family, log2(1 + bits) each. Traces of one family
 * see the same deed (equal text has equal hashtags), so only the strongest counts; families can be forged independently, so they add
 * up. The logarithm keeps one prolific pair from outweighing ten ordinary ones. Nodes are accounts with at least one significant pair,
 * in
 * ascending order, so that everything downstream is deterministic; pairs that carry an account into its group count as edges, too.
 */
export function accountGraph(layers: readonly Layer[]): AccountGraph {
  const accounts = new Set<number>();
  for (const { pairs, kept, carried } of layers) {
    for (const i of [...kept, ...carried]) {
      accounts.add(pairs.a[i]!);
      accounts.add(pairs.b[i]!);
    }
  }
  const graph: AccountGraph = new Graph({ type: "undirected" });
  for (const account of [...accounts].sort((left, right) => left - right)) graph.addNode(String(account), { account });
  for (const [layer, { pairs, kept, carried }] of layers.entries()) {
    for (const pair of [...kept, ...carried]) {
      const [a, b] = [String(pairs.a[pair]!), String(pairs.b[pair]!)];
      graph.updateUndirectedEdge(a, b, ({ evidence }) => ({
        weight: 0,
        evidence: [...(evidence ?? []), { layer, pair }],
      }));
    }
  }
  graph.updateEachEdgeAttributes((_, edge) => ({ ...edge, weight: weightOf(edge, layers) }));
  return graph;
}

function weightOf(edge: AccountEdge, layers: readonly Layer[]): number {
  const strongest = new Map<Family, number>();
  for (const { layer, pair } of edge.evidence) {
    const { family, significance } = layers[layer]!;
    strongest.set(family, Math.max(strongest.get(family) ?? 0, Math.log2(1 + significance.bits[pair]!)));
  }
  return [...strongest.values()].reduce((sum, weight) => sum + weight, 0);
}
