import { describe, expect, test } from "vitest";
import { type AnswerText, tightnessOf } from "../../../src/clusters/crews/tightness.ts";
import { pick, type Random, seeded } from "../../../src/math/random.ts";

const WORDS =
  "harbour ferry lights morning tickets price people walk late bridge storm nobody asked paper street cold".split(" ");
const SLOGAN = "our princess tells the truth again and they cannot bear it".split(" ");

/** Ten words; of a crew, drawn from a common pool of eleven. */
const comment = (random: Random, pool: readonly string[]): string =>
  Array.from({ length: 10 }, () => pick(random, pool)).join(" ");

function thread(seed: number, posts: number, crew: number, others: number, crewPool: readonly string[]): AnswerText[] {
  const random = seeded(seed, "thread");
  return Array.from({ length: posts }, (_, parent) =>
    Array.from({ length: crew + others }, (_, account) => {
      const isCrew = account < crew;
      return { parent, account, isCrew, text: comment(random, isCrew ? crewPool : WORDS) };
    }),
  ).flat();
}

describe("text tightness", () => {
  test("a crew that rewords one line of ten words stands out from others under the same posts", () => {
    const found = tightnessOf(thread(1, 4, 5, 6, SLOGAN), 199, seeded(1))!;
    expect(found).toMatchObject({ posts: 4, answers: 44, p: 1 / 200 });
    expect(found.crew).toBeGreaterThan(found.others + 0.1);
  });

  test("a crew that writes like everybody else does not: p is uniform", () => {
    const ps = Array.from({ length: 100 }, (_, seed) => tightnessOf(thread(seed, 3, 4, 4, WORDS), 99, seeded(seed))!.p);
    const within = (level: number) => ps.filter((p) => p <= level).length / ps.length;
    expect(within(0.05)).toBeLessThanOrEqual(0.1);
    expect(Math.abs(within(0.5) - 0.5)).toBeLessThan(0.15);
  });

  test("what all write under one post is its subject, not the crew's", () => {
    const texts = thread(3, 1, 5, 5, SLOGAN).map((one) => ({ ...one, text: "happy birthday dear ferry" }));
    const found = tightnessOf(texts, 99, seeded(3))!;
    expect(found).toMatchObject({ crew: 1, others: 1, p: 1 });
  });

  test("needs two answers on either side of the same post; one account counts once a post", () => {
    expect(tightnessOf(thread(4, 3, 5, 1, SLOGAN), 99, seeded(4))).toBeNull();
    expect(tightnessOf([], 99, seeded(4))).toBeNull();
    const doubled = thread(5, 1, 2, 2, SLOGAN).flatMap((one) => [one, { ...one, text: "again" }]);
    expect(tightnessOf(doubled, 9, seeded(5))!.answers).toBe(4);
  });
});
