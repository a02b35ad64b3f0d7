import { type Random, shuffle } from "../../src/math/random.ts";

/** An edge list with planted groups. */
export interface PlantedNetwork {
  readonly nodeCount: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly group: Uint32Array;
}

/**
 * A network after the manner of Lancichinetti, Fortunato and Radicchi (2008, doi 10.1103/PhysRevE.78.046110): degrees and group sizes follow
 * power laws (exponents 2.5 and 1.5), and a share `mixing` of all edges ends anywhere instead of in its own group. Edge ends are drawn in
 * proportion to the nodes' degrees, so degrees hold in the mean, and a pair may be drawn twice.
 */
export function plantedNetwork(nodeCount: number, edgeCount: number, mixing: number, random: Random): PlantedNetwork {
  const group = new Uint32Array(nodeCount);
  const groups: { start: number; end: number }[] = [];
  for (let start = 0; start < nodeCount; ) {
    const size = Math.min(nodeCount - start, Math.round(powerLaw(random, 20, 1000, 1.5)));
    for (let v = start; v < start + size; v++) group[v] = groups.length;
    groups.push({ start, end: start + size });
    start += size;
  }
  const sums = new Float64Array(nodeCount + 1);
  for (let v = 0; v < nodeCount; v++) sums[v + 1] = sums[v]! + powerLaw(random, 1, Math.sqrt(nodeCount), 2.5);
  // Names say nothing about the group: a network read from a file does not come in order, and memory would be read in order.
  const names = shuffle(random, [...group.keys()]);
  const from = new Uint32Array(edgeCount);
  const to = new Uint32Array(edgeCount);
  for (let e = 0; e < edgeCount; ) {
    const a = drawBetween(random, sums, 0, nodeCount);
    const own = groups[group[a]!]!;
    const b =
      random() < mixing ? drawBetween(random, sums, 0, nodeCount) : drawBetween(random, sums, own.start, own.end);
    if (a === b) continue;
    from[e] = names[a]!;
    to[e++] = names[b]!;
  }
  const named = new Uint32Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) named[names[v]!] = group[v]!;
  return { nodeCount, from, to, group: named };
}

/** Between `least` and `most`, density falling with the power `exponent`. */
function powerLaw(random: Random, least: number, most: number, exponent: number): number {
  const [low, high] = [least ** (1 - exponent), most ** (1 - exponent)];
  return (low + random() * (high - low)) ** (1 / (1 - exponent));
}

/** A node from `start` to `end`, in proportion to its weight. */
function drawBetween(random: Random, sums: Float64Array, start: number, end: number): number {
  const aim = sums[start]! + random() * (sums[end]! - sums[start]!);
  let [low, high] = [start, end - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle + 1]! > aim) high = middle;
    else low = middle + 1;
  }
  return low;
}
