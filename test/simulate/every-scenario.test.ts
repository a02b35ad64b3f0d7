import { describe, expect, it } from "vitest";
import { buildWorld } from "../../src/simulate/build.ts";
import { OPERATIONS } from "../../src/simulate/catalogue.ts";
import { DIFFICULTIES } from "../../src/simulate/difficulty.ts";
import { idOrder } from "../../src/simulate/rows.ts";
import { truthOf } from "../../src/simulate/truth.ts";
import { options, readWorld, timeOf } from "./rows.ts";

const NAMES = OPERATIONS.map(({ name }) => name);

describe.each(NAMES)("%s", (name) => {
  it.each([1, 2, 3])("tells nothing by trivial figures on hard, seed %i", (seed) => {
    const settings = options(seed, "hard", 3000);
    const { leaks } = truthOf(name, settings, buildWorld(name, settings));
    for (const [figure, auc] of Object.entries(leaks!)) expect(auc, figure).toBeLessThan(0.65);
  });

  it.each(DIFFICULTIES)("is whole on %s: labelled, in time, and seen at all", (difficulty) => {
    const world = readWorld(name, options(4, difficulty, 2500));
    expect(world.labels.length).toBe(2500);
    const ids = new Set(world.posts.map((post) => post.post_id));
    expect(ids.size).toBe(world.posts.length);
    const { startMs, endMs } = world.world.span;
    for (const post of world.posts) {
      expect(world.labelOf.has(post.account_id!)).toBe(true);
      expect(timeOf(post) >= startMs && timeOf(post) < endMs).toBe(true);
      if (post.target_post_id !== "") expect(ids.has(post.target_post_id!)).toBe(true);
    }
    const members = world.labels.filter((row) => row.operation === name);
    expect(members.length).toBeGreaterThan(2);
    const posting = new Set(world.by(name).map((post) => post.account_id));
    expect(posting.size / members.length).toBeGreaterThan(0.8);
    expect(members.every(({ role }) => role !== "" && role !== "regular")).toBe(true);
  });

  it("keeps people on their platform: nobody answers or reposts across", () => {
    const world = readWorld(name, options(5, "easy", 2500));
    const platformOf = new Map(world.posts.map((post) => [post.post_id!, post.platform!]));
    for (const post of world.posts) {
      if (post.target_post_id !== "") expect(platformOf.get(post.target_post_id!)).toBe(post.platform);
    }
  });

  it("leaves no column filled for one side alone on hard", () => {
    const world = readWorld(name, options(6, "hard", 2500));
    const isCovert = (id: string) => world.labelOf.get(id)!.operation === name;
    const filled = (rows: readonly Readonly<Record<string, string>>[], head: string) =>
      rows.filter((row) => row[head] !== "").length / Math.max(1, rows.length);
    const covert = world.accounts.filter((row) => isCovert(row.account_id!));
    const organic = world.accounts.filter((row) => world.labelOf.get(row.account_id!)!.operation === "organic");
    // A figure that every ordinary account has and no member, or the other way round, would give the crew away.
    for (const head of Object.keys(organic[0]!)) {
      const [here, there] = [filled(covert, head), filled(organic, head)];
      expect(Math.min(here, 1 - there), `${head} in the operation alone`).toBeLessThan(0.65);
      expect(Math.min(there, 1 - here), `${head} in ordinary accounts alone`).toBeLessThan(0.65);
    }
    for (const column of ["client", "views", "language", "platform"]) {
      const values = (isMember: boolean) =>
        new Set(world.posts.filter((post) => isCovert(post.account_id!) === isMember).map((post) => post[column]!));
      const ordinary = values(false);
      if (column !== "views")
        for (const value of values(true)) expect(ordinary.has(value), `${column} ${value}`).toBe(true);
    }
  });

  it("is scattered over the order of ids", () => {
    const { world } = buildWorld(name, options(7, "easy", 2500));
    const label = world.people.labels.indexOf(name);
    const positions = [...idOrder(world).entries()]
      .filter(([, account]) => world.people.label[account] === label)
      .map(([position]) => position / world.people.count);
    const mean = positions.reduce((a, b) => a + b, 0) / positions.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(2.6 / Math.sqrt(12 * positions.length));
  });
});

describe("several operations", () => {
  it("share a world, each with its own label", () => {
    const names = NAMES.slice(0, 3);
    const { world } = buildWorld(names.join(","), options(1, "easy", 6000));
    for (const name of names) expect(world.people.labels).toContain(name);
  });
});
