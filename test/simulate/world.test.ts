import { describe, expect, it } from "vitest";
import { buildWorld } from "../../src/simulate/build.ts";
import { postLines } from "../../src/simulate/rows.ts";
import { statisticsOf } from "../../src/simulate/statistics.ts";
import { truthOf } from "../../src/simulate/truth.ts";
import { options, readWorld, timeOf } from "./rows.ts";

const easy = readWorld("sneer-review", options(1));

describe("a world", () => {
  it("is the same for the same seed and another for another", () => {
    const text = (seed: number) =>
      [...postLines(buildWorld("sneer-review", options(seed, "easy", 400)).world)].join("");
    expect(text(4)).toBe(text(4));
    expect(text(4)).not.toBe(text(5));
  });

  it("labels every account once, and no other", () => {
    const ids = easy.accounts.map((row) => row.account_id);
    expect(ids.length).toBe(1500);
    expect(new Set(ids).size).toBe(1500);
    expect(easy.labels.map((row) => row.account_id)).toEqual(ids);
    expect(new Set(easy.accounts.map((row) => row.handle)).size).toBe(1500);
    for (const post of easy.posts) expect(easy.labelOf.has(post.account_id!)).toBe(true);
  });

  it("says in its truth what is in the files", () => {
    const truth = truthOf("sneer-review", easy.settings, easy);
    expect(truth.posts).toBe(easy.posts.length);
    for (const { operation, role, accounts, posts } of truth.groups) {
      expect(easy.labels.filter((row) => row.operation === operation && row.role === role).length).toBe(accounts);
      expect(easy.by(operation, role).length).toBe(posts);
    }
    expect(truth.groups.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining([
        "organic",
        "sneer-review",
        "benign:fan-campaign",
        "benign:syndication",
        "benign:breaking-news",
      ]),
    );
    for (const table of Object.values(truth.parameters)) {
      for (const { basis, source } of Object.values(table)) {
        expect(["published", "assumed"]).toContain(basis);
        expect(source.length).toBeGreaterThan(10);
      }
    }
  });

  it("keeps to its time, in order, each answer after what it answers", () => {
    const timeById = new Map(easy.posts.map((post) => [post.post_id!, timeOf(post)]));
    expect(timeById.size).toBe(easy.posts.length);
    const { startMs, endMs } = easy.world.span;
    let before = startMs;
    for (const post of easy.posts) {
      const time = timeOf(post);
      expect(time >= before && time < endMs).toBe(true);
      before = time;
      expect(post.kind === "post").toBe(post.target_post_id === "");
      if (post.target_post_id !== "") expect(time).toBeGreaterThan(timeById.get(post.target_post_id!)!);
    }
  });

  it("lets nobody repost a post twice, or an own post", () => {
    const authors = new Map(easy.posts.map((post) => [post.post_id!, post.account_id!]));
    const reposts = easy.posts.filter((post) => post.kind === "repost");
    for (const post of reposts) expect(authors.get(post.target_post_id!)).not.toBe(post.account_id);
    const twice = reposts.length - new Set(reposts.map((post) => `${post.account_id} ${post.target_post_id}`)).size;
    expect(twice).toBe(0);
  });

  it("passes texts on unchanged in reposts and counts them at the source", () => {
    const byId = new Map(easy.posts.map((post) => [post.post_id!, post]));
    const counted = new Map<string, number>();
    for (const post of easy.posts.filter(({ kind }) => kind === "repost")) {
      counted.set(post.target_post_id!, (counted.get(post.target_post_id!) ?? 0) + 1);
      expect([post.text, post.urls, post.hashtags]).toEqual(
        ["text", "urls", "hashtags"].map((column) => byId.get(post.target_post_id!)![column]),
      );
    }
    for (const post of easy.posts)
      if (post.kind !== "repost") expect(Number(post.reposts)).toBe(counted.get(post.post_id!) ?? 0);
  });

  it("lives plausibly", () => {
    const figures = statisticsOf(easy.world);
    expect(figures.activityGini).toBeGreaterThan(0.45);
    expect(figures.activityGini).toBeLessThan(0.8);
    expect(figures.repostShare).toBeGreaterThan(0.25);
    expect(figures.repostShare).toBeLessThan(0.5);
    expect(figures.replyShare).toBeGreaterThan(0.1);
    expect(figures.medianReplyDelayMin).toBeGreaterThan(10);
    expect(figures.medianReplyDelayMin).toBeLessThan(180);
    expect(figures.medianRepostDelayMin).toBeGreaterThan(figures.medianReplyDelayMin);
    expect(figures.largestCascade).toBeGreaterThan(140);
    expect(figures.largestCascadeHour / figures.largestCascade).toBeGreaterThan(0.35);
    expect(figures.activeAccounts / figures.accounts).toBeGreaterThan(0.85);
  });

  it("repeats stock phrases word for word, and hardly any long text by chance", () => {
    const own = easy.by("organic").filter((post) => post.kind !== "repost");
    const counts = new Map<string, number>();
    for (const { text } of own) counts.set(text!, (counts.get(text!) ?? 0) + 1);
    expect(Math.max(counts.get("Good morning") ?? 0, counts.get("Happy birthday!") ?? 0)).toBeGreaterThanOrEqual(5);
    const long = own.filter(({ text }) => text!.length >= 45);
    expect(long.length).toBeGreaterThan(3000);
    expect(long.filter(({ text }) => counts.get(text!)! > 1).length / long.length).toBeLessThan(0.01);
  });

  it("has links that many share and many that few do", () => {
    const uses = new Map<string, Set<string>>();
    for (const post of easy.by("organic")) {
      if (post.urls !== "" && post.kind === "post")
        uses.set(post.urls!, (uses.get(post.urls!) ?? new Set()).add(post.account_id!));
    }
    const sizes = [...uses.values()].map((set) => set.size);
    expect(Math.max(...sizes)).toBeGreaterThan(5);
    expect(sizes.filter((size) => size === 1).length / sizes.length).toBeGreaterThan(0.6);
  });

  it("changes by named parameters, and refuses others", () => {
    const change = (path: string, value: number) =>
      readWorld("sneer-review", { ...options(2, "easy", 600), overrides: new Map([[path, value]]) });
    const world = change("sneer-review.size", 44);
    expect(world.labels.filter((row) => row.role === "replier").length).toBe(44);
    expect(world.parameters["sneer-review"]!.size).toMatchObject({
      value: 44,
      basis: "assumed",
      source: "set by the caller",
    });
    expect(() => change("sneer-review.replyers", 44)).toThrow("no number called replyers");
    expect(() => change("nobody.x", 1)).toThrow("no parameter of this world");
    expect(() => buildWorld("nonsense", options(1))).toThrow("There is no scenario nonsense");
    expect(() => buildWorld("organic", options(1, "easy", 30))).toThrow("--accounts");
  });

  it("has no operation when none is asked for", () => {
    const world = buildWorld("organic", options(1, "easy", 600));
    expect(world.world.people.labels.filter((label) => !label.startsWith("benign:"))).toEqual(["organic"]);
    expect(truthOf("organic", options(1, "easy", 600), world).leaks).toBeNull();
  });
});
