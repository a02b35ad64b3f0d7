import { describe, expect, it } from "vitest";
import { DIFFICULTIES, type Difficulty } from "../../../src/simulate/difficulty.ts";
import { truthOf } from "../../../src/simulate/truth.ts";
import { nearDuplicates } from "../rewording.ts";
import { options, readWorld, timeOf } from "../rows.ts";

const NAME = "scopecreep";
const worlds = new Map(DIFFICULTIES.map((difficulty) => [difficulty, readWorld(NAME, options(1, difficulty, 2000))]));
const worldOf = (difficulty: Difficulty) => worlds.get(difficulty)!;
const dropsOf = (world: ReturnType<typeof readWorld>) =>
  world.by(NAME, "dropper").filter(({ urls }) => urls!.includes("reticulo-tools.example"));

describe("scopecreep", () => {
  it.each(DIFFICULTIES)(
    "is to be left alone on %s: one link, and nothing else two accounts share twice",
    (difficulty) => {
      const world = worldOf(difficulty);
      expect(truthOf(NAME, world.settings, world).abstain).toBe(true);
      const drops = dropsOf(world);
      expect(new Set(drops.map(({ urls }) => urls)).size).toBe(1);
      expect(new Set(drops.map(({ account_id }) => account_id)).size).toBe(10);
      const linesOf = new Map<string, Set<string>>();
      for (const { account_id, text } of drops)
        linesOf.set(account_id!, (linesOf.get(account_id!) ?? new Set()).add(text!));
      const sets = [...linesOf.values()];
      const shared = sets.flatMap((a, i) => sets.slice(i + 1).map((b) => [...a].filter((line) => b.has(line)).length));
      expect(Math.max(...shared)).toBeLessThanOrEqual(1);
    },
  );

  it("drops into gaming threads of ordinary players, where players link things too", () => {
    const world = worldOf("easy");
    const byId = new Map(world.posts.map((post) => [post.post_id!, post]));
    for (const drop of dropsOf(world)) {
      expect(drop.kind).toBe("reply");
      const thread = byId.get(drop.target_post_id!)!;
      expect(world.labelOf.get(thread.account_id!)!.operation).toBe("organic");
      expect(thread.kind).toBe("post");
    }
    const ordinary = world.by("organic");
    expect(ordinary.filter(({ urls }) => urls!.includes("reticulo-tools.example")).length).toBeGreaterThanOrEqual(3);
    expect(ordinary.filter(({ urls }) => urls!.includes("modshelf.example")).length).toBeGreaterThan(15);
  });

  it("uses accounts made for it on easy alone", () => {
    const young = (difficulty: Difficulty) => {
      const world = worldOf(difficulty);
      const crew = world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.operation === NAME);
      const days = (created: string) => (world.world.span.startMs - Date.parse(created)) / 86_400_000;
      return crew.filter(({ created_at, followers }) => days(created_at!) <= 20 && Number(followers) <= 3).length;
    };
    expect(young("easy")).toBe(10);
    expect(young("hard")).toBeLessThanOrEqual(1);
  });

  it("comes ten times later on hard, most of it reworded", () => {
    const median = (difficulty: Difficulty) => {
      const world = worldOf(difficulty);
      const timeById = new Map(world.posts.map((post) => [post.post_id!, timeOf(post)]));
      const delays = dropsOf(world).map((drop) => timeOf(drop) - timeById.get(drop.target_post_id!)!);
      return delays.sort((a, b) => a - b)[delays.length >> 1]! / 60_000;
    };
    expect(median("easy")).toBeLessThan(60);
    expect(median("hard")).toBeGreaterThan(120);
    const all = { ...options(2, "hard", 2000), overrides: new Map([[`${NAME}.paraphrase`, 1]]) };
    expect(nearDuplicates(dropsOf(readWorld(NAME, all)).map(({ text }) => text!))).toBeLessThan(0.1);
  });

  it("lets two of the crew share at most three objects on evasive: the link and two threads", () => {
    const objects = new Map<string, Set<string>>();
    for (const { account_id, target_post_id, urls } of dropsOf(worldOf("evasive")))
      objects.set(account_id!, (objects.get(account_id!) ?? new Set()).add(target_post_id!).add(urls!));
    for (const set of objects.values()) expect(set.size).toBeLessThanOrEqual(3);
  });
});
