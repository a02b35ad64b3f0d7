import { expect, test } from "vitest";
import { options, readWorld, timeOf } from "../rows.ts";

const world = readWorld("organic", options(3, "easy", 3000));
const feeds = world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.operation === "benign:feeds");
const postsOf = (id: string) => world.posts.filter(({ account_id }) => account_id === id);

test("say that they are bots, and only publish: none answers, reposts or names another", () => {
  expect(feeds.length).toBe(15);
  expect(feeds.filter(({ bio }) => /bot|automated/i.test(bio!)).length / feeds.length).toBeGreaterThan(0.8);
  for (const post of world.by("benign:feeds")) expect([post.kind, post.mentions]).toEqual(["post", ""]);
  // One account a feed; several feeds of one city.
  expect(new Set(feeds.map(({ name }) => name)).size).toBe(feeds.length);
  expect(new Set(feeds.map(({ location }) => location)).size).toBe(3);
});

test("clock feeds keep their interval: coefficient of variation below 0.1 but for outages", () => {
  const clocks = feeds.filter(({ name }) => /Weather|Transport|Air$/.test(name!));
  expect(clocks.length).toBe(9);
  for (const { account_id } of clocks) {
    const times = postsOf(account_id!).map(timeOf);
    const gaps = times.slice(1).map((time, i) => time - times[i]!);
    const least = Math.min(...gaps);
    const kept = gaps.filter((gap) => gap < 1.5 * least);
    expect(kept.length / gaps.length).toBeGreaterThan(0.9);
    const mean = kept.reduce((a, b) => a + b, 0) / kept.length;
    const deviation = Math.sqrt(kept.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / kept.length);
    expect(deviation / mean).toBeLessThan(0.1);
  }
});

test("feeds of one source report the same thing within a minute, in the same words", () => {
  const quakes = feeds.filter(({ name }) => name!.endsWith("quakes")).map(({ account_id }) => postsOf(account_id!));
  expect(quakes.length).toBe(3);
  const [first, second] = quakes as [typeof world.posts, typeof world.posts];
  expect(first.length).toBeGreaterThan(8);
  expect(second.map(({ text }) => text)).toEqual(first.map(({ text }) => text));
  first.forEach((post, i) => {
    expect(Math.abs(timeOf(post) - timeOf(second[i]!))).toBeLessThan(70_000);
  });
});
