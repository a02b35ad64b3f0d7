import { measurePython } from "./measure.ts";

/**
 * Leiden by igraph (C), in the iterations it takes by default, from a file of edges as pairs of 32-bit numbers. What it found is written to
 * `out`, with its cost from the edge list in memory to the partition.
 */
export async function igraphLeiden(
  python: string,
  [path, nodes, seed, out]: readonly [string, number, number, string],
  clock: () => number,
): Promise<void> {
  await measurePython(python, SOURCE, [path, String(nodes), String(seed), out], clock);
}

/** Numbers in igraph's own width, so that it takes the list as it is. */
const SOURCE = `
import array, json, os, random, resource, sys, time
import igraph
path, nodes, seed, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
ends = array.array("I")
with open(path, "rb") as file:
    ends.fromfile(file, os.path.getsize(path) // 4)
edges = memoryview(array.array("q", ends)).cast("B").cast("q", [len(ends) // 2, 2])
del ends
random.seed(seed)
wall, cpu = time.perf_counter(), time.process_time()
graph = igraph.Graph(n=nodes, edges=edges)
found = graph.community_leiden(objective_function="modularity", n_iterations=2)
wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
quality = graph.modularity(found.membership)
with open(out, "w") as file:
    json.dump({"wallS": wall, "cpuS": cpu, "peakBytes": peak, "modularity": quality, "communities": len(found)}, file)
`;
