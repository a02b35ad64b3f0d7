import { closePairs, dealtPairs } from "./close-pairs.ts";
import { seeded } from "./random.ts";

/** An account's first action on an object, and the cluster it is in. */
export interface FirstAction {
  readonly timeMs: number;
  readonly clusterId: string | null;
}

/** Bars that a page has room for. */
const BINS = 80;
const DRAWS = 999;
/** Members drawn in all: larger clusters get fewer draws, and say how many. */
const WORK = 2_000_000;

/**
 * When the accounts of one object came, each by its first action, and how close together the members of each cluster did
 * (`close-pairs.ts`). Null where fewer than two came.
 *
 * @param stream what the draws are seeded by, besides the cluster
 */
export function arrivalsOf(unordered: readonly FirstAction[], windowMs: number, stream: string) {
  if (unordered.length < 2) return null;
  const rows = [...unordered].sort((left, right) => left.timeMs - right.timeMs);
  const allMs = Float64Array.from(rows, ({ timeMs }) => timeMs);
  const startMs = allMs[0]!;
  const binMs = Math.max(1000, Math.ceil((allMs.at(-1)! - startMs + 1) / BINS));
  const binsOf = (timesMs: Float64Array): number[] => {
    const bins = new Array<number>(Math.floor((allMs.at(-1)! - startMs) / binMs) + 1).fill(0);
    for (const timeMs of timesMs) bins[Math.floor((timeMs - startMs) / binMs)]!++;
    return bins;
  };
  const byCluster = new Map<string, number[]>();
  for (const { timeMs, clusterId } of rows) {
    if (clusterId === null) continue;
    const times = byCluster.get(clusterId);
    if (times === undefined) byCluster.set(clusterId, [timeMs]);
    else times.push(timeMs);
  }
  const clusters = [...byCluster].map(([clusterId, times]) => {
    const timesMs = Float64Array.from(times);
    const met = timesMs.length < 2 ? null : metBy(timesMs, allMs, windowMs, `${stream} ${clusterId}`);
    return { clusterId, members: timesMs.length, bins: binsOf(timesMs), met };
  });
  clusters.sort((left, right) => right.members - left.members || (left.clusterId < right.clusterId ? -1 : 1));
  return { windowMs, startMs, binMs, all: binsOf(allMs), clusters };
}

function metBy(timesMs: Float64Array, allMs: Float64Array, windowMs: number, stream: string) {
  const observed = closePairs(timesMs, windowMs);
  const draws = Math.max(99, Math.min(DRAWS, Math.floor(WORK / timesMs.length)));
  const { expected, drawn, p } = dealtPairs(allMs, timesMs.length, observed, windowMs, seeded(stream), draws);
  const at = (share: number): number => drawn[Math.round(share * (draws - 1))]!;
  return { observed, expected, low: at(0.025), high: at(0.975), p, draws, isWhole: timesMs.length === allMs.length };
}
