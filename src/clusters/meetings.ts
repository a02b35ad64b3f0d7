import type { EvidenceLayer } from "./evidence-layer.ts";

/**
 * What the members of each cluster did together, object by object, and when.
 *
 * Two pointers over the actions of one cluster on one object; the pairs an account makes with itself are taken off by a running count,
 * so that the cost is O(actions of members), however many meet. Counts every pair of actions within the window, significant or not.
 */
export interface Meetings {
  /** Per cluster its strongest objects. */
  readonly top: readonly (readonly ObjectMeeting[])[];
  /** Sparse counts of co-actions by cluster and time bin: `bins[cluster * binCount + bin]`. */
  readonly bins: Float64Array;
}

export interface ObjectMeeting {
  readonly object: number;
  readonly members: number;
  readonly coactions: number;
}

export interface Binning {
  readonly startMs: number;
  readonly binMs: number;
  readonly bins: number;
}

const TOP_OBJECTS = 12;

/** @param clusterOf cluster of each account, -1 for none */
export function meetingsOf(
  evidence: EvidenceLayer,
  clusterOf: Int32Array,
  clusterCount: number,
  binning: Binning,
): Meetings {
  const { timeline, windowMs } = evidence;
  const bins = new Float64Array(clusterCount * binning.bins);
  const top: ObjectMeeting[][] = Array.from({ length: clusterCount }, () => []);
  const positionsOf = new Map<number, number[]>();
  for (let object = 0; object < timeline.objectCount; object++) {
    positionsOf.clear();
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      const cluster = clusterOf[timeline.account[i]!]!;
      if (cluster < 0) continue;
      const positions = positionsOf.get(cluster);
      if (positions === undefined) positionsOf.set(cluster, [i]);
      else positions.push(i);
    }
    for (const [cluster, positions] of positionsOf) {
      if (positions.length < 2) continue;
      const met = countMeetings(evidence, positions, windowMs, (timeMs, count) => {
        const bin = Math.floor((timeMs - binning.startMs) / binning.binMs);
        bins[cluster * binning.bins + bin]! += count;
      });
      if (met.coactions === 0) continue;
      keepTop(top[cluster]!, { object, ...met });
    }
  }
  return { top, bins };
}

function countMeetings(
  { timeline }: EvidenceLayer,
  positions: readonly number[],
  windowMs: number,
  each: (timeMs: number, count: number) => void,
): { members: number; coactions: number } {
  const inWindow = new Map<number, number>();
  const met = new Set<number>();
  let coactions = 0;
  let tail = 0;
  let metUpTo = 0;
  for (let i = 0; i < positions.length; i++) {
    const timeMs = timeline.timeMs[positions[i]!]!;
    while (timeMs - timeline.timeMs[positions[tail]!]! > windowMs) {
      const leaving = timeline.account[positions[tail]!]!;
      inWindow.set(leaving, inWindow.get(leaving)! - 1);
      tail++;
    }
    const account = timeline.account[positions[i]!]!;
    const own = inWindow.get(account) ?? 0;
    const others = i - tail - own;
    if (others > 0) {
      coactions += others;
      // Everyone in the window meets this account; those before `metUpTo` are noted already.
      for (metUpTo = Math.max(metUpTo, tail); metUpTo <= i; metUpTo++) met.add(timeline.account[positions[metUpTo]!]!);
      each(timeMs, others);
    }
    inWindow.set(account, own + 1);
  }
  return { members: met.size, coactions };
}

/** Most members first, then most co-actions, then the older number: a total order. */
function keepTop(top: ObjectMeeting[], one: ObjectMeeting): void {
  const last = top[TOP_OBJECTS - 1];
  if (last !== undefined && compare(one, last) > 0) return;
  top.push(one);
  top.sort(compare);
  if (top.length > TOP_OBJECTS) top.pop();
}

function compare(left: ObjectMeeting, right: ObjectMeeting): number {
  return right.members - left.members || right.coactions - left.coactions || left.object - right.object;
}
