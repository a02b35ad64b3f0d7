import type { Profile } from "../../src/clusters/profile.ts";
import type { Counts, Marks, Moments, MomentsAnswer, Packed, Slots } from "../../src/corpus/moments.ts";
import type { TraceName } from "../../src/corpus/trace.ts";
import type { Timeline } from "../../src/exports/explorer.ts";

/**
 * What a stretch of the timeline leaves of one cluster: of each pair the objects met on, of each account posts and pairs, and so on.
 *
 * All columns are sorted by bin, so that a brush is a stretch of each, found by halving; then one pass. O(marks within the brush), about
 * 1 ms for 200,000. It counts what was observed; what chance would expect, p and q are statements about all of the time, and stay so.
 */
export interface Brushed {
  readonly bins: readonly [first: number, end: number];
  /** Of each tie, the objects met on. */
  readonly ties: Uint32Array;
  /** Ties with any, by trace and in all; carried ones stand beside the evidence, not in it. */
  readonly lines: ReadonlyMap<TraceName, BrushedLine>;
  readonly tiesMet: number;
  /** Ties of the profile that are followed; beyond them nothing is known of the brushed time. */
  readonly tiesFollowed: number;
  /** Of each member. */
  readonly posts: Uint32Array;
  readonly pairs: Uint32Array;
  readonly postsTotal: number;
  readonly accountsActive: number;
  /** Of each object and site of the profile, members that acted on it; posts that link to the site. */
  readonly objects: Uint32Array;
  readonly domains: Uint32Array;
  readonly domainPosts: Uint32Array;
}

interface BrushedLine {
  readonly pairs: number;
  /** Objects summed over pairs, as `TraceEvidence.observed` is. */
  readonly observed: number;
  readonly accounts: number;
}

export function brushMoments(moments: Moments, profile: Profile, bins: readonly [number, number]): Brushed {
  const ties = distinctIn(moments.ties, profile.ties.length, bins);
  const posts = sumIn(moments.posts, profile.members.length, bins);
  const pairs = new Uint32Array(profile.members.length);
  const lines = new Map<TraceName, { pairs: number; observed: number; accounts: Set<number> }>();
  let tiesMet = 0;
  for (const [index, tie] of profile.ties.entries()) {
    const objects = ties[index] ?? 0;
    if (objects === 0) continue;
    tiesMet += 1;
    pairs[tie.a] = (pairs[tie.a] ?? 0) + 1;
    pairs[tie.b] = (pairs[tie.b] ?? 0) + 1;
    if (tie.isCarried) continue;
    const line = lines.get(tie.trace) ?? { pairs: 0, observed: 0, accounts: new Set() };
    line.pairs += 1;
    line.observed += objects;
    line.accounts.add(tie.a).add(tie.b);
    lines.set(tie.trace, line);
  }
  return {
    bins,
    ties,
    lines: new Map([...lines].map(([trace, line]) => [trace, { ...line, accounts: line.accounts.size }])),
    tiesMet,
    tiesFollowed: moments.tiesFollowed,
    posts,
    pairs,
    postsTotal: posts.reduce((sum, count) => sum + count, 0),
    accountsActive: posts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    objects: distinctIn(moments.objects, profile.objects.length, bins),
    domains: distinctIn(moments.domains, profile.domains.length, bins),
    domainPosts: sumIn(moments.domainPosts, profile.domains.length, bins),
  };
}

/** 168 counts by hour of the week, Monday 00 first, in a zone so many minutes ahead of UTC; within the bins. */
export function rhythmIn(
  slots: Slots,
  slotMs: number,
  timeline: Pick<Timeline, "startMs" | "binMs">,
  [first, end]: readonly [number, number],
  zoneMinutes: number,
): number[] {
  const hours = new Array<number>(168).fill(0);
  const slotsPerBin = timeline.binMs / slotMs;
  const to = lowerBound(slots.slot, end * slotsPerBin);
  // 1 January 1970 was a Thursday, the fourth day: 72 hours after Monday 00.
  const shiftMs = timeline.startMs + zoneMinutes * 60_000 + 72 * 3_600_000;
  for (let i = lowerBound(slots.slot, first * slotsPerBin); i < to; i += 1) {
    const hour = Math.floor((shiftMs + (slots.slot[i] ?? 0) * slotMs) / 3_600_000);
    const at = ((hour % 168) + 168) % 168;
    hours[at] = (hours[at] ?? 0) + (slots.count[i] ?? 0);
  }
  return hours;
}

export function unpackMoments(answer: MomentsAnswer): Moments {
  return {
    tiesFollowed: answer.tiesFollowed,
    ties: unpackMarks(answer.ties),
    objects: unpackMarks(answer.objects),
    domains: unpackMarks(answer.domains),
    domainPosts: unpackCounts(answer.domainPosts),
    posts: unpackCounts(answer.posts),
    slotMs: answer.slotMs,
    slots: unpackSlots(answer.slots),
    otherSlots: unpackSlots(answer.otherSlots),
  };
}

/** Different things of each key, see `Marks`. */
function distinctIn({ key, bin, previous }: Marks, keys: number, [first, end]: readonly [number, number]): Uint32Array {
  const found = new Uint32Array(keys);
  const to = lowerBound(bin, end);
  for (let i = lowerBound(bin, first); i < to; i += 1) {
    if ((previous[i] ?? 0) <= first) found[key[i] ?? 0] = (found[key[i] ?? 0] ?? 0) + 1;
  }
  return found;
}

function sumIn({ key, bin, count }: Counts, keys: number, [first, end]: readonly [number, number]): Uint32Array {
  const found = new Uint32Array(keys);
  const to = lowerBound(bin, end);
  for (let i = lowerBound(bin, first); i < to; i += 1) {
    found[key[i] ?? 0] = (found[key[i] ?? 0] ?? 0) + (count[i] ?? 0);
  }
  return found;
}

/** First position whose value is at least so large. */
function lowerBound(sorted: Uint32Array | Uint16Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function unpackMarks({ key, bin, previous }: Packed<Marks>): Marks {
  return { key: words(key), bin: shorts(bin), previous: shorts(previous) };
}

function unpackCounts({ key, bin, count }: Packed<Counts>): Counts {
  return { key: words(key), bin: shorts(bin), count: words(count) };
}

function unpackSlots({ slot, count }: Packed<Slots>): Slots {
  return { slot: words(slot), count: words(count) };
}

function words(text: string): Uint32Array {
  return new Uint32Array(bytesOf(text).buffer);
}

function shorts(text: string): Uint16Array {
  return new Uint16Array(bytesOf(text).buffer);
}

function bytesOf(text: string): Uint8Array {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) bytes[i] = raw.charCodeAt(i);
  return bytes;
}
