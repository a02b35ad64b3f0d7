import type { EvidenceLayer } from "../evidence-layer.ts";
import type { ClusterEvidence } from "./cluster-evidence.ts";

/**
 * Do the members run after a group outside of the cluster?
 *
 * Leaders are accounts outside that acted on at least half of the evidence's objects, no more than the trace's window before the first
 * member. Members who act after one of them nearly always, on what the leaders act on, are joiners. Of the outsiders seen before the
 * members on the evidence, the leaders' share says whether a small group was followed, or whether everybody was there.
 *
 * Asked of the whole cluster: within one, somebody is always second (an order of duty is no imitation). What it does not show: an
 * imitator that is faster than its model. Cost: one pass over the actions on the evidence.
 */
export interface Precedence {
  readonly leaders: number;
  /** Members of whose acts on the evidence nine in ten follow a leader's. */
  readonly joiners: number;
  /** Share of those who acted before the members, object by object, that are leaders; 0 where there is none. */
  readonly company: number;
}

const LEAST_OBJECTS = 3;
const PRESENT = 0.5;
const NEARLY_ALWAYS = 0.9;

export function precedenceOf(
  { objects, acts }: ClusterEvidence,
  layers: readonly EvidenceLayer[],
  isMember: (account: number) => boolean,
): Precedence {
  const firstMember = new Map<string, number>();
  for (const { layer, object, timeMs } of acts) {
    const key = `${layer} ${object}`;
    firstMember.set(key, Math.min(timeMs, firstMember.get(key) ?? Number.POSITIVE_INFINITY));
  }
  const before = new Map<number, { objects: number; times: Map<string, number> }>();
  let seen = 0;
  for (const { layer, object } of objects) {
    const key = `${layer} ${object}`;
    const first = firstMember.get(key)!;
    const { timeline, windowMs } = layers[layer]!;
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      const account = timeline.account[i]!;
      const timeMs = timeline.timeMs[i]!;
      if (isMember(account) || timeMs >= first || first - timeMs > windowMs) continue;
      const own = before.get(account) ?? { objects: 0, times: new Map<string, number>() };
      if (!own.times.has(key)) {
        own.objects++;
        own.times.set(key, timeMs);
        seen++;
      }
      before.set(account, own);
    }
  }
  const leaders = [...before.values()].filter(
    (own) => own.objects >= LEAST_OBJECTS && own.objects >= PRESENT * objects.length,
  );
  const led = new Set(leaders.flatMap(({ times }) => [...times.keys()]));
  const ofMember = new Map<number, { after: number; all: number }>();
  for (const { layer, object, account } of acts) {
    const own = ofMember.get(account) ?? { after: 0, all: 0 };
    own.all++;
    if (led.has(`${layer} ${object}`)) own.after++;
    ofMember.set(account, own);
  }
  return {
    leaders: leaders.length,
    joiners: [...ofMember.values()].filter(({ after, all }) => after >= NEARLY_ALWAYS * all).length,
    company: seen === 0 ? 0 : leaders.reduce((sum, own) => sum + own.objects, 0) / seen,
  };
}
