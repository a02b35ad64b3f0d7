import { describe, expect, it } from "vitest";
import { seeded } from "../../../src/math/random.ts";
import { campPost, campReply } from "../../../src/simulate/operations/uncle-spam-lines.ts";
import { nearDuplicates } from "../rewording.ts";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const easy = readWorld("uncle-spam", options(1, "easy", 3000));
const hard = readWorld("uncle-spam", options(1, "hard", 3000));
const evasive = readWorld("uncle-spam", options(1, "evasive", 3000));
type Seen = typeof easy;

const isCampaign = (row: Row) => row.kind !== "repost" && /\b(?:levy|tin|corvane|smelters?)\b/i.test(row.text!);
const campaign = (world: Seen, role?: string) => world.by("uncle-spam", role).filter(isCampaign);
const members = (world: Seen) =>
  world.accounts.filter((row) => world.labelOf.get(row.account_id!)!.operation === "uncle-spam");
const roleOf = (world: Seen, row: Row) => world.labelOf.get(row.account_id!)!.role!;

/** Bits in which two pictures differ. */
const distance = (a: string, b: string) => (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(2).replaceAll("0", "").length;

/** Pairs of accounts with nearly the same picture. */
const lookAlikes = (rows: readonly Row[], bits: number) =>
  rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap((b) => (distance(a.avatar_hash!, b.avatar_hash!) <= bits ? [[a, b] as const] : [])),
  );

