import { expect, test } from "vitest";
import { adjustedRandIndex } from "../../src/math/rand-index.ts";

test("one for the same partition under other names, less for another, nothing for what chance gives", () => {
  expect(adjustedRandIndex([0, 0, 1, 1, 2], [7, 7, 3, 3, 0])).toBe(1);
  // Hubert and Arabie's example as scikit-learn has it: [0,0,1,2] against [0,0,1,1] is 0.571...
  expect(adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1])).toBeCloseTo(4 / 7, 12);
  expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBeCloseTo(-0.5, 12);
  expect(adjustedRandIndex([0, 1, 2], [0, 0, 0])).toBe(0);
});

test("where nothing could be placed otherwise, they agree", () => {
  expect(adjustedRandIndex([], [])).toBe(1);
  expect(adjustedRandIndex([0, 1, 2], [2, 1, 0])).toBe(1);
  expect(() => adjustedRandIndex([0], [])).toThrow(/1 and 0 items/);
});
