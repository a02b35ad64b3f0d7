import { expect, test } from "vitest";
import { options, readWorld, timeOf } from "../rows.ts";

const world = readWorld("organic", options(7, "easy", 3000));
const trainees = world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.role === "trainee");
const posts = world.by("benign:training-day", "trainee");
const welcome = world
  .by("benign:training-day", "trainer")
  .find(({ hashtags }) => /(Training|SkillsDay|Workshop)$/.test(hashtags!))!;

test("opens its accounts in one burst on the day itself, and nobody posts before existing", () => {
  const created = trainees.map((row) => Date.parse(row.created_at!)).sort((a, b) => a - b);
  expect(created.length).toBe(12);
  expect(created.at(-1)! - created[0]!).toBeLessThanOrEqual(25 * 60_000);
  expect(Math.abs(created[0]! - timeOf(welcome))).toBeLessThan(30 * 60_000);
  const createdOf = new Map(trainees.map((row) => [row.account_id!, Date.parse(row.created_at!)]));
  for (const post of posts) expect(timeOf(post)).toBeGreaterThan(createdOf.get(post.account_id!)!);
  for (const row of trainees)
    expect(Number(row.posts)).toBe(posts.filter(({ account_id }) => account_id === row.account_id).length);
});

test("is one hashtag for one afternoon, a few posts each, and then gone", () => {
  const own = posts.filter(({ kind }) => kind === "post");
  expect(own.every(({ hashtags }) => hashtags === welcome.hashtags)).toBe(true);
  expect(posts.length / trainees.length).toBeGreaterThan(3);
  expect(posts.length / trainees.length).toBeLessThan(10);
  const hours = posts.map((post) => (timeOf(post) - timeOf(welcome)) / 3_600_000);
  expect(hours.filter((hour) => hour < 5).length / hours.length).toBeGreaterThan(0.93);
  expect(Math.max(...hours)).toBeLessThan(48);
  expect(new Set(own.map(({ text }) => text)).size / own.length).toBeGreaterThan(0.9);
});
