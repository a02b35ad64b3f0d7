import type Graph from "graphology";
import type { Attributes } from "graphology-types";
import { CarriedValues } from "./gexf-values.ts";
import { xmlAttribute, xmlText } from "./xml-text.ts";

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

/**
 * GEXF 1.2 text that Gephi opens, positioned and coloured. Deterministic: no date is written, and edges are numbered in their order.
 *
 * Written by hand: a general writer of XML keeps every element as an object and asks of every name whether it is one, which for the
 * hundred thousand edges of a content graph took seconds and half a gigabyte. Each element is formatted twice, the first time for the
 * kinds of values alone, and nothing of it is kept.
 */
export function toGexf<N extends Attributes, E extends Attributes>(
  graph: Graph<N, E>,
  node: (key: string, attributes: N) => GexfNode,
  edge: (attributes: E) => Readonly<Record<string, string | number>> & { readonly weight: number },
): string {
  const ofNodes = new CarriedValues();
  graph.forEachNode((key, attributes) => ofNodes.learn(node(key, attributes).attributes));
  const ofEdges = new CarriedValues();
  graph.forEachEdge((_, attributes) => {
    const { weight: _weight, ...carried } = edge(attributes);
    ofEdges.learn(carried);
  });

  const parts = [HEAD, ofNodes.declared("node"), ofEdges.declared("edge")];
  parts.push(graph.order === 0 ? "    <nodes/>\n" : "    <nodes>\n");
  graph.forEachNode((key, attributes) => {
    const { label, x, y, size, color, attributes: carried } = node(key, attributes);
    const shown = xmlText(label);
    parts.push(
      `      <node id="${xmlAttribute(key)}"${shown === "" ? "" : ` label="${shown}"`}>\n`,
      ofNodes.written(carried),
      `        <viz:color ${rgb(color)}/>\n        <viz:size value="${size}"/>\n`,
      `        <viz:position x="${x * SPREAD}" y="${y * SPREAD}" z="0"/>\n      </node>\n`,
    );
  });
  if (graph.order > 0) parts.push("    </nodes>\n");
  parts.push(graph.size === 0 ? "    <edges/>\n" : "    <edges>\n");
  // The names graphology gives edges begin with a number drawn at random in each process.
  let number = 0;
  graph.forEachEdge((_, attributes, source, target) => {
    const { weight, ...carried } = edge(attributes);
    const ends = `source="${xmlAttribute(source)}" target="${xmlAttribute(target)}"`;
    const start = `      <edge id="${number++}" ${ends} weight="${weight}"`;
    const values = ofEdges.written(carried);
    parts.push(values === "" ? `${start}/>\n` : `${start}>\n${values}      </edge>\n`);
  });
  if (graph.size > 0) parts.push("    </edges>\n");
  parts.push("  </graph>\n</gexf>");
  return parts.join("");
}

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<gexf version="1.2" xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http:///www.gexf.net/1.1draft/viz">
  <meta/>
  <graph defaultedgetype="undirected">
`;

/** "#rrggbb" as GEXF wants it. */
function rgb(color: string): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return `r="${r}" g="${g}" b="${b}"`;
}

/** Eight hues for clusters by rank, the rest grey: more cannot be told apart. */
const HUES = ["#3d8fdb", "#a95c04", "#005e3c", "#80146f", "#197f7f", "#7e4aaf", "#9c8e16", "#9f1a00"];
export function clusterColor(rank: number): string {
  return HUES[rank] ?? "#b9b5ac";
}
