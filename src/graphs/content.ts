import Graph from "graphology";
import type { TraceName } from "../corpus/trace.ts";
import { coAudience } from "./co-audience.ts";

export interface ContentNode {
  readonly label: string;
  readonly trace: TraceName;
  /** All accounts that touched it, and those in clusters. */
  readonly accounts: number;
  readonly members: number;
  /** Cluster with most of those members. */
  readonly cluster: string;
}

export interface ContentEdge {
  readonly weight: number;
  readonly shared: number;
  readonly expected: number;
  readonly q: number;
}

export type ContentGraph = Graph<ContentNode, ContentEdge>;

/** One content with everyone who touched it, each once. */
export interface Content extends ContentNode {
  readonly key: string;
  readonly audience: readonly number[];
}

/** Links contents (links, texts, tags, reposted posts) that the same accounts push beyond chance. */
export function contentGraph(contents: readonly Content[], accountCount: number, q: number): ContentGraph {
  const graph: ContentGraph = new Graph({ type: "undirected" });
  for (const { key, audience: _, ...node } of contents) graph.addNode(key, node);
  const things = Uint32Array.from(contents.flatMap(({ audience }, thing) => audience.map(() => thing)));
  const actors = Uint32Array.from(contents.flatMap(({ audience }) => audience));
  for (const link of coAudience("co-share", things, contents.length, actors, accountCount, q)) {
    graph.addUndirectedEdge(contents[link.a]!.key, contents[link.b]!.key, {
      weight: Math.log2(1 + link.bits),
      shared: link.shared,
      expected: link.expected,
      q: link.q,
    });
  }
  return graph;
}
