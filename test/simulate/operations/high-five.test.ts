import { describe, expect, it } from "vitest";
import { seeded } from "../../../src/math/random.ts";
import { buildWorld } from "../../../src/simulate/build.ts";
import { commentLine } from "../../../src/simulate/operations/high-five-lines.ts";
import { nearDuplicates } from "../rewording.ts";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const easy = readWorld("high-five", options(1, "easy", 3000));
const hard = readWorld("high-five", options(1, "hard", 3000));
const evasive = readWorld("high-five", options(1, "evasive", 3000));
type Seen = typeof easy;

const roleOf = (world: Seen, row: Row) => world.labelOf.get(row.account_id!)!.role!;

/** Comments under each post of the campaign and each post it aims at. */
function threads(world: Seen) {
  const found = new Map<string, { post: Row; crew: Row[]; others: Row[] }>();
  for (const post of world.posts) {
    const isOpening = post.kind === "post" && post.media_hashes !== "";
    if (
      isOpening &&
      /marilaya|ilar\b|turnip|duchess|tansing|captain|seawall|ferry|pier\b|harbour|coast road|fish|canal|boat school|bay\b|\bplan\b/i.test(
        post.text!,
      )
    )
      found.set(post.post_id!, { post, crew: [], others: [] });
    const thread = found.get(post.target_post_id!);
    if (post.kind === "reply") thread?.[roleOf(world, post) === "commenter" ? "crew" : "others"].push(post);
  }
  return [...found.values()].filter(({ crew }) => crew.length > 0);
}

const shareIn = ({ crew, others }: { crew: Row[]; others: Row[] }) => crew.length / (crew.length + others.length);
const channelThreads = (world: Seen) => threads(world).filter(({ post }) => roleOf(world, post) === "channel");
const target = (world: Seen) => threads(world).sort((a, b) => b.others.length - a.others.length)[0]!;

describe("high-five", () => {
  it("shows each video on five channels, the same picture under five captions", () => {
    const byVideo = new Map<string, Row[]>();
    for (const { post } of channelThreads(easy))
      byVideo.set(post.media_hashes!, [...(byVideo.get(post.media_hashes!) ?? []), post]);
    expect(byVideo.size).toBe(4);
    for (const copies of byVideo.values()) {
      expect(new Set(copies.map(({ account_id }) => account_id)).size).toBe(5);
      expect(new Set(copies.map(({ text }) => text)).size).toBe(5);
      expect(new Set(copies.map(({ platform }) => platform))).toEqual(new Set(["tiktok"]));
    }
    // And ordinary accounts upload some of them too.
    const uploads = easy.by("organic").filter((row) => byVideo.has(row.media_hashes!));
    expect(uploads.length).toBeGreaterThan(2);
  });

  it.each([
    ["easy", easy],
    ["hard", hard],
  ] as const)("fills 60 to 90 % of the comments on its channels, %s", (_, world) => {
    const found = channelThreads(world);
    expect(found.length).toBe(20);
    for (const thread of found) {
      expect(shareIn(thread)).toBeGreaterThanOrEqual(0.55);
      expect(shareIn(thread)).toBeLessThanOrEqual(0.93);
    }
  });

  it.each([
    ["easy", easy],
    ["hard", hard],
    ["evasive", evasive],
  ] as const)("is 1.3 % of hundreds of comments on one post everybody comments on, %s", (_, world) => {
    const thread = target(world);
    expect(thread.others.length).toBeGreaterThan(300);
    expect(shareIn(thread)).toBeGreaterThan(0.009);
    expect(shareIn(thread)).toBeLessThan(0.018);
    expect(roleOf(world, thread.post)).toBe("regular");
  });

  it("comments in ten words at most, with an emoji more often than not, mocking a nickname", () => {
    const comments = easy.by("high-five", "commenter");
    expect(comments.every(({ kind }) => kind === "reply")).toBe(true);
    // In the script a long line may be missing by luck.
    const random = seeded("comments");
    const lines = Array.from({ length: 5000 }, (_, i) => commentLine(random, i % 2 === 0, 1));
    for (const text of [...comments.map((row) => row.text!), ...lines])
      expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(10);
    const share = (pattern: RegExp) => comments.filter(({ text }) => pattern.test(text!)).length / comments.length;
    expect(Math.abs(share(/\p{Extended_Pictographic}/u) - 0.6)).toBeLessThan(0.15);
    expect(share(/turnip|duchess/i)).toBeGreaterThan(0.3);
    expect(new Set(comments.map(({ language }) => language))).toEqual(new Set(["en", "tl"]));
  });

  it("has commenters as thin as reported: hardly followed, nothing published, all made in one December", () => {
    const crew = easy.accounts.filter((row) => roleOf(easy, row) === "commenter");
    expect(crew.length).toBe(60);
    for (const row of crew) {
      expect(Number(row.followers)).toBeLessThanOrEqual(row.platform === "tiktok" ? 10 : 15);
      if (row.platform === "tiktok") expect(row.following).toBe("0");
      expect(row.posts).toBe("0");
      expect(row.created_at).toMatch(/^2024-12-/);
    }
    expect(crew.filter(({ platform }) => platform === "facebook").length).toBe(18);
  });

  it("comments within minutes on easy and ten times later on hard", () => {
    const median = (world: Seen) => {
      const waits = channelThreads(world)
        .flatMap(({ post, crew }) => crew.map((row) => (timeOf(row) - timeOf(post)) / 60_000))
        .sort((a, b) => a - b);
      return waits[waits.length >> 1]!;
    };
    expect(median(easy)).toBeLessThan(20);
    expect(median(hard)).toBeGreaterThan(60);
  });

  it("repeats its script on easy and hardly a word of it on evasive, where nobody comments on more than three posts", () => {
    const repeated = (world: Seen) => {
      const texts = threads(world).flatMap(({ crew }) => crew.map(({ text }) => text!));
      return texts.filter((text) => texts.indexOf(text) !== texts.lastIndexOf(text)).length / texts.length;
    };
    expect(repeated(easy)).toBeGreaterThan(0.9);
    expect(repeated(hard)).toBeLessThan(0.6);
    expect(repeated(evasive)).toBeLessThan(0.1);
    const touched = new Map<string, Set<string>>();
    for (const { post, crew } of threads(evasive))
      for (const { account_id } of crew)
        touched.set(account_id!, (touched.get(account_id!) ?? new Set()).add(post.post_id!));
    expect(Math.max(...[...touched.values()].map((set) => set.size))).toBeLessThanOrEqual(3);
    expect(new Set(channelThreads(evasive).flatMap(({ post }) => post.hashtags!.split("|")))).not.toContain("BayPlan");
  });

  it("rewords its comments so that hardly two are alike", () => {
    const random = seeded("rewording");
    const lines = Array.from({ length: 250 }, (_, i) => commentLine(random, i % 4 === 0, 0.6));
    expect(nearDuplicates(lines)).toBeLessThan(0.1);
  });

  it("can be turned: a crew by share of the world, and a refusal of what makes no sense", () => {
    const set = (name: string, value: number) =>
      buildWorld("high-five", { ...options(2, "easy", 2000), overrides: new Map([[`high-five.${name}`, value]]) })
        .world;
    const { people } = set("prevalence", 0.01);
    const role = people.roles.indexOf("commenter");
    expect(people.role.filter((number) => number === role).length).toBe(20);
    expect(() => set("channels", 0)).toThrow("high-five needs at least one channel");
  });
});
