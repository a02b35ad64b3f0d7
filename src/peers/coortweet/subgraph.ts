import { NONE } from "../../corpus/shares.ts";
import { identity } from "../../math/order.ts";
import { isHeavy, type Network } from "./network.ts";

/** 0: all. 1: heavy lines. 2: lines heavy in the fast window. 3: the ends of those, their neighbours, and all lines between them. */
export type Subgraph = 0 | 1 | 2 | 3;

/**
 * The part of the graph that `subgraph` asks for, with lines and vertices in the order in which igraph leaves them. 1 needs a network
 * without a fast window, 2 and 3 one with it.
 */
export function subgraphOf(network: Network, subgraph: Subgraph): Network {
  const { lines, fastLines, full, fast, threshold, fastThreshold } = network;
  if (subgraph === 0) return network;
  if ((subgraph === 1) !== (fast === null)) {
    throw new Error(
      `peers/coortweet/subgraph: subgraph ${subgraph} of a network ${fast === null ? "without" : "with"} fast lines`,
    );
  }
  if (subgraph === 1) {
    return withLines(
      network,
      identity(lines.length).filter((line) => isHeavy(full.weight[lines[line]!]!, threshold)),
    );
  }
  const heavy = identity(lines.length).filter(
    (line) => fastLines[line] !== NONE && isHeavy(fast!.weight[fastLines[line]!]!, fastThreshold),
  );
  return subgraph === 2 ? withLines(network, heavy) : neighbourhood(network, heavy);
}

/** Only these lines, and the vertices at their ends. */
function withLines(network: Network, lines: Uint32Array): Network {
  const isEnd = new Uint8Array(network.vertices.length);
  for (const line of lines) isEnd[network.from[line]!] = isEnd[network.to[line]!] = 1;
  return reduced(network, lines, isEnd);
}

/** The ends of `heavy`, everything beside them, and every line between two of these vertices. */
function neighbourhood(network: Network, heavy: Uint32Array): Network {
  const { from, to, lines, vertices } = network;
  const timesEnd = new Uint32Array(vertices.length);
  for (const line of heavy) {
    timesEnd[from[line]!]!++;
    timesEnd[to[line]!]!++;
  }
  const near = new Uint8Array(vertices.length);
  // R hands igraph every neighbour of every end, as often as it comes; igraph counts them to choose its way.
  let named = 0;
  for (let line = 0; line < lines.length; line++) {
    const [a, b] = [from[line]!, to[line]!];
    if (timesEnd[a]! > 0) near[b] = 1;
    if (timesEnd[b]! > 0) near[a] = 1;
    named += timesEnd[a]! + timesEnd[b]!;
  }
  const inside = identity(lines.length).filter((line) => near[from[line]!] === 1 && near[to[line]!] === 1);
  const buildsAnew = named / vertices.length <= 0.5;
  const ordered = buildsAnew ? inside.sort((a, b) => to[a]! - to[b]! || from[a]! - from[b]!) : inside;
  const colour = Uint8Array.from(timesEnd, (times) => (times > 0 ? 1 : 0)).filter((_, vertex) => near[vertex] === 1);
  return { ...reduced(network, ordered, near), colour };
}

function reduced(network: Network, lines: Uint32Array, keep: Uint8Array): Network {
  const numberOf = new Uint32Array(keep.length);
  let kept = 0;
  for (let vertex = 0; vertex < keep.length; vertex++) if (keep[vertex] === 1) numberOf[vertex] = kept++;
  return {
    ...network,
    vertices: network.vertices.filter((_, vertex) => keep[vertex] === 1),
    lines: lines.map((line) => network.lines[line]!),
    fastLines: lines.map((line) => network.fastLines[line]!),
    from: lines.map((line) => numberOf[network.from[line]!]!),
    to: lines.map((line) => numberOf[network.to[line]!]!),
  };
}
