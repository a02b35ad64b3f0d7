import fc from "fast-check";
import { expect, it } from "vitest";
import { panjerTail } from "../../src/coaction/nulls/surprise.ts";
import { compoundPoissonTail } from "../../src/math/compound.ts";

/** Exact, on a lattice of whole steps. */
function exactTail(rates: readonly number[], steps: number): number {
  const jumps = rates.map((_, k) => k).filter((k) => k > 0 && rates[k]! > 0);
  return panjerTail({ jumps, g: jumps.map((k) => rates[k]!) })[steps] ?? 0;
}

it("is near the exact tail of a compound Poisson sum, for one rare jump as for hundreds of common ones", () => {
  for (const [rates, sums, off] of [
    [[0, 0, 0, 0, 0, 0, 0, 0, 2e-3, 1e-3, 5e-4, 2e-4], [16, 20, 30, 40], 0.3],
    [[0, 0, 0, 0, 0, 0, 0.3, 0.2, 0.1, 0.05], [20, 30, 50, 80], 0.25],
    [[0, 1, 2, 3, 2, 1, 0.5, 0.2], [60, 80, 100, 140], 0.12],
    [[0, 30, 40, 30, 20], [320, 360, 420, 500], 0.1],
  ] as const) {
    for (const steps of sums) {
      const exact = exactTail(rates, steps);
      // What lies between two points of the lattice is all the same to the exact tail.
      const tail = compoundPoissonTail(Float64Array.from(rates), 0.5, (steps - 0.5) / 2);
      expect(Math.abs(tail / exact - 1), `${rates} ${steps}: ${tail} for ${exact}`).toBeLessThan(off);
    }
  }
});

it("is 1 up to what is expected, 0 where nothing can come, and never rises with t nor falls with the rates", () => {
  expect(compoundPoissonTail(Float64Array.of(0, 1, 2), 1, 5)).toBe(1);
  expect(compoundPoissonTail(Float64Array.of(7, 0, 0), 1, 1)).toBe(0);
  const someRates = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(someRates, fc.double({ min: 0.1, max: 200, noNaN: true }), (rates, t) => {
      fc.pre(rates.some((rate, k) => k > 0 && rate > 1e-9));
      const p = compoundPoissonTail(Float64Array.from(rates), 0.5, t);
      expect(p).toBeGreaterThanOrEqual(0);
      expect(p).toBeLessThanOrEqual(1);
      expect(compoundPoissonTail(Float64Array.from(rates), 0.5, 1.1 * t)).toBeLessThanOrEqual(p * (1 + 1e-9));
      const more = rates.map((rate) => 1.2 * rate);
      expect(compoundPoissonTail(Float64Array.from(more), 0.5, t)).toBeGreaterThanOrEqual(p * (1 - 1e-9));
    }),
  );
});
