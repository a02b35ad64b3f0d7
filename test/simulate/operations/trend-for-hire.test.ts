import { describe, expect, it } from "vitest";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const NAME = "trend-for-hire";
const easy = readWorld(NAME, options(1, "easy", 2500));
const hard = readWorld(NAME, options(1, "hard", 2500));
const evasive = readWorld(NAME, options(1, "evasive", 2500));
type Read = typeof easy;

/** Own posts and reposts of the members under each campaign's hashtag, in order of time. */
function campaignsOf(world: Read): { tag: string; acts: Row[]; strangers: Row[]; startMs: number }[] {
  const byTag = new Map<string, Row[]>();
  const ordinary = new Set(world.world.communities.flatMap(({ hashtags }) => hashtags));
  for (const post of world.by(NAME)) {
    const tag = post.hashtags!.split("|")[0]!;
    if (/^[A-Z]/.test(tag) && !ordinary.has(tag)) byTag.set(tag, [...(byTag.get(tag) ?? []), post]);
  }
  return [...byTag]
    .filter(([, acts]) => acts.length > 50)
    .map(([tag, acts]) => {
      const strangers = world
        .by("organic")
        .filter((post) => post.kind === "post" && post.hashtags!.split("|").includes(tag));
      return { tag, acts, strangers, startMs: timeOf(acts[0]!) };
    });
}
const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
/** Minutes from the first post of a campaign to the first of each participant. */
function stepOf(world: Read): number {
  const minutes = campaignsOf(world).flatMap(({ acts, startMs }) => {
    const first = new Map<string, number>();
    for (const post of acts) if (!first.has(post.account_id!)) first.set(post.account_id!, timeOf(post) - startMs);
    return [...first.values()].map((ms) => ms / 60_000);
  });
  return median(minutes);
}

describe(NAME, () => {
  it("holds two to four campaigns, each from a full half hour on, most within the half hour after", () => {
    const campaigns = campaignsOf(easy);
    expect(campaigns.length).toBeGreaterThanOrEqual(2);
    expect(campaigns.length).toBeLessThanOrEqual(4);
    for (const { startMs, acts } of campaigns) {
      expect((startMs / 60_000) % 30).toBeLessThan(3);
      expect(new Set(acts.map((post) => post.account_id)).size).toBeGreaterThan(100);
    }
    expect(stepOf(easy)).toBeLessThan(12);
    expect(stepOf(hard)).toBeGreaterThan(40);
  });

  it("gives out lines with a gap: the same words around another filling", () => {
    for (const { acts } of campaignsOf(easy)) {
      const texts = [...new Set(acts.filter(({ kind }) => kind === "post").map(({ text }) => text!))];
      expect(texts.length).toBeGreaterThan(40);
      // Of eight lines every two texts share the longest common start or end far more often than by chance.
      const starts = new Map<string, number>();
      for (const text of texts) {
        const key = text.replace(/ ?#.*$/, "").slice(-14);
        starts.set(key, (starts.get(key) ?? 0) + 1);
      }
      const most = [...starts.values()].sort((a, b) => b - a);
      expect(most[0]! / texts.length).toBeGreaterThan(0.05);
    }
    const repeated = (world: Read) => {
      const texts = campaignsOf(world)
        .flatMap(({ acts }) => acts.filter(({ kind }) => kind === "post"))
        .map(({ text }) => text!.replace(/ ?#\S+/g, ""));
      return texts.filter((text) => texts.indexOf(text) !== texts.lastIndexOf(text)).length / texts.length;
    };
    expect(repeated(easy)).toBeGreaterThan(0.6);
    expect(repeated(hard)).toBeLessThan(0.4);
    expect(repeated(evasive)).toBeLessThan(0.03);
  });

  it("is done by real people: accounts as old as anybody's, whose ordinary life goes on", () => {
    const age = (operation: string) =>
      median(
        easy.accounts
          .filter((row) => easy.labelOf.get(row.account_id!)!.operation === operation)
          .map((row) => Date.parse(row.created_at!)),
      );
    expect(Math.abs(age(NAME) - age("organic"))).toBeLessThan(250 * 86_400_000);
    for (const [world, least] of [
      [easy, 0.4],
      [hard, 0.3],
      [evasive, 0.5],
    ] as const) {
      const acts = campaignsOf(world).flatMap(({ acts }) => acts).length;
      const share = 1 - acts / world.by(NAME).length;
      expect(share).toBeGreaterThan(least);
      expect(share).toBeLessThan(0.8);
    }
  });

  it("trends: strangers take the hashtag up after the start, in words of their own", () => {
    for (const world of [easy, hard, evasive]) {
      for (const { strangers, startMs } of campaignsOf(world)) {
        expect(strangers.length).toBeGreaterThanOrEqual(15);
        expect(Math.min(...strangers.map(timeOf))).toBeGreaterThan(startMs);
        expect(new Set(strangers.map(({ text }) => text)).size / strangers.length).toBeGreaterThan(0.9);
      }
    }
  });

  it("lets two participants share three objects at most on evasive", () => {
    const objects = new Map<string, Set<string>>();
    for (const { acts } of campaignsOf(evasive)) {
      // What they take up in their ordinary life is no part of it.
      for (const post of acts.filter(({ kind }) => kind === "post")) {
        const own = objects.get(post.account_id!) ?? new Set();
        for (const tag of post.hashtags!.split("|")) own.add(tag);
        for (const hash of post.media_hashes!.split("|")) if (hash !== "") own.add(hash);
        objects.set(post.account_id!, own);
      }
    }
    const sets = [...objects.values()];
    let most = 0;
    for (const [i, a] of sets.entries())
      for (const b of sets.slice(i + 1)) most = Math.max(most, [...a].filter((object) => b.has(object)).length);
    expect(most).toBeLessThanOrEqual(3);
  });
});
