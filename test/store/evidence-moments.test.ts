import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Marks } from "../../src/corpus/moments.ts";
import { type CaseSource, openCase } from "../../src/serve/case-source.ts";
import { findMoments } from "../../src/store/evidence-moments.ts";
import { buildCase } from "../fixtures/explorer-case.ts";
import { keptFolder } from "../support/folder.ts";

const folder = keptFolder();
let source: CaseSource;

beforeAll(async () => {
  await buildCase(join(folder, "case"));
  source = await openCase(join(folder, "case"));
});
afterAll(() => source.close());

async function ask(id: string, change: Partial<Parameters<typeof findMoments>[1]> = {}) {
  const profile = source.cluster(id);
  if (profile === undefined) throw new Error(`no cluster ${id}`);
  const { startMs, binMs, bins } = source.overview.timeline;
  const windows = new Map(source.overview.traces.map((trace) => [trace.trace, trace.windowMs]));
  const moments = await findMoments(source.store, {
    clusterId: id,
    members: profile.members.map((member) => member.account),
    ties: profile.ties.map((tie) => ({
      trace: tie.trace,
      a: profile.members[tie.a]?.account ?? -1,
      b: profile.members[tie.b]?.account ?? -1,
      objects: tie.objects,
      windowMs: windows.get(tie.trace) ?? 0,
    })),
    objects: profile.objects,
    domains: profile.domains.map((entry) => entry.domain),
    startMs,
    binMs,
    bins,
    ...change,
  });
  return { profile, moments };
}

/** Different things of each key within bins [from, to). */
function distinct(marks: Marks, from: number, to: number, keys: number): number[] {
  const found = new Array<number>(keys).fill(0);
  for (const [i, key] of marks.key.entries()) {
    const bin = marks.bin[i] ?? 0;
    if (bin >= from && bin < to && (marks.previous[i] ?? 0) <= from) found[key] = (found[key] ?? 0) + 1;
  }
  return found;
}

describe("when a cluster's accounts acted", () => {
  test("over all bins every count is the one of the profile", async () => {
    for (const id of ["C01", "C02", "C03"]) {
      const { profile, moments } = await ask(id);
      const { bins } = source.overview.timeline;
      expect(moments.tiesFollowed).toBe(profile.ties.length);
      expect(distinct(moments.ties, 0, bins, profile.ties.length)).toEqual(profile.ties.map((tie) => tie.objects));
      expect(distinct(moments.objects, 0, bins, profile.objects.length)).toEqual(
        profile.objects.map((object) => object.members),
      );
      expect(distinct(moments.domains, 0, bins, profile.domains.length)).toEqual(
        profile.domains.map((entry) => entry.members),
      );
      const posts = profile.members.map((_, member) =>
        moments.posts.key.reduce((sum, key, i) => sum + (key === member ? (moments.posts.count[i] ?? 0) : 0), 0),
      );
      expect(posts).toEqual(profile.members.map((member) => member.posts));
      expect(moments.slots.count.reduce((sum, count) => sum + count, 0)).toBe(profile.posts);
      expect(moments.otherSlots.count.reduce((sum, count) => sum + count, 0)).toBe(
        profile.rhythmOthers.reduce((sum, count) => sum + count, 0),
      );
    }
  });

  test("who acted on both sides of a border counts once in a stretch that holds both, and once on each side", async () => {
    const { moments, profile } = await ask("C01");
    const keys = profile.domains.length;
    const { bins } = source.overview.timeline;
    const [whole, early, late] = [
      distinct(moments.domains, 0, bins, keys),
      distinct(moments.domains, 0, 80, keys),
      distinct(moments.domains, 80, bins, keys),
    ];
    const members = profile.domains.map((entry) => entry.members);
    expect(whole).toEqual(members);
    for (const [key, all] of members.entries()) {
      expect(early[key]).toBeLessThanOrEqual(all);
      expect(late[key]).toBeLessThanOrEqual(all);
      expect((early[key] ?? 0) + (late[key] ?? 0)).toBeGreaterThanOrEqual(all);
    }
    expect(members.some((all, key) => (early[key] ?? 0) + (late[key] ?? 0) > all)).toBe(true);
    expect([...moments.domains.bin].every((bin, i, all) => i === 0 || bin >= (all[i - 1] ?? 0))).toBe(true);
  });

  test("bins shorter than half an hour make slots as short", async () => {
    const { moments } = await ask("C01", { binMs: 60_000, bins: 30 * 1440 });
    expect(moments.slotMs).toBe(60_000);
  });

  test("a cluster without ties, objects or sites has no marks, and its posts all the same", async () => {
    const { moments, profile } = await ask("C01", { ties: [], objects: [], domains: [] });
    expect([moments.ties.key.length, moments.objects.key.length, moments.domainPosts.key.length]).toEqual([0, 0, 0]);
    expect(moments.posts.count.reduce((sum, count) => sum + count, 0)).toBe(profile.posts);
  });

  test("names of sites are data, whatever stands in them", async () => {
    const { moments } = await ask("C01", { domains: ["a,b", `x"]'); drop table posts; --`, "agua-limpia.example"] });
    expect([...new Set(moments.domains.key)]).toEqual([2]);
  });

  test("beyond the limit of meetings the strongest ties are followed, and their number is told", async () => {
    const { profile } = await ask("C01");
    const many = profile.ties.map((tie, i) => ({
      trace: tie.trace,
      a: 0,
      b: 1,
      objects: i < 2 ? 400_000 : 300_000,
      windowMs: 1,
    }));
    const { moments } = await ask("C01", { ties: many });
    expect(moments.tiesFollowed).toBe(2);
  });
});
