import type { TraceName } from "../corpus/trace.ts";
import type { Place } from "./acting-order.ts";
import type { Draft } from "./draft.ts";
import type { EvidenceLayer } from "./evidence-layer.ts";

/**
 * Question: on each object that members of a cluster met on, in which order did they come, and who from outside had been there before?
 *
 * Each member counts once an object, by its first action; all members on the object give the order, but a member's place is taken
 * only where another was there within the window. One post can leave objects in several traces (the post it answers, its words, its
 * tags); it is one deed and counts once, on the object that fixes the order best: a post acted on before a link or a text, these
 * before an author or a site, then the one with most members. Cost: O(actions of members), and the actions on their objects.
 */
export interface Places {
  /** Per member, same order as `draft.accounts`. */
  readonly of: readonly (readonly MemberPlace[])[];
  /** Objects on which any of those places lies. */
  readonly objects: number;
  /** Accounts outside the cluster by the number of those objects on which they acted before every member. */
  readonly outsidersBefore: ReadonlyMap<number, number>;
}

export interface MemberPlace extends Place {
  /** Position in `draft.accounts` of the member who was there first. */
  readonly opener: number;
}

const RANK_OF_TRACE: Partial<Record<TraceName, number>> = {
  "co-repost": 0,
  "co-reply": 0,
  "fast-repost": 2,
  "co-target": 2,
  "co-domain": 2,
};

interface Arrival {
  readonly member: number;
  readonly timeMs: number;
  readonly post: number;
}

interface Deed extends MemberPlace {
  readonly preference: number;
  readonly layer: number;
  readonly object: number;
}

export function placesOf(draft: Draft, layers: readonly EvidenceLayer[]): Places {
  const deeds: Map<number, Deed>[] = draft.accounts.map(() => new Map());
  const firstMs = new Map<string, number>();
  const members = new Set(draft.accounts);
  for (const layer of [...new Set(draft.ties.map((tie) => tie.layer))].sort((x, y) => x - y)) {
    const { windowMs, layer: network } = layers[layer]!;
    const preference = RANK_OF_TRACE[network.pairs.trace] ?? 1;
    for (const [object, arrivals] of arrivalsOf(draft, layers[layer]!)) {
      if (arrivals.length < 2) continue;
      arrivals.sort((x, y) => x.timeMs - y.timeMs || x.member - y.member);
      const openedMs = arrivals[0]!.timeMs;
      firstMs.set(`${layer} ${object}`, openedMs);
      const isClear = !hasStrangerBefore(layers[layer]!, object, openedMs, members);
      for (const [i, { member, timeMs, post }] of arrivals.entries()) {
        const before = i > 0 ? timeMs - arrivals[i - 1]!.timeMs : Number.POSITIVE_INFINITY;
        const after = i + 1 < arrivals.length ? arrivals[i + 1]!.timeMs - timeMs : Number.POSITIVE_INFINITY;
        if (Math.min(before, after) > windowMs) continue;
        const deed = {
          preference,
          layer,
          object,
          size: arrivals.length,
          rank: sharedRank(arrivals, i),
          isClear,
          opener: arrivals[0]!.member,
        };
        const known = deeds[member]!.get(post);
        if (known === undefined || isBetter(deed, known)) deeds[member]!.set(post, deed);
      }
    }
  }
  const chosen = new Map<string, Deed>();
  for (const own of deeds) for (const deed of own.values()) chosen.set(`${deed.layer} ${deed.object}`, deed);
  const outsidersBefore = new Map<number, number>();
  for (const [key, { layer, object }] of chosen) {
    for (const account of accountsBefore(layers[layer]!, object, firstMs.get(key)!)) {
      if (!members.has(account)) outsidersBefore.set(account, (outsidersBefore.get(account) ?? 0) + 1);
    }
  }
  return {
    of: deeds.map((own) =>
      [...own.values()].map(({ rank, size, isClear, opener }) => ({ rank, size, isClear, opener })),
    ),
    objects: chosen.size,
    outsidersBefore,
  };
}

/** First action of each member on each object. */
function arrivalsOf(draft: Draft, { index, timeline }: EvidenceLayer): Map<number, Arrival[]> {
  const byObject = new Map<number, Arrival[]>();
  for (const [member, account] of draft.accounts.entries()) {
    let last = -1;
    for (let i = index.starts[account]!; i < index.starts[account + 1]!; i++) {
      const position = index.positions[i]!;
      const object = index.objectAt[position]!;
      if (object === last) continue;
      last = object;
      const arrival = { member, timeMs: timeline.timeMs[position]!, post: timeline.post[position]! };
      const known = byObject.get(object);
      if (known === undefined) byObject.set(object, [arrival]);
      else known.push(arrival);
    }
  }
  return byObject;
}

/** Rank from 1; those at the same moment share the mean of their ranks, but whoever is first with others is first. */
function sharedRank(arrivals: readonly Arrival[], i: number): number {
  const { timeMs } = arrivals[i]!;
  let from = i;
  let to = i;
  while (from > 0 && arrivals[from - 1]!.timeMs === timeMs) from--;
  while (to + 1 < arrivals.length && arrivals[to + 1]!.timeMs === timeMs) to++;
  return from === 0 ? 1 : 1 + (from + to) / 2;
}

const isBetter = (one: Deed, other: Deed): boolean =>
  one.preference < other.preference || (one.preference === other.preference && one.size > other.size);

/** Within the window before that moment, the moment itself left out: at the same instant nobody reacts. */
function hasStrangerBefore(
  { timeline, windowMs }: EvidenceLayer,
  object: number,
  timeMs: number,
  members: ReadonlySet<number>,
): boolean {
  for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]! && timeline.timeMs[i]! < timeMs; i++) {
    if (timeMs - timeline.timeMs[i]! <= windowMs && !members.has(timeline.account[i]!)) return true;
  }
  return false;
}

function accountsBefore({ timeline }: EvidenceLayer, object: number, timeMs: number): Set<number> {
  const before = new Set<number>();
  for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]! && timeline.timeMs[i]! < timeMs; i++) {
    before.add(timeline.account[i]!);
  }
  return before;
}
