import { describe, expect, it } from "vitest";
import { rhythm } from "../../../src/coaction/nulls/rhythm.ts";

const hours = (accounts: readonly (readonly [hour: number, posts: number][])[]): Uint32Array => {
  const counts = new Uint32Array(accounts.length * 24);
  accounts.forEach((posts, u) => {
    for (const [hour, n] of posts) counts[u * 24 + hour] = n;
  });
  return counts;
};
const ALL_DAY = Array.from({ length: 24 }, (_, hour): [number, number] => [hour, 100]);

describe("how much oftener two accounts are awake together than any two", () => {
  it("is about five where both post in one hour and everybody else around the clock, and never below 1", () => {
    const { factor } = rhythm(
      hours([[[3, 1000]], [[3, 1000]], [[15, 1000]], ...Array.from({ length: 40 }, () => ALL_DAY)]),
    );
    expect(factor(0, 1)).toBeGreaterThan(4.5);
    // Both at the same hour is the most there is: 24 times the sum of the squared weights of the spread.
    expect(factor(0, 1)).toBeLessThan(24 * (19 / 81));
    expect(factor(0, 2)).toBe(1);
    expect(factor(0, 4)).toBeCloseTo(1, 1);
    expect(factor(1, 0)).toBe(factor(0, 1));
  });

  it("goes around midnight", () => {
    const others = Array.from({ length: 40 }, () => ALL_DAY);
    const { factor } = rhythm(hours([[[23, 500]], [[0, 500]], [[12, 500]], [[13, 500]], ...others]));
    expect(factor(0, 1)).toBeGreaterThan(3);
    expect(factor(0, 1)).toBeCloseTo(factor(2, 3), 2);
  });

  it("is nothing for accounts of two posts, and as much as it should for two halves of a world that never wake together", () => {
    const half = (first: number) => Array.from({ length: 12 }, (_, k): [number, number] => [first + k, 50]);
    const few = rhythm(hours([[[3, 2]], [[3, 2]], ...Array.from({ length: 40 }, () => ALL_DAY)]));
    expect(few.factor(0, 1)).toBeLessThan(1.15);
    const { factor } = rhythm(
      hours([...Array.from({ length: 20 }, () => half(0)), ...Array.from({ length: 20 }, () => half(12))]),
    );
    expect(factor(0, 1)).toBeGreaterThan(1.7);
    expect(factor(0, 1)).toBeLessThan(2);
    expect(factor(0, 39)).toBe(1);
  });

  it("is 1 where nobody posted, and refuses counts that are no days", () => {
    expect(rhythm(new Uint32Array(48)).factor(0, 1)).toBe(1);
    expect(() => rhythm(new Uint32Array(25))).toThrow("25");
  });
});
