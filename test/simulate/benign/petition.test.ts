import { expect, test } from "vitest";
import { options, readWorld, timeOf } from "../rows.ts";

const world = readWorld("organic", options(2, "easy", 3000));
const shares = world
  .by("benign:petition", "sharer")
  .filter(({ kind, urls }) => kind === "post" && urls!.includes("openletter.example/p/"));
const [call] = world
  .by("benign:petition", "organiser")
  .filter(({ urls }) => urls!.startsWith("https://openletter.example/p/") && urls!.endsWith("/toolkit"));

test("shares are the button's text word for word, with one link, and the toolkit was announced before", () => {
  const counts = new Map<string, number>();
  for (const { text } of shares) counts.set(text!, (counts.get(text!) ?? 0) + 1);
  expect(Math.max(...counts.values()) / shares.length).toBeGreaterThan(0.4);
  expect(new Set(shares.map(({ urls }) => urls)).size).toBe(1);
  expect(call!.text).toMatch(/toolkit.*share button/);
  expect(Math.min(...shares.map(timeOf))).toBeGreaterThan(timeOf(call!));
  const times = shares.map(timeOf).sort((a, b) => a - b);
  expect(times.filter((time) => time - times[0]! < 3_600_000).length / times.length).toBeGreaterThan(0.3);
});

test("sharers are old, share once or twice, and come from all communities", () => {
  const perAccount = new Map<string, number>();
  for (const { account_id } of shares) perAccount.set(account_id!, (perAccount.get(account_id!) ?? 0) + 1);
  const counts = [...perAccount.values()];
  expect(counts.length).toBe(54);
  expect(Math.max(...counts)).toBeLessThanOrEqual(2);
  expect(counts.filter((count) => count === 1).length / counts.length).toBeGreaterThan(0.8);
  const { people, span } = world.world;
  const role = people.roles.indexOf("sharer");
  const sharers = [...people.role.keys()].filter((i) => people.role[i] === role);
  for (const i of sharers) expect(span.startMs - people.createdMs[i]!).toBeGreaterThan(730 * 86_400_000);
  expect(new Set(sharers.map((i) => people.community[i])).size).toBeGreaterThan(12);
  const own = world.posts.filter(({ urls, account_id }) => urls === shares[0]!.urls && !perAccount.has(account_id!));
  expect(own.filter(({ kind }) => kind === "post").length).toBeGreaterThan(8);
});
