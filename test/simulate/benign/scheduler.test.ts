import { expect, test } from "vitest";
import { options, readWorld, timeOf } from "../rows.ts";

const world = readWorld("organic", options(6, "easy", 3000));
const queued = world.posts.filter(({ client, kind }) => client === "postqueue" && kind !== "repost");

test("what the tool sends comes at the full and half hour, and only what it sends", () => {
  expect(queued.length).toBeGreaterThan(100);
  const seconds = queued.map((post) => (timeOf(post) / 1000) % 1800);
  expect(Math.max(...seconds)).toBeLessThanOrEqual(2);
  const full = queued.filter((post) => (timeOf(post) / 1000) % 3600 <= 2).length / queued.length;
  expect(full).toBeGreaterThan(0.55);
  expect(full).toBeLessThan(0.85);
  const byHand = world.by("benign:scheduler").filter(({ client }) => client !== "postqueue");
  expect(byHand.length).toBeGreaterThan(50);
  expect(byHand.filter((post) => (timeOf(post) / 1000) % 1800 <= 2).length / byHand.length).toBeLessThan(0.05);
});

test("everybody with the tool is labelled, writes what is their own, and shares seconds with others", () => {
  const users = new Set(queued.map(({ account_id }) => account_id!));
  expect([...users].every((id) => world.labelOf.get(id)!.operation === "benign:scheduler")).toBe(true);
  expect(users.size).toBeGreaterThan(25);
  const long = queued.map(({ text }) => text!).filter((text) => text.length > 40);
  expect(new Set(long).size / long.length).toBeGreaterThan(0.98);
  const slots = new Map<number, Set<string>>();
  for (const post of queued) {
    const slot = Math.floor(timeOf(post) / 1_800_000);
    slots.set(slot, (slots.get(slot) ?? new Set()).add(post.account_id!));
  }
  expect([...slots.values()].filter((accounts) => accounts.size > 1).length).toBeGreaterThan(10);
});
