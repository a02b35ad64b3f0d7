import fc from "fast-check";
import { expect, test } from "vitest";
import { binningOf } from "../../src/exports/binning.ts";
import { discMap } from "../../src/exports/disc-map.ts";

test("discs lie in the unit square and do not overlap, with areas as the numbers of accounts", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 3, max: 5000 }), { maxLength: 40 }), (accounts) => {
      const discs = discMap(accounts);
      expect(discs).toHaveLength(accounts.length);
      for (const [i, one] of discs.entries()) {
        for (const at of [one.x, one.y]) {
          expect(at - one.r).toBeGreaterThan(-1e-4);
          expect(at + one.r).toBeLessThan(1 + 1e-4);
        }
        for (const other of discs.slice(0, i)) {
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.r + other.r - 1e-4);
        }
        // Radii are rounded to five decimals, which is coarse for the smallest.
        expect(Math.abs(one.r - discs[0]!.r * Math.sqrt(accounts[i]! / accounts[0]!))).toBeLessThan(
          1e-5 * (1 + Math.sqrt(accounts[i]! / accounts[0]!)),
        );
      }
    }),
    { numRuns: 60 },
  );
});

const moment = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2099, 0) });

test("bins cover the whole span, are at most 240, and no narrower bins a person can name would do", () => {
  fc.assert(
    fc.property(moment, fc.nat(10 * 365 * 86_400_000), (firstMs, span) => {
      const lastMs = firstMs + span;
      const { startMs, binMs, bins } = binningOf(firstMs, lastMs);
      expect(startMs <= firstMs && firstMs < startMs + binMs).toBe(true);
      expect(Math.floor((lastMs - startMs) / binMs)).toBe(bins - 1);
      expect(bins).toBeLessThanOrEqual(240);
      expect(Number.isInteger(startMs / binMs)).toBe(true);
      if (binMs > 60_000) expect(span / binMs).toBeGreaterThan(30);
    }),
  );
});

test.each([
  [0, 60_000, 1],
  [3 * 3_600_000, 60_000, 181],
  [86_400_000, 15 * 60_000, 97],
  [14 * 86_400_000, 3 * 3_600_000, 113],
  [60 * 365 * 86_400_000, 92 * 86_400_000, null],
])("a span of %i ms has bins of %i ms", (span, binMs, bins) => {
  const found = binningOf(0, span);
  expect(found.binMs).toBe(binMs);
  if (bins !== null) expect(found.bins).toBe(bins);
  expect(found.bins).toBeLessThanOrEqual(240);
});
