import { expect, test } from "vitest";
import { buildWorld } from "../../../src/simulate/build.ts";
import { BACKGROUND } from "../../../src/simulate/catalogue.ts";
import { options, readWorld, timeOf } from "../rows.ts";

const LABELS = BACKGROUND.map(({ label }) => label).filter((label) => label !== "organic");

test.each([400, 1500, 6000])(
  "every benign kind is in every world and leaves room for the rest: %i accounts",
  (accounts) => {
    const { people } = buildWorld("organic", options(3, "easy", accounts)).world;
    const benign = [...people.label].filter((label) => people.labels[label]!.startsWith("benign:"));
    expect(new Set(benign.map((label) => people.labels[label]))).toEqual(new Set(LABELS));
    expect(benign.length / accounts).toBeLessThan(accounts < 1500 ? 0.35 : 0.13);
  },
);

test("benign kinds are on the platform where most people are, or on all; nobody answers across", () => {
  const { people, posts } = buildWorld("organic", options(4, "easy", 1500)).world;
  for (let i = 0; i < posts.count; i++) {
    const target = posts.target[i]!;
    if (target >= 0) expect(people.platform[posts.account[i]!]).toBe(people.platform[posts.account[target]!]);
  }
});

test("fan parties draw newcomers and a long tail of others who post once", () => {
  const world = readWorld("organic", options(9, "easy", 3000));
  const fans = world.accounts.filter(({ account_id }) => world.labelOf.get(account_id!)!.role === "fan");
  const start = world.world.span.startMs;
  const young = fans.filter(({ created_at }) => start - Date.parse(created_at!) < 60 * 86_400_000);
  expect(young.length / fans.length).toBeGreaterThan(0.05);
  expect(young.length / fans.length).toBeLessThan(0.35);
  const party = world.posts.filter(({ hashtags }) => /Party1$/.test(hashtags!));
  const casual = party.filter(({ account_id }) => world.labelOf.get(account_id!)!.operation === "organic");
  const own = casual.filter(({ kind }) => kind === "post");
  expect(own.length).toBeGreaterThan(10);
  expect(new Set(own.map(({ account_id }) => account_id)).size).toBe(own.length);
  // The organiser calls first.
  expect(Math.min(...own.map(timeOf))).toBeGreaterThan(Math.min(...party.map(timeOf)));
});
