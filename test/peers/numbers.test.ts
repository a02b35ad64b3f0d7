import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fwriteNumber } from "../../src/peers/fwrite-number.ts";
import { compareByCodePoint, ranksOf } from "../../src/peers/order.ts";
import { quantile } from "../../src/peers/quantile.ts";
import { ExactSum } from "../../src/peers/sum.ts";

describe("numbers as fwrite writes them", () => {
  test.each([
    [0, "0"],
    [2.5, "2.5"],
    [-1 / 3, "-0.333333333333333"],
    [2 / 3, "0.666666666666667"],
    // Rounded off by one in the fifteenth digit, as there.
    [292 / 11, "26.5454545454546"],
    [123456, "123456"],
    [100000, "1e+05"],
    [100001, "100001"],
    [0.00012, "0.00012"],
    [0.00001, "1e-05"],
    [1.5e-7, "1.5e-07"],
    [1e100, "1e+100"],
    [0.9999999999999999, "1"],
    [Number.NaN, ""],
    [Number.NEGATIVE_INFINITY, "-Inf"],
  ])("%d", (value, text) => {
    expect(fwriteNumber(value)).toBe(text);
  });

  test("are never off by more than one in the fifteenth digit", () => {
    const sizes = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(sizes, (value) => {
        fc.pre(Math.abs(value) > 1e-100);
        const text = fwriteNumber(value);
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(Math.abs(value) * 1.1e-14);
        expect(text.replace(/e.*/, "").replace(/\D/g, "").replace(/^0+/, "").length).toBeLessThanOrEqual(15);
      }),
      { numRuns: 3000 },
    );
  });
});

test.each([
  [[1, 2, 3, 4], 0.25, 1.75],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[1, 1, 1, 9], 0.5, 1],
  [[1, 1, 1, 9], 1, 9],
  [[7], 0.9, 7],
  [[Number.NaN, 3, 1], 0.5, 2],
  [[], 0.5, Number.NaN],
])("quantile of %j at %d is R's %d", (values, p, wanted) => {
  expect(quantile(Float64Array.from(values), p)).toBe(wanted);
});

test("texts are ordered as their bytes", () => {
  const texts = fc.string({
    unit: fc.constantFrom("a", "B", "é", "\uff5e", "\ufb00", "\u{1f600}", "\u{10000}", "\ud7ff"),
  });
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      expect(Math.sign(compareByCodePoint(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    { numRuns: 2000 },
  );
  expect(Array.from(ranksOf(["b", "\u{1f600}", "\uff5e", "a"], Uint32Array.of(0, 1, 2)))).toEqual([0, 2, 1, 0]);
});

test("a mean is rounded once", () => {
  const mean = (...values: number[]) => {
    const sum = new ExactSum();
    for (const value of values) sum.add(value);
    return sum.mean();
  };
  expect(mean(1e16, 1, -1e16)).toBe(1 / 3);
  expect(mean(0.1, 0.2, 0.3)).toBe(0.2);
  expect(mean(2, 2, 3)).toBe(7 / 3);
  expect(mean()).toBeNaN();
});
