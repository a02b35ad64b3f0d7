import { type Random, shuffle } from "../../src/math/random.ts";

/** A simple edge list: no pair twice, none with itself. */
export interface PlantedNetwork {
  readonly nodeCount: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

/**
 * A network with planted groups after the manner of Lancichinetti, Fortunato and Radicchi (2008, doi 10.1103/PhysRevE.78.046110): degrees
 * and group sizes follow power laws (exponents 2.5 up to 1,000, and 1.5 from 20 to 1,000), and a share `mixing` of all edge ends looks for
 * a partner anywhere instead of in its own group. Ends are paired by chance; pairs that come twice count once, so a tenth of the edges goes,
 * most of them inside groups.
 *
 * @param meanDegree before pairs that come twice are dropped
 */
export function plantedNetwork(nodeCount: number, meanDegree: number, mixing: number, random: Random): PlantedNetwork {
  const leastDegree = leastDegreeFor(meanDegree);
  // Names say nothing about the group: a network read from a file does not come in order, and memory would be read in order.
  const names = shuffle(random, [...new Uint32Array(nodeCount).keys()]);
  const keys = new Float64Array(Math.ceil(nodeCount * meanDegree));
  let found = 0;
  const pair = (ends: number[]): void => {
    shuffle(random, ends);
    for (let i = 0; i + 1 < ends.length; i += 2) {
      const [a, b] = [names[ends[i]!]!, names[ends[i + 1]!]!];
      if (a !== b) keys[found++] = Math.min(a, b) * nodeCount + Math.max(a, b);
    }
  };
  const outside: number[] = [];
  for (let start = 0; start < nodeCount; ) {
    const end = Math.min(nodeCount, start + Math.round(powerLaw(random, 20, 1000, 1.5)));
    const inside: number[] = [];
    for (; start < end; start++) {
      const degree = Math.round(powerLaw(random, leastDegree, MOST_DEGREE, DEGREE_EXPONENT));
      for (let i = 0; i < degree; i++) (random() < mixing ? outside : inside).push(start);
    }
    pair(inside);
  }
  pair(outside);
  const sorted = keys.subarray(0, found).sort();
  const single = sorted.filter((key, i) => i === 0 || key !== sorted[i - 1]);
  return {
    nodeCount,
    from: Uint32Array.from(single, (key) => Math.floor(key / nodeCount)),
    to: Uint32Array.from(single, (key) => key % nodeCount),
  };
}

const MOST_DEGREE = 1000;
const DEGREE_EXPONENT = 2.5;

/** Least degree of the power law that has this mean, by halving. */
function leastDegreeFor(mean: number): number {
  const meanFrom = (least: number): number => {
    const moment = (power: number): number => (MOST_DEGREE ** power - least ** power) / power;
    return moment(2 - DEGREE_EXPONENT) / moment(1 - DEGREE_EXPONENT);
  };
  let [low, high] = [0.5, mean];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (meanFrom(middle) < mean) low = middle;
    else high = middle;
  }
  return low;
}

/** Between `least` and `most`, density falling with the power `exponent`. */
function powerLaw(random: Random, least: number, most: number, exponent: number): number {
  const [low, high] = [least ** (1 - exponent), most ** (1 - exponent)];
  return (low + random() * (high - low)) ** (1 / (1 - exponent));
}
