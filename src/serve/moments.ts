import type { Counts, Marks, MomentsAnswer, Slots } from "../corpus/moments.ts";
import type { ClusterFile, OverviewFile } from "../exports/explorer.ts";
import type { Store } from "../store/database.ts";
import { findMoments } from "../store/evidence-moments.ts";

/** When the accounts of a cluster acted, packed for the page. */
export async function momentsOf(store: Store, overview: OverviewFile, profile: ClusterFile): Promise<MomentsAnswer> {
  const windows = new Map(overview.traces.map((trace) => [trace.trace, trace.windowMs]));
  const account = (member: number): number => profile.members[member]?.account ?? 0;
  const { startMs, binMs, bins } = overview.timeline;
  const found = await findMoments(store, {
    clusterId: profile.clusterId,
    members: profile.members.map((member) => member.account),
    ties: profile.ties.map((tie) => ({
      trace: tie.trace,
      a: account(tie.a),
      b: account(tie.b),
      objects: tie.objects,
      windowMs: windows.get(tie.trace) ?? 0,
    })),
    objects: profile.objects,
    domains: profile.domains.map((entry) => entry.domain),
    startMs,
    binMs,
    bins,
  });
  return {
    tiesFollowed: found.tiesFollowed,
    ties: packMarks(found.ties),
    objects: packMarks(found.objects),
    domains: packMarks(found.domains),
    domainPosts: packCounts(found.domainPosts),
    posts: packCounts(found.posts),
    slotMs: found.slotMs,
    slots: packSlots(found.slots),
    otherSlots: packSlots(found.otherSlots),
  };
}

function packMarks({ key, bin, previous }: Marks) {
  return { key: pack(key), bin: pack(bin), previous: pack(previous) };
}

function packCounts({ key, bin, count }: Counts) {
  return { key: pack(key), bin: pack(bin), count: pack(count) };
}

function packSlots({ slot, count }: Slots) {
  return { slot: pack(slot), count: pack(count) };
}

function pack(column: Uint32Array | Uint16Array): string {
  return Buffer.from(column.buffer, column.byteOffset, column.byteLength).toString("base64");
}
