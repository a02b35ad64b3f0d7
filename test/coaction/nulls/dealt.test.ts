import { describe, expect, test } from "vitest";
import { DealtLaw } from "../../../src/coaction/nulls/dealt.ts";

/** Chance of each sum of n draws, by going through all of them. */
function byTrying(law: readonly number[], n: number): number[] {
  const rest = 1 - law.slice(1).reduce((sum, one) => sum + one, 0);
  const full = [rest, ...law.slice(1)];
  let sums = [1];
  for (let draw = 0; draw < n; draw++) {
    const next: number[] = new Array(sums.length + full.length - 1).fill(0);
    sums.forEach((chance, s) => {
      full.forEach((share, k) => {
        next[s + k]! += chance * share;
      });
    });
    sums = next;
  }
  return sums;
}

const LAW = [0, 0.02, 0, 0.05, 0.01];

describe("actions dealt from a pool", () => {
  test("few: the tail is exact, from nothing to more than there can be", () => {
    const law = new DealtLaw(Float64Array.from(LAW));
    for (const n of [1, 2, 7]) {
      const sums = byTrying(LAW, n);
      for (let sum = 1; sum < sums.length; sum++) {
        const tail = sums.slice(sum).reduce((all, one) => all + one, 0);
        expect(law.tail(n, sum)).toBeCloseTo(tail, 12);
      }
      expect(law.tail(n, 0)).toBe(1);
      expect(law.tail(n, sums.length)).toBe(0);
    }
  });

  test("whoever asks first changes nothing", () => {
    const [one, other] = [new DealtLaw(Float64Array.from(LAW)), new DealtLaw(Float64Array.from(LAW))];
    one.tail(9, 3);
    expect(one.tail(2, 6)).toBe(other.tail(2, 6));
  });

  test("many: never below the exact tail, and not far above", () => {
    const law = new DealtLaw(Float64Array.from(LAW));
    const sums = byTrying(LAW, 60);
    for (const sum of [3, 12, 30]) {
      const tail = sums.slice(sum).reduce((all, one) => all + one, 0);
      expect(law.tail(60, sum)).toBeGreaterThanOrEqual(tail);
      expect(law.tail(60, sum)).toBeLessThan(3 * tail);
    }
  });

  test("expects n times the share that is worth anything", () => {
    expect(new DealtLaw(Float64Array.from(LAW)).expected(10)).toBeCloseTo(0.8, 12);
    // Where nothing is worth anything, nothing can be reached.
    expect(new DealtLaw(Float64Array.of(0)).tail(5, 1)).toBe(0);
  });
});
