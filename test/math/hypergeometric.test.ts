import { expect, it } from "vitest";
import { hypergeometricTail } from "../../src/math/hypergeometric.ts";

const choose = (n: number, k: number): number => {
  let value = 1;
  for (let i = 0; i < k; i++) value = (value * (n - i)) / (i + 1);
  return k < 0 || k > n ? 0 : value;
};

it("adds up the chances of all outcomes at least as large", () => {
  for (const [drawn, marked, total] of [
    [5, 7, 30],
    [12, 4, 20],
    [18, 9, 20],
    [3, 3, 3],
  ] as const) {
    for (let k = 0; k <= drawn + 1; k++) {
      let sum = 0;
      for (let i = Math.max(0, k); i <= drawn; i++) {
        sum += (choose(marked, i) * choose(total - marked, drawn - i)) / choose(total, drawn);
      }
      expect(hypergeometricTail(k, drawn, marked, total)).toBeCloseTo(sum, 9);
    }
  }
});

it("refuses more drawn than there are", () => {
  expect(() => hypergeometricTail(1, 5, 2, 4)).toThrow("5 drawn");
});
