import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPERATIONS } from "../../src/simulate/catalogue.ts";
import { DIFFICULTIES } from "../../src/simulate/difficulty.ts";
import { areaUnderCurve } from "../../src/simulate/leaks.ts";
import { options, readWorld, timeOf } from "./rows.ts";

const anyWorld = fc.record({
  scenario: fc.constantFrom("organic", ...OPERATIONS.map(({ name }) => name)),
  difficulty: fc.constantFrom(...DIFFICULTIES),
  seed: fc.integer({ min: 0, max: 1e6 }),
  accounts: fc.integer({ min: 2000, max: 2600 }),
});

/** Each draws worlds anew by a seed of its own; a failure prints it. */
const RUNS = { numRuns: 6, seed: 20250605 };

describe("every world", () => {
  it("labels every account, keeps to its time, and answers only what is there", () => {
    fc.assert(
      fc.property(anyWorld, ({ scenario, difficulty, seed, accounts }) => {
        const world = readWorld(scenario, options(seed, difficulty, accounts));
        expect(world.accounts.length).toBe(accounts);
        expect(world.labels.map((row) => row.account_id)).toEqual(world.accounts.map((row) => row.account_id));
        expect(world.labels.every(({ operation, role }) => operation !== "" && role !== "")).toBe(true);
        const { startMs, endMs } = world.world.span;
        const timeById = new Map(world.posts.map((post) => [post.post_id!, timeOf(post)]));
        expect(timeById.size).toBe(world.posts.length);
        for (const post of world.posts) {
          expect(world.labelOf.has(post.account_id!)).toBe(true);
          const time = timeOf(post);
          expect(time >= startMs && time < endMs).toBe(true);
          if (post.target_post_id !== "") expect(time).toBeGreaterThan(timeById.get(post.target_post_id!) ?? time);
        }
      }),
      RUNS,
    );
  });

  it("has ids, and an order of rows, that say nothing about the side", () => {
    fc.assert(
      fc.property(anyWorld, ({ scenario, difficulty, seed, accounts }) => {
        fc.pre(scenario !== "organic");
        const world = readWorld(scenario, options(seed, difficulty, accounts));
        const covert = world.labels.map((row) => row.operation === scenario);
        const count = covert.filter(Boolean).length;
        const auc = areaUnderCurve([...covert.keys()], covert);
        // Five standard deviations of what a random order would give.
        expect(Math.abs(auc - 0.5)).toBeLessThan(5 / Math.sqrt(12 * count));
      }),
      RUNS,
    );
  });

  it("fills the same columns on both sides, kind by kind", () => {
    fc.assert(
      fc.property(anyWorld, ({ scenario, difficulty, seed, accounts }) => {
        fc.pre(scenario !== "organic");
        const world = readWorld(scenario, options(seed, difficulty, accounts));
        const isCovert = (id: string) => world.labelOf.get(id)!.operation === scenario;
        for (const kind of ["post", "reply", "repost", "quote"]) {
          const covert = world.posts.filter((post) => post.kind === kind && isCovert(post.account_id!));
          const others = world.posts.filter((post) => post.kind === kind && !isCovert(post.account_id!));
          if (covert.length < 20 || others.length < 20) continue;
          for (const column of Object.keys(others[0]!)) {
            const everIn = (rows: typeof covert) => rows.some((row) => row[column] !== "");
            const alwaysIn = (rows: typeof covert) => rows.every((row) => row[column] !== "");
            // Filled for members and never for others, or the other way round, would be a mark of the side.
            if (everIn(covert)) expect(everIn(others), `${kind} ${column}`).toBe(true);
            if (alwaysIn(others)) expect(alwaysIn(covert), `${kind} ${column}`).toBe(true);
          }
        }
      }),
      RUNS,
    );
  });
});
