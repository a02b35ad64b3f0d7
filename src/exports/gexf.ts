import Graph from "graphology";
import gexf from "graphology-gexf";
import type { Attributes } from "graphology-types";

/** How one node or edge is drawn and what it carries. Positions in the unit square are spread for Gephi. */
export interface GexfNode {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly attributes: Readonly<Record<string, string | number>>;
}

const SPREAD = 1000;

/** GEXF 1.2 text that Gephi opens, positioned and coloured. Deterministic: no date is written, and edges are numbered in their order. */
export function toGexf<N extends Attributes, E extends Attributes>(
  graph: Graph<N, E>,
  node: (key: string, attributes: N) => GexfNode,
  edge: (attributes: E) => Readonly<Record<string, string | number>> & { readonly weight: number },
): string {
  return gexf.write(numbered(graph), {
    version: "1.2",
    formatNode: (key, attributes) => {
      const { label, x, y, size, color, attributes: carried } = node(key, attributes as N);
      return {
        label: plain(label),
        attributes: plainAll(carried),
        viz: { x: x * SPREAD, y: y * SPREAD, z: 0, size, color },
      };
    },
    formatEdge: (_, attributes) => {
      const { weight, ...carried } = edge(attributes as E);
      return { weight, attributes: plainAll(carried) };
    },
  });
}

/** The same network with edges named 0, 1, 2...: the names graphology gives them begin with a number drawn at random in each process. */
function numbered<N extends Attributes, E extends Attributes>(graph: Graph<N, E>): Graph {
  const copy = new Graph({ type: "undirected" });
  graph.forEachNode((node, attributes) => copy.addNode(node, attributes));
  graph.forEachEdge((_, attributes, source, target) => {
    copy.addUndirectedEdgeWithKey(copy.size, source, target, attributes);
  });
  return copy;
}

function plainAll(attributes: Readonly<Record<string, string | number>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).map(([key, value]) => [key, typeof value === "string" ? plain(value) : value]),
  );
}

/** Characters that XML 1.0 forbids, lone surrogates and marks of direction become U+FFFD: a post must not break the file or its view. */
function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Bidi_Control}\ufffe\uffff]/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : "\ufffd"));
}

/** Eight hues for clusters by rank, the rest grey: more cannot be told apart. */
const HUES = ["#3d8fdb", "#a95c04", "#005e3c", "#80146f", "#197f7f", "#7e4aaf", "#9c8e16", "#9f1a00"];
export function clusterColor(rank: number): string {
  return HUES[rank] ?? "#b9b5ac";
}