describe("uncle-spam", () => {
  it("has as many for as against, on X and on Bluesky", () => {
    for (const world of [easy, hard, evasive]) {
      const count = (role: string, platform: string) =>
        members(world).filter((row) => roleOf(world, row) === role && row.platform === platform).length;
      expect([count("pro", "x"), count("pro", "bluesky")]).toEqual([8, 6]);
      expect([count("contra", "x"), count("contra", "bluesky")]).toEqual([8, 6]);
    }
  });

  it("keeps each account on its side", () => {
    for (const world of [easy, hard]) {
      const tagged = (role: string, tag: string) =>
        campaign(world, role).filter((row) => row.hashtags!.split("|").includes(tag)).length;
      expect(tagged("pro", "KeepTheLevy")).toBeGreaterThan(3);
      expect(tagged("contra", "ScrapTheLevy")).toBeGreaterThan(3);
      expect(tagged("pro", "ScrapTheLevy") + tagged("contra", "KeepTheLevy")).toBe(0);
    }
  });

  it.each([
    ["easy", easy, 4],
    ["hard", hard, 8],
    ["evasive", evasive, 10],
  ] as const)("shares one logo and one page of links across the camps, %s", (_, world, bits) => {
    const pairs = lookAlikes(members(world), bits);
    const across = pairs.filter(([a, b]) => roleOf(world, a) !== roleOf(world, b));
    expect(across.length).toBeGreaterThan(15);
    const linked = members(world).filter(({ bio }) => bio!.includes("allmylinks.example/homefront"));
    expect(new Set(linked.map((row) => roleOf(world, row))).size).toBe(2);
    // Others use the service, some the same page and the same template.
    const others = world.accounts.filter((row) => roleOf(world, row) === "regular");
    expect(others.filter(({ bio }) => bio!.includes("allmylinks.example")).length).toBeGreaterThan(50);
    expect(others.some(({ bio }) => bio!.endsWith("allmylinks.example/homefront"))).toBe(true);
  });

  it("posts at the prime time of one place on easy, at everybody's hours on hard", () => {
    const inPrime = (world: Seen) => {
      const rows = campaign(world);
      const local = (row: Row) => (((timeOf(row) / 3_600_000 - 5) % 24) + 24) % 24;
      return rows.filter((row) => local(row) >= 18.5 && local(row) <= 23).length / rows.length;
    };
    expect(inPrime(easy)).toBeGreaterThan(0.95);
    expect(inPrime(hard)).toBeLessThan(0.5);
  });

  it("brings both camps to the same news within the hour", () => {
    const answered = new Map<string, Row[]>();
    for (const row of campaign(easy))
      if (row.kind === "reply") answered.set(row.target_post_id!, [...(answered.get(row.target_post_id!) ?? []), row]);
    const both = [...answered.values()].filter((rows) => new Set(rows.map((row) => roleOf(easy, row))).size === 2);
    expect(both.length / answered.size).toBeGreaterThan(0.5);
    const spans = both.map((rows) => Math.max(...rows.map(timeOf)) - Math.min(...rows.map(timeOf)));
    expect(spans.filter((ms) => ms < 3_600_000).length / spans.length).toBeGreaterThan(0.8);
    // Nobody is alone there.
    const strangers = easy.by("organic").filter((row) => answered.has(row.target_post_id!));
    expect(strangers.length).toBeGreaterThan(100);
  });

  it("has followers in the thousands, one shape of handle, and hardly a like on easy; neither on hard", () => {
    for (const row of members(easy)) {
      expect(Number(row.followers)).toBeGreaterThanOrEqual(1000);
      expect(row.handle).toMatch(/^(standfast|ironwood|homefront|openharbor)_[a-z]+\d+$/);
    }
    const likes = campaign(easy).map((row) => Number(row.likes));
    expect(likes.reduce((a, b) => a + b, 0) / likes.length).toBeLessThan(0.5);
    expect(Math.max(...campaign(easy).map((row) => Number(row.views)))).toBeLessThanOrEqual(140);
    expect(members(hard).filter(({ followers }) => Number(followers) >= 1000).length).toBeLessThan(7);
    expect(members(hard).some(({ handle }) => /^(standfast|ironwood|homefront)/.test(handle!))).toBe(false);
  });

  it("repeats its script on easy, nothing of it on evasive, where no account touches more than three objects", () => {
    const repeated = (world: Seen) => {
      const texts = campaign(world).map(({ text }) => text!.replace(/ #.*/, ""));
      return texts.filter((text) => texts.indexOf(text) !== texts.lastIndexOf(text)).length / texts.length;
    };
    expect(repeated(easy)).toBeGreaterThan(0.8);
    expect(repeated(hard)).toBeLessThan(0.5);
    expect(repeated(evasive)).toBe(0);
    const touched = new Map<string, Set<string>>();
    for (const row of campaign(evasive)) {
      const own = touched.get(row.account_id!) ?? new Set<string>();
      for (const object of [row.target_post_id!, row.hashtags!, row.urls!]) if (object !== "") own.add(object);
      touched.set(row.account_id!, own);
    }
    expect(Math.max(...[...touched.values()].map((set) => set.size))).toBeLessThanOrEqual(3);
  });

  it("links to two fronts that argue against each other and were set up by one hand", () => {
    for (const [world, least] of [
      [easy, 3],
      [hard, 1],
    ] as const) {
      const fronts = world.world.sites.filter(({ label }) => label === "uncle-spam");
      expect(fronts.map(({ role }) => role).sort()).toEqual(["contra", "pro"]);
      const [mine, theirs] = fronts.map(
        ({ indicators }) => new Set(indicators.map(({ type, value }) => `${type} ${value}`)),
      );
      const common = [...mine!].filter((fact) => theirs!.has(fact) && /^(?:analytics|favicon|ip) /.test(fact));
      expect(common.length).toBeGreaterThanOrEqual(least);
    }
    const hosts = (role: string) =>
      new Set(campaign(easy, role).flatMap(({ urls }) => (urls === "" ? [] : [new URL(urls!).hostname])));
    expect(hosts("pro")).toEqual(new Set(["standfast-veterans.example"]));
    expect(hosts("contra")).toEqual(new Set(["homefront-voices.example"]));
  });

  it("rewords its posts so that hardly two are alike, within a camp or across", () => {
    const random = seeded("rewording");
    const lines = Array.from({ length: 300 }, (_, i) =>
      (i % 3 === 0 ? campReply : campPost)(i % 2 === 0 ? "pro" : "contra", random),
    );
    expect(nearDuplicates(lines)).toBeLessThan(0.1);
  });

  it("is a small part of a public quarrel whose communities are mostly of one mind", () => {
    const debate = easy.by("organic").filter((row) => row.hashtags!.includes("CorvaneLevy"));
    expect(debate.length).toBeGreaterThan(15);
    expect(new Set(debate.map(({ hashtags }) => hashtags)).size).toBeGreaterThan(2);
  });
});
