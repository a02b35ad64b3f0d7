import { expect, test } from "vitest";
import { options, readWorld, timeOf } from "../rows.ts";

const world = readWorld("organic", options(1, "easy", 3000));
const matches = new Map<string, (typeof world.posts)[number][]>();
for (const post of world.posts) {
  if (post.kind !== "post" || !/^[A-Z]{6}$/.test(post.hashtags!)) continue;
  matches.set(post.hashtags!, [...(matches.get(post.hashtags!) ?? []), post]);
}

test("bursts within a minute of what happens, for regulars and everybody else alike", () => {
  expect(matches.size).toBe(4);
  for (const posts of matches.values()) {
    const role = (post: (typeof posts)[number]) => world.labelOf.get(post.account_id!)!;
    const first = Math.min(...posts.filter((post) => role(post).role === "club").map(timeOf)) - 60_000;
    const minutes = (operation: string) => {
      const own = posts.filter((post) => role(post).operation === operation && role(post).role !== "club");
      const bins = new Map<number, number>();
      for (const post of own) {
        const minute = Math.floor((timeOf(post) - first) / 60_000);
        bins.set(minute, (bins.get(minute) ?? 0) + 1);
      }
      return { count: own.length, top: [...bins].sort((a, b) => b[1] - a[1]).slice(0, 24) };
    };
    const regulars = minutes("benign:sports");
    const others = minutes("organic");
    expect(others.count).toBeGreaterThan(0.15 * regulars.count);
    expect(others.count).toBeGreaterThan(20);
    // Two dozen minutes of about 110 hold nearly everything: the clock is outside.
    expect(regulars.top.reduce((sum, [, n]) => sum + n, 0) / regulars.count).toBeGreaterThan(0.85);
    const loud = new Set(regulars.top.flatMap(([minute]) => [minute - 1, minute, minute + 1]));
    const inStep = others.top.reduce((sum, [minute, n]) => sum + (loud.has(minute) ? n : 0), 0);
    expect(inStep / others.count).toBeGreaterThan(0.6);
  }
});

test("are written in own words: what repeats is short shouts", () => {
  const texts = world
    .by("benign:sports", "regular-viewer")
    .filter(({ kind, hashtags }) => kind === "post" && /^[A-Z]{6}$/.test(hashtags!))
    .map(({ text }) => text!.replace(/ #\w+$/, ""));
  expect(texts.filter((text) => text.startsWith("G")).length).toBeGreaterThan(2);
  const long = texts.filter((text) => text.length > 30);
  expect(long.length).toBeGreaterThan(100);
  expect(new Set(long).size / long.length).toBeGreaterThan(0.9);
});
