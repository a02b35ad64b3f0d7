import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Graph from "graphology";
import louvain from "graphology-communities-louvain";
import { networkOf } from "../../src/communities/csr.ts";
import type { EdgeList } from "../../src/communities/edge-list.ts";
import { findCommunities } from "../../src/communities/find.ts";
import { qualityOf } from "../../src/communities/objective.ts";
import { seeded } from "../../src/math/random.ts";
import { grouped } from "../progress.ts";
import { say } from "../terminal.ts";
import { igraphLeiden } from "./igraph.ts";
import { type Cost, measure } from "./measure.ts";
import { pythonWith } from "./peers.ts";
import { plantedNetwork } from "./power-law.ts";
import { inTurns, seconds, spreadCell } from "./spread.ts";
import { markdownTable } from "./table.ts";

const SEED = 1;
const MIXING = 0.3;
const SIZES = [
  { nodes: 100_000, meanDegree: 19.8, searches: ["leiden", "louvain", "graphology", "igraph"] },
  // A graph of graphology takes a minute and 2.7 GB for the same: measured once, and not each time.
  { nodes: 1_000_000, meanDegree: 10.4, searches: ["leiden", "louvain", "igraph"] },
] as const;
const NAMES = {
  leiden: "Marionet, Leiden",
  louvain: "Marionet, Louvain by graphology on columns",
  graphology: "graphology, graph and Louvain",
  igraph: "igraph, graph and Leiden",
} as const;
type Search = keyof typeof NAMES;

/** What one search found, and what it cost from the edge list in memory to the partition; memory is that of the whole process. */
interface Outcome extends Cost {
  readonly modularity: number;
  readonly communities: number;
}

/** Communities of power-law networks at resolution 1: each search in a process of its own, from the same file of edges. */
export async function benchCommunities(folder: string, clock: () => number): Promise<string> {
  const place = mkdtempSync(join(folder, "communities-"));
  const python = pythonWith("igraph");
  const rows: string[][] = [];
  try {
    for (const { nodes, meanDegree, searches } of SIZES) {
      say(`A network of ${grouped(nodes)} nodes ...`);
      const path = join(place, `edges-${nodes}`);
      const edges = writeNetwork(path, nodes, meanDegree);
      const open = searches.filter((search) => search !== "igraph" || python !== null);
      const outcomes = await inTurns(
        open.map((search) => {
          let run = 0;
          return () => runOf(search, path, nodes, ++run, python, clock);
        }),
      );
      for (const [i, search] of open.entries()) {
        rows.push([NAMES[search], grouped(nodes), grouped(edges), ...cells(outcomes[i]!)]);
      }
      if (python === null) rows.push([`${NAMES.igraph}: skipped, not on this machine`, "", "", "", "", "", "", ""]);
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  const table = markdownTable(
    ["communities, edge list in memory", "nodes", "edges", "wall", "CPU", "memory", "modularity", "communities"],
    rows,
  );
  return `${table}\n\nEach run with a seed of its own. Degrees and group sizes by power laws, ${MIXING} of the edge ends anywhere, made from seed ${SEED}; resolution 1; Leiden in two iterations, igraph's as well. Times from the edge list in memory to the partition, memory of the whole process.`;
}

function cells(outcomes: readonly Outcome[]): string[] {
  const of = (read: (outcome: Outcome) => number, write: (value: number) => string) =>
    spreadCell(outcomes.map(read), write);
  return [
    of(({ wallS }) => wallS, seconds),
    of(({ cpuS }) => cpuS, seconds),
    `${(Math.max(...outcomes.map(({ peakBytes }) => peakBytes)) / 1e9).toFixed(2)} GB`,
    of(
      ({ modularity }) => modularity,
      (quality) => quality.toFixed(5),
    ),
    of(({ communities }) => communities, grouped),
  ];
}

async function runOf(
  search: Search,
  path: string,
  nodes: number,
  run: number,
  python: string | null,
  clock: () => number,
): Promise<Outcome> {
  say(`${NAMES[search]}, ${grouped(nodes)} nodes, run ${run} ...`);
  const out = `${path}.json`;
  if (search !== "igraph") await measure(["communities", search, path, String(nodes), String(run), out], clock);
  else if (python !== null) await igraphLeiden(python, [path, nodes, run, out], clock);
  return JSON.parse(readFileSync(out, "utf8")) as Outcome;
}

/** Edges as pairs of 32-bit numbers. @returns how many */
function writeNetwork(path: string, nodes: number, meanDegree: number): number {
  const { from, to } = plantedNetwork(nodes, meanDegree, MIXING, seeded("communities", SEED));
  const ends = new Uint32Array(2 * from.length);
  for (let e = 0; e < from.length; e++) {
    ends[2 * e] = from[e]!;
    ends[2 * e + 1] = to[e]!;
  }
  writeFileSync(path, ends);
  return from.length;
}

/** One search, in its own process. Reading the edges is not measured. */
export function communitiesChild([search = "", path = "", nodes = "", seed = "", out = ""]: readonly string[]): void {
  const edges = readNetwork(path, Number(nodes));
  const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()];
  const labels = SEARCHES[search as Exclude<Search, "igraph">](edges, Number(seed));
  const wallS = (performance.now() - startedMs) / 1000;
  const { user, system } = process.cpuUsage(startedCpu);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const network = networkOf(edges);
  const modularity = qualityOf(network, labels, network.nodeCount, { kind: "modularity", resolution: 1 });
  const outcome: Outcome = {
    wallS,
    cpuS: (user + system) / 1e6,
    peakBytes,
    modularity,
    communities: new Set(labels).size,
  };
  writeFileSync(out, JSON.stringify(outcome));
}

function readNetwork(path: string, nodeCount: number): EdgeList {
  const bytes = readFileSync(path);
  const ends = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const half = (which: 0 | 1) => {
    const column = new Uint32Array(ends.length / 2);
    for (let e = 0; e < column.length; e++) column[e] = ends[2 * e + which]!;
    return column;
  };
  return { nodeCount, from: half(0), to: half(1) };
}

const SEARCHES: Readonly<Record<Exclude<Search, "igraph">, (edges: EdgeList, seed: number) => Uint32Array>> = {
  leiden: (edges, seed) =>
    findCommunities(edges, { method: "leiden", kind: "modularity", resolution: 1, random: seeded(seed) }).community,
  louvain: (edges, seed) =>
    findCommunities(edges, { method: "louvain", resolution: 1, random: seeded(seed) }).community,
  graphology: ({ nodeCount, from, to }, seed) => {
    const graph = new Graph({ type: "undirected" });
    for (let v = 0; v < nodeCount; v++) graph.addNode(v);
    for (let e = 0; e < from.length; e++) graph.addUndirectedEdge(from[e]!, to[e]!);
    const assigned = louvain(graph, { resolution: 1, rng: seeded(seed), getEdgeWeight: null });
    return Uint32Array.from({ length: nodeCount }, (_, v) => assigned[v]!);
  },
};
