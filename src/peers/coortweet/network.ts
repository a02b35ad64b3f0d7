import { NONE, type Shares } from "../../corpus/shares.ts";
import { HashIndex } from "../../math/hash.ts";
import { identity } from "../../math/order.ts";
import { ranksOf } from "../order.ts";
import { quantile } from "../quantile.ts";
import { aggregateEdges, type Edges } from "./edges.ts";
import { pickPairs, type SharedPairs } from "./pairs.ts";
import type { FlaggedPairs } from "./speed-share.ts";

/**
 * The graph of `generate_coordinated_network` as igraph holds it: vertices and lines in igraph's order, which decides which end of a
 * line is called `from`.
 */
export interface Network {
  /** Accounts, in order of vertex. */
  readonly vertices: Uint32Array;
  /** 1: an end of a fast heavy line, 0: its neighbour; only in the subgraph of fast lines and their neighbours. */
  readonly colour: Uint8Array | null;
  /** What is known of each edge in the full window, and in the fast one where there is one. */
  readonly full: Edges;
  readonly fast: Edges | null;
  /** Lines that are drawn: number of the edge in `full`, in order; and in `fast`, NONE where it has no fast pair. */
  readonly lines: Uint32Array;
  readonly fastLines: Uint32Array;
  /** By line: the vertices at its ends, `from` the one with the smaller number. */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Above which weight an edge is marked; NaN where there is none. */
  readonly threshold: number;
  readonly fastThreshold: number;
}

/** @param edgeWeight share of the edges, 0 to 1, whose weight gives the threshold */
export function fullNetwork(shares: Shares, pairs: SharedPairs, edgeWeight: number): Network {
  const full = aggregateEdges(shares, pairs, accountRanks(shares, pairs));
  const vertices = verticesOf(shares, full);
  const lines = identity(full.count);
  return {
    ...{ vertices, colour: null, full, fast: null, lines, fastLines: new Uint32Array(full.count).fill(NONE) },
    ...endsOf(shares, full, lines, vertices),
    threshold: quantile(full.weight, edgeWeight),
    fastThreshold: Number.NaN,
  };
}

/** The same with `fast_net = TRUE`: the full graph united with that of the fast pairs, each threshold over its own weights. */
export function fastNetwork(shares: Shares, { pairs, fast: isFast }: FlaggedPairs, edgeWeight: number): Network {
  const ranks = accountRanks(shares, pairs);
  const full = aggregateEdges(shares, pairs, ranks);
  const quick = pickPairs(
    pairs,
    identity(pairs.count).filter((i) => isFast[i] === 1),
  );
  const fast = aggregateEdges(shares, quick, ranks);
  const index = new HashIndex(fast.count);
  for (let edge = 0; edge < fast.count; edge++) index.intern(fast.low[edge]!, fast.high[edge]!);
  const vertices = verticesOf(shares, full);
  const lines = unionOrder(shares, full, vertices);
  return {
    ...{ vertices, colour: null, full, fast, lines },
    // find gives -1 for none, which is NONE in a typed array.
    fastLines: lines.map((edge) => index.find(full.low[edge]!, full.high[edge]!)),
    ...endsOf(shares, full, lines, vertices),
    threshold: quantile(full.weight, edgeWeight),
    fastThreshold: quantile(fast.weight, edgeWeight),
  };
}

/** 1 for weights strictly above the threshold. It marks edges, it removes none. */
export function isHeavy(weight: number, threshold: number): boolean {
  return weight > threshold;
}

/** The order in which igraph's union leaves edges. */
function unionOrder(shares: Shares, edges: Edges, vertices: Uint32Array): Uint32Array {
  const { from, to } = endsOf(shares, edges, identity(edges.count), vertices);
  return identity(edges.count).sort((a, b) => from[b]! - from[a]! || to[b]! - to[a]!);
}

/** Vertices of `graph_from_data_frame`: all of the first column as they appear, then what the second has besides. */
function verticesOf(shares: Shares, edges: Edges): Uint32Array {
  const seen = new Uint8Array(shares.accountIds.length);
  const vertices: number[] = [];
  for (const column of [edges.low, edges.high]) {
    for (const account of column) {
      if (seen[account] === 0) vertices.push(account);
      seen[account] = 1;
    }
  }
  return Uint32Array.from(vertices);
}

function endsOf(shares: Shares, edges: Edges, lines: Uint32Array, vertices: Uint32Array): Pick<Network, "from" | "to"> {
  const vertexOf = new Uint32Array(shares.accountIds.length);
  for (const [vertex, account] of vertices.entries()) vertexOf[account] = vertex;
  const ends = (pick: (...ends: number[]) => number) =>
    lines.map((edge) => pick(vertexOf[edges.low[edge]!]!, vertexOf[edges.high[edge]!]!));
  return { from: ends(Math.min), to: ends(Math.max) };
}

function accountRanks(shares: Shares, pairs: SharedPairs): Uint32Array {
  const met = new Uint8Array(shares.accountIds.length);
  for (let i = 0; i < pairs.count; i++)
    met[shares.account[pairs.older[i]!]!] = met[shares.account[pairs.newer[i]!]!] = 1;
  return ranksOf(
    shares.accountIds,
    identity(met.length).filter((account) => met[account] === 1),
  );
}
