import { describe, expect, test } from "vitest";
import { type Composition, fitOf, type Made, shareInCommon, sketchOf } from "../../../src/clusters/verdicts/overlap.ts";

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `account ${from + i}`);
const made = (from: number, to: number): Made => ({ accounts: to - from, sketch: sketchOf(ids(from, to)) });
const cluster = (clusterId: string, key: string, from: number, to: number): Composition => ({
  clusterId,
  key,
  ...made(from, to),
});

describe("a cluster is known again", () => {
  test("up to 64 accounts the share in common is exact", () => {
    for (const [a, b, x, y] of [
      [0, 10, 0, 10],
      [0, 10, 5, 15],
      [0, 64, 1, 64],
      [0, 3, 3, 9],
    ] as const) {
      const both = Math.max(0, Math.min(b, y) - Math.max(a, x));
      const all = b - a + y - x - both;
      expect(shareInCommon(made(a, b), made(x, y))).toEqual({ share: both / all, isExact: true });
    }
  });

  test("above it is an estimate, near the truth, whichever side is asked", () => {
    for (const [b, x, y] of [
      [2000, 0, 2000],
      [2000, 200, 2200],
      [2000, 1000, 3000],
      [2000, 2000, 4000],
      [300, 0, 60],
    ] as const) {
      const both = Math.max(0, Math.min(b, y) - x);
      const truth = both / (b + (y - x) - both);
      const { share, isExact } = shareInCommon(made(0, b), made(x, y));
      expect(isExact).toBe(false);
      // Three standard errors of 64 draws.
      expect(Math.abs(share - truth)).toBeLessThan(0.19);
      expect(shareInCommon(made(x, y), made(0, b)).share).toBe(share);
    }
    expect(shareInCommon(made(0, 2000), made(0, 2000)).share).toBe(1);
  });

  test("by its key whatever became of it, else by more than half of its accounts, else not", () => {
    const then = { key: "k", ...made(0, 12) };
    const now = [cluster("C01", "a", 30, 40), cluster("C02", "b", 2, 14)];
    expect(fitOf(then, now)).toEqual({ clusterId: "C02", share: 10 / 14, isExact: true, accountsNow: 12 });
    expect(fitOf(then, [...now, cluster("C03", "k", 0, 5)])).toMatchObject({ clusterId: "C03", share: 5 / 12 });
    expect(fitOf(then, [cluster("C01", "a", 4, 16)])).toBeNull();
    expect(fitOf(then, [cluster("C01", "a", 0, 6), cluster("C02", "b", 6, 12)])).toBeNull();
    expect(fitOf(then, [])).toBeNull();
  });
});
