import { describe, expect, it } from "vitest";
import { cauchyCombination, fisherCombination } from "../../src/math/combine.ts";
import { seeded } from "../../src/math/random.ts";

const even = [1, 1, 1];

describe("the Cauchy combination", () => {
  it("of one is itself, of equal ones the same, and of one small among large ones that times their number", () => {
    expect(cauchyCombination([0.2], [5], 1)).toBe(0.2);
    expect(cauchyCombination([0.01, 0.01, 0.01], even, 3)).toBeCloseTo(0.01, 12);
    expect(cauchyCombination([1e-12, 0.5, 0.5], even, 3)).toBeCloseTo(3e-12, 20);
    // Weights are shares: the heavier one pays less.
    expect(cauchyCombination([1e-12, 0.5], [3, 1], 2) / 1e-12).toBeCloseTo(4 / 3, 6);
  });

  it("is not lost to one that says nothing, and keeps order far below what tangents can tell apart", () => {
    expect(cauchyCombination([1e-6, 1], [1, 1], 2)).toBeCloseTo(2e-6, 9);
    let last = 0;
    for (let exponent = -300; exponent <= -2; exponent++) {
      const p = cauchyCombination([10 ** exponent, 1, 1], even, 3);
      expect(p).toBeGreaterThan(last);
      expect(p / 10 ** exponent).toBeGreaterThan(2.9);
      expect(p / 10 ** exponent).toBeLessThan(3.2);
      last = p;
    }
    expect(cauchyCombination([0, 1], [1, 1], 2)).toBe(0);
    expect(() => cauchyCombination([], [], 0)).toThrow("no p-value");
  });
});

describe("Fisher's combination", () => {
  it("adds evidence up, and survives a p of zero", () => {
    expect(fisherCombination([0.03], 1)).toBeCloseTo(0.03, 12);
    // Two: p (1 - ln p) of the product.
    expect(fisherCombination([0.1, 0.01], 2)).toBeCloseTo(0.001 * (1 - Math.log(0.001)), 12);
    expect(fisherCombination([1e-4, 1e-4, 1e-4], 3)).toBeLessThan(1e-9);
    expect(fisherCombination([0, 1], 2)).toBeLessThan(1e-290);
    expect(fisherCombination([1, 1, 1], 3)).toBe(1);
  });

  it("is uniform for independent uniform ones", () => {
    const random = seeded("fisher");
    const rounds = 20_000;
    let below = 0;
    for (let k = 0; k < rounds; k++) if (fisherCombination([random(), random(), random()], 3) <= 0.1) below++;
    expect(below / rounds).toBeGreaterThan(0.09);
    expect(below / rounds).toBeLessThan(0.11);
  });
});
