import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { networkOf } from "../../src/communities/csr.ts";
import { leiden } from "../../src/communities/leiden.ts";
import { louvainOf } from "../../src/communities/louvain.ts";
import { qualityOf } from "../../src/communities/objective.ts";
import { seeded } from "../../src/math/random.ts";
import { grouped } from "../progress.ts";
import { say } from "../terminal.ts";
import { type Cost, measure } from "./measure.ts";
import { plantedNetwork } from "./power-law.ts";
import { costCells, markdownTable } from "./table.ts";

const SEED = 1;
const MIXING = 0.3;
const SIZES = [
  { nodes: 100_000, edges: 858_000, searches: ["leiden", "louvain"] },
  // graphology takes a minute and 2.7 GB for the same: measured once, and not each time.
  { nodes: 1_000_000, edges: 4_700_000, searches: ["leiden"] },
] as const;
const NAMES = { leiden: "Marionet, Leiden", louvain: "graphology, Louvain" } as const;
type Search = keyof typeof NAMES;

/** What one search found, and what it cost from the edge list in memory to the partition; memory is that of the whole process. */
interface Outcome extends Cost {
  readonly modularity: number;
  readonly communities: number;
}

/** Communities of power-law networks at resolution 1, each search in a process of its own. */
export async function benchCommunities(folder: string, clock: () => number): Promise<string> {
  const place = mkdtempSync(join(folder, "communities-"));
  const rows: string[][] = [];
  try {
    for (const { nodes, edges, searches } of SIZES) {
      for (const search of searches) {
        say(`${NAMES[search]}, ${nodes} nodes, ${edges} edges ...`);
        const out = join(place, `${search}-${nodes}.json`);
        await measure([search, String(nodes), String(edges), out], clock);
        const { modularity, communities, ...cost } = JSON.parse(readFileSync(out, "utf8")) as Outcome;
        rows.push([
          NAMES[search],
          grouped(nodes),
          grouped(edges),
          ...costCells(cost),
          modularity.toFixed(4),
          grouped(communities),
        ]);
      }
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  const table = markdownTable(
    ["communities, edge list in memory", "nodes", "edges", "wall", "CPU", "peak memory", "modularity", "communities"],
    rows,
  );
  return `${table}\n\nDegrees and group sizes by power laws, ${MIXING} of the edges anywhere, seed ${SEED}, resolution 1.`;
}

/** One search, in its own process. The network is made first and not measured. */
export function communitiesChild(search: string, [nodes = "", edges = "", out = ""]: readonly string[]): void {
  const { nodeCount, from, to } = plantedNetwork(Number(nodes), Number(edges), MIXING, seeded("communities", SEED));
  // graphology knows no parallel edges, so both get one edge for each pair.
  const simple = merged(from, to);
  const [startedMs, startedCpu] = [performance.now(), process.cpuUsage()];
  const labels = SEARCHES[search as Search](nodeCount, simple);
  const wallS = (performance.now() - startedMs) / 1000;
  const { user, system } = process.cpuUsage(startedCpu);
  const network = networkOf(nodeCount, simple.from, simple.to, simple.weight);
  const modularity = qualityOf(network, labels, nodeCount, { kind: "modularity", resolution: 1 });
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  const outcome: Outcome = {
    wallS,
    cpuS: (user + system) / 1e6,
    peakBytes,
    modularity,
    communities: new Set(labels).size,
  };
  writeFileSync(out, JSON.stringify(outcome));
}

interface Edges {
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly weight: Float64Array;
}

const SEARCHES: Readonly<Record<Search, (nodeCount: number, edges: Edges) => Uint32Array>> = {
  leiden: (nodeCount, { from, to, weight }) => {
    const network = networkOf(nodeCount, from, to, weight);
    return leiden(network, { kind: "modularity", resolution: 1, random: seeded(SEED), iterations: 1 }).community;
  },
  louvain: (nodeCount, { from, to, weight }) =>
    louvainOf(nodeCount, from, to, weight, new Uint8Array(from.length).fill(1), 1, seeded(SEED)),
};

/** One edge for each pair, its weight the number of edges. */
function merged(from: Uint32Array, to: Uint32Array): Edges {
  const keys = Float64Array.from(from, (a, e) => Math.min(a, to[e]!) * KEY + Math.max(a, to[e]!)).sort();
  const isFirst = (i: number): boolean => i === 0 || keys[i] !== keys[i - 1];
  const count = keys.reduce((sum, _, i) => sum + (isFirst(i) ? 1 : 0), 0);
  const edges = { from: new Uint32Array(count), to: new Uint32Array(count), weight: new Float64Array(count) };
  let last = -1;
  for (let i = 0; i < keys.length; i++) {
    if (isFirst(i)) {
      last++;
      edges.from[last] = Math.floor(keys[i]! / KEY);
      edges.to[last] = keys[i]! % KEY;
    }
    edges.weight[last]!++;
  }
  return edges;
}

/** Above every node's number. */
const KEY = 2 ** 26;
