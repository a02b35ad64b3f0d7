import { orderByKey, startsOf } from "../../math/order.ts";
import { postTimes } from "../../store/rival-facts.ts";
import type { EvidenceLayer } from "../evidence-layer.ts";
import type { ClusterEvidence } from "./cluster-evidence.ts";
import type { MeasureInput } from "./measure.ts";

/**
 * Does an outside event set the members' clock?
 *
 * Around the moments at which members met (ten-minute bins with a meeting), the posts of strangers within five minutes are compared
 * with what the same strangers posted from twenty to sixty minutes before and after. A goal or a news flash makes everybody write at
 * once; a crew's schedule leaves everybody else as they were. Strangers are accounts in no cluster that never touched an object of the
 * evidence: who did may be another hand of the same crew, and would burst with it.
 *
 * excess = posts near / posts expected from the flanks; a moment whose flanks fall out of the export is left out. Kleinberg (2003,
 * doi:10.1023/A:1024940629314) finds bursts in a stream; here the moments are given, and the stream is the strangers'.
 *
 * What it does not show: whether strangers wrote about the same matter; and a crew that acts on every goal hides behind it. Cost: sorts
 * all posts by time once; six binary searches a moment, and one sort of the posts of those who touched the evidence.
 */
export interface Clock {
  /** Moments compared. */
  readonly moments: number;
  /** Posts of strangers near them, and expected. */
  readonly near: number;
  readonly expected: number;
  /** near / expected; null: too few posts expected to say. */
  readonly excess: number | null;
}

const MINUTE_MS = 60_000;
const BIN_MS = 10 * MINUTE_MS;
const NEAR_MS = 5 * MINUTE_MS;
const FLANK_FROM_MS = 20 * MINUTE_MS;
const FLANK_TO_MS = 60 * MINUTE_MS;
/** Below, a handful of strangers makes the ratio. */
const LEAST_EXPECTED = 20;

export async function measureClock({ store, drafts, layers, evidence, clusterOf }: MeasureInput): Promise<Clock[]> {
  if (drafts.length === 0) return [];
  const { timeMs, account } = await postTimes(store);
  const outside = timeMs.filter((_, i) => clusterOf[account[i]!]! < 0);
  const starts = startsOf(account, clusterOf.length);
  const order = orderByKey(account, clusterOf.length);
  const first = timeMs[0] ?? 0;
  const last = timeMs[timeMs.length - 1] ?? 0;
  return drafts.map((_, cluster): Clock => {
    const involved = timesOf(touchedOutside(evidence[cluster]!, layers, clusterOf), starts, order, timeMs);
    const strangers = (fromMs: number, toMs: number): number =>
      countBetween(outside, fromMs, toMs) - countBetween(involved, fromMs, toMs);
    const bins = new Map<number, number>();
    for (const { timesMs } of evidence[cluster]!.pairs) {
      for (const met of timesMs) {
        const bin = Math.floor(met / BIN_MS);
        bins.set(bin, Math.min(bins.get(bin) ?? met, met));
      }
    }
    let moments = 0;
    let near = 0;
    let expected = 0;
    for (const met of bins.values()) {
      if (met - FLANK_TO_MS < first || met + FLANK_TO_MS > last) continue;
      moments++;
      near += strangers(met - NEAR_MS, met + NEAR_MS);
      const flanks =
        strangers(met - FLANK_TO_MS, met - FLANK_FROM_MS) + strangers(met + FLANK_FROM_MS, met + FLANK_TO_MS);
      expected += (flanks * NEAR_MS) / (FLANK_TO_MS - FLANK_FROM_MS);
    }
    return { moments, near, expected, excess: expected < LEAST_EXPECTED ? null : near / expected };
  });
}

/** Accounts in no cluster that touched an object of the evidence. */
function touchedOutside(
  { objects }: ClusterEvidence,
  layers: readonly EvidenceLayer[],
  clusterOf: Int32Array,
): Set<number> {
  const touched = new Set<number>();
  for (const { layer, object } of objects) {
    const { timeline } = layers[layer]!;
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      const account = timeline.account[i]!;
      if (clusterOf[account]! < 0) touched.add(account);
    }
  }
  return touched;
}

function timesOf(
  accounts: Iterable<number>,
  starts: Uint32Array,
  order: Uint32Array,
  timeMs: Float64Array,
): Float64Array {
  const times: number[] = [];
  for (const account of accounts) {
    for (let i = starts[account]!; i < starts[account + 1]!; i++) times.push(timeMs[order[i]!]!);
  }
  return Float64Array.from(times).sort();
}

/** Values in [from, to) of an ascending list. */
function countBetween(sorted: ArrayLike<number>, from: number, to: number): number {
  return placeOf(sorted, to) - placeOf(sorted, from);
}

function placeOf(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
