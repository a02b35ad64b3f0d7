import { describe, expect, it } from "vitest";
import * as r from "../../src/math/random.ts";

const draws = <T>(count: number, draw: () => T): T[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const quantile = (values: readonly number[], q: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(q * values.length)]!;

describe("seeded streams", () => {
  it("repeat for the same name and differ for another", () => {
    const take = (...parts: (string | number)[]) => draws(5, r.seeded(...parts));
    expect(take(7, "life")).toEqual(take(7, "life"));
    expect(take(7, "life")).not.toEqual(take(8, "life"));
    expect(take(1, 23)).not.toEqual(take(12, 3));
    expect(draws(3, r.stream(7, 1))).not.toEqual(draws(3, r.stream(7, 2)));
  });

  it("are pinned, so that a changed generator cannot slip by and change every world", () => {
    const random = r.seeded(1, "pin");
    expect(draws(3, () => Math.floor(random() * 1e6))).toMatchInlineSnapshot(`
      [
        812141,
        726809,
        647496,
      ]
    `);
  });

  it("fill the unit interval evenly, also as the first draw of neighbouring streams", () => {
    const random = r.seeded(3);
    for (const values of [draws(20000, random), Array.from({ length: 20000 }, (_, i) => r.stream(3, i)())]) {
      const bins = new Array<number>(10).fill(0);
      for (const value of values) bins[Math.floor(value * 10)]!++;
      // Chi-squared with 9 degrees of freedom: 27.9 is its 99.9 % point.
      expect(bins.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0)).toBeLessThan(27.9);
    }
  });
});

describe("distributions", () => {
  const random = r.seeded(11, "distributions");
  it("have the medians, means and tails they claim", () => {
    const n = 20000;
    const logs = draws(n, () => r.logNormal(random, 600, 1.5));
    expect(quantile(logs, 0.5) / 600).toBeCloseTo(1, 1);
    expect(Math.log(quantile(logs, 0.8413) / quantile(logs, 0.5))).toBeCloseTo(1.5, 1);
    const tails = draws(n, () => r.pareto(random, 2, 1.2));
    expect(Math.min(...tails)).toBeGreaterThanOrEqual(2);
    expect(tails.filter((x) => x > 20).length / n).toBeCloseTo(10 ** -1.2, 2);
    const capped = draws(n, () => r.pareto(random, 2, 1.2, 50));
    expect(Math.max(...capped)).toBeLessThanOrEqual(50);
    expect(mean(draws(n, () => r.poisson(random, 3.5)))).toBeCloseTo(3.5, 1);
    expect(mean(draws(n, () => r.poisson(random, 80))) / 80).toBeCloseTo(1, 2);
    expect(mean(draws(n, () => r.exponential(random, 4))) / 4).toBeCloseTo(1, 1);
    expect(mean(draws(n, () => r.between(random, 1, 6)))).toBeCloseTo(3.5, 1);
  });

  it("draw indices by weight, never one of weight zero", () => {
    const sums = r.cumulative([0, 1, 0, 3, 0]);
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 20000; i++) counts[r.drawIndex(random, sums)]!++;
    expect([counts[0], counts[2], counts[4]]).toEqual([0, 0, 0]);
    expect(counts[3]! / 20000).toBeCloseTo(0.75, 1);
    expect(() => r.cumulative([0, 0])).toThrow("no weight");
    expect(() => r.cumulative([1, -1])).toThrow("weight -1");
  });

  it("sample without repetition", () => {
    const some = r.sample(random, [1, 2, 3, 4, 5], 3);
    expect(new Set(some).size).toBe(3);
    expect(r.sample(random, [1, 2], 9).sort()).toEqual([1, 2]);
    expect(() => r.pick(random, [])).toThrow("empty");
  });
});
