import { describe, expect, it } from "vitest";
import { DIFFICULTIES, type Difficulty } from "../../../src/simulate/difficulty.ts";
import { mirrored, PLACES } from "../../../src/simulate/operations/employment-personas.ts";
import { truthOf } from "../../../src/simulate/truth.ts";
import { nearDuplicates } from "../rewording.ts";
import { options, type Row, readWorld, timeOf } from "../rows.ts";

const NAME = "deceptive-employment";
type Labelled = ReturnType<typeof readWorld>;
const worlds = new Map(DIFFICULTIES.map((difficulty) => [difficulty, readWorld(NAME, options(1, difficulty, 2000))]));
const worldOf = (difficulty: Difficulty) => worlds.get(difficulty)!;
const crewOf = (world: Labelled) =>
  world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.operation === NAME);
const contactOf = ({ bio }: Row) => bio!.match(/(\w+)@mailroom\.example/)?.[1] ?? "";
const counts = (values: readonly string[]) => {
  const found = new Map<string, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  return [...found.values()].sort((a, b) => b - a);
};

describe("deceptive-employment", () => {
  it.each(DIFFICULTIES)("is to be left alone on %s: in posts no two personas share two things", (difficulty) => {
    const world = worldOf(difficulty);
    expect(truthOf(NAME, world.settings, world).abstain).toBe(true);
    const objects = new Map<string, Set<string>>();
    const pages = new Set<string>();
    for (const post of world.by(NAME, "persona")) {
      const own = objects.get(post.account_id!) ?? new Set<string>();
      objects.set(post.account_id!, own);
      // A line that everybody writes word for word is no object of theirs.
      if (post.text!.split(" ").length > 4) own.add(post.text!);
      if (post.kind === "reply") own.add(post.target_post_id!);
      if (post.urls!.startsWith("https://codeforge.example/")) pages.add(post.urls!);
    }
    const sets = [...objects.values()];
    const shared = sets.flatMap((a, i) => sets.slice(i + 1).map((b) => [...a].filter((x) => b.has(x)).length));
    expect(Math.max(...shared)).toBeLessThanOrEqual(1);
    expect(pages.size).toBe({ easy: 1, hard: 4, evasive: 8 }[difficulty]);
  });

  it("gives one contact and few claims in eight bios on easy, and fewer in common after", () => {
    const easy = crewOf(worldOf("easy"));
    expect(counts(easy.map(contactOf))).toEqual([8]);
    const claims = easy.map(({ bio }) => bio!.split(". ").slice(0, 2));
    expect(new Set(claims.flat()).size).toBe(5);
    for (const [first, second] of claims) expect(first).not.toBe(second);
    expect(counts(crewOf(worldOf("hard")).map(contactOf))).toEqual([2, 2, 2, 2]);
    expect(counts(crewOf(worldOf("evasive")).map(contactOf))).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it("makes pictures from three photographs and their mirror images on easy, own ones on evasive", () => {
    expect(mirrored("8000000000000001")).toBe("feffffffffffff7f");
    expect(mirrored(mirrored("1f3c5a7799bbddee"))).toBe("1f3c5a7799bbddee");
    const pictures = (difficulty: Difficulty) => crewOf(worldOf(difficulty)).map(({ avatar_hash }) => avatar_hash!);
    const photos = new Set(pictures("easy").map((hash) => [hash, mirrored(hash)].sort()[0]!));
    expect(photos.size).toBe(3);
    expect(new Set(pictures("easy")).size).toBe(6);
    expect(new Set(pictures("evasive")).size).toBe(8);
  });

  it("is awake while it is night at the place claimed, but for evasive", () => {
    const atNight = (difficulty: Difficulty) => {
      // Forty personas of one world have few clocks between them, hence three worlds.
      const hours = [1, 2, 3].flatMap((seed) => {
        const overrides = new Map([[`${NAME}.size`, 40]]);
        const world = readWorld(NAME, { ...options(seed, difficulty, 2000), overrides });
        const zoneOf = new Map(PLACES);
        const placeOf = new Map(crewOf(world).map(({ account_id, location }) => [account_id!, zoneOf.get(location!)!]));
        return world.by(NAME).map((post) => (timeOf(post) / 3_600_000 + placeOf.get(post.account_id!)! + 24) % 24);
      });
      return hours.filter((hour) => hour < 7).length / hours.length;
    };
    expect(atNight("easy")).toBeGreaterThan(0.22);
    expect(atNight("hard")).toBeGreaterThan(0.22);
    expect(atNight("evasive")).toBeLessThan(0.18);
  });

  it("lives among honest seekers with contacts of their own, and strangers with stock pictures", () => {
    const world = worldOf("hard");
    const others = world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.operation === "organic");
    const seekers = others.map(contactOf).filter((contact) => contact !== "");
    expect(seekers.length).toBeGreaterThanOrEqual(20);
    expect(counts(seekers)[0]).toBe(1);
    expect(counts(others.map(({ avatar_hash }) => avatar_hash!))[0]).toBe(4);
  });

  it("rewords: hardly a text is close to another", () => {
    const settings = {
      ...options(3, "hard", 2000),
      overrides: new Map([
        [`${NAME}.paraphrase`, 1],
        [`${NAME}.size`, 40],
      ]),
    };
    const world = readWorld(NAME, settings);
    const texts = world.by(NAME).filter(({ kind, text }) => kind !== "repost" && text!.length > 40);
    expect(texts.length).toBeGreaterThan(100);
    expect(nearDuplicates(texts.map(({ text }) => text!))).toBeLessThan(0.1);
  });
});
