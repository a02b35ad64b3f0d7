import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatLevel, levelSteps, objectSteps } from "../../web/state/levels.ts";
import { decodeView, encodeView, START } from "../../web/state/view.ts";

describe("steps of the threshold", () => {
  test("go from the decade of the smallest q to where the case is complete, in numbers a person would type", () => {
    expect(levelSteps(0.0004, 0.05, [0.05])).toEqual([
      1e-4, 1.5e-4, 2e-4, 3e-4, 5e-4, 7e-4, 0.001, 0.0015, 0.002, 0.003, 0.005, 0.007, 0.01, 0.015, 0.02, 0.03, 0.05,
    ]);
    expect(levelSteps(0, 0.05, [])[0]).toBe(1e-12);
    expect(levelSteps(1, 0.05, [0.05])).toEqual([0.01, 0.015, 0.02, 0.03, 0.05]);
    expect(levelSteps(0.3, 1, [0.05]).at(-1)).toBe(1);
    expect(levelSteps(0, 0, [])).toEqual([0]);
  });

  test("ascend without repeats, hold what is wanted and nothing beyond the case, and survive the address", () => {
    const rate = fc.double({ min: 1e-15, max: 1, noNaN: true });
    fc.assert(
      fc.property(rate, rate, rate, (smallest, largest, wanted) => {
        const steps = levelSteps(smallest, largest, [wanted]);
        expect(steps).toEqual([...new Set(steps)].sort((x, y) => x - y));
        expect(steps.at(-1)).toBe(largest);
        expect(steps.includes(wanted)).toBe(wanted <= largest);
        for (const level of steps) expect(decodeView(encodeView({ ...START, level })).level).toBe(level);
      }),
    );
  });

  test("of objects begin with the case's least and end with the most there are", () => {
    expect(objectSteps(2, 9, [9])).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(objectSteps(3, 250, [])).toEqual([3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200]);
    expect(objectSteps(2, 2, [])).toEqual([2]);
  });

  test.each([
    [0.05, "0.05"],
    [0.0015, "0.0015"],
    [1e-4, "10⁻⁴"],
    [3e-7, "3×10⁻⁷"],
    [1.5e-12, "1.5×10⁻¹²"],
    [1, "1"],
    [0, "0"],
  ])("%f is written %s", (level, text) => expect(formatLevel(level)).toBe(text));
});
