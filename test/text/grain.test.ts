import { expect, test } from "vitest";
import { formatDelayAt, formatGapAt, grainOf } from "../../src/text/grain.ts";

test("times that all fall on full minutes tell minutes, and no more is said", () => {
  expect(grainOf([0, 60_000, 120_000, 600_000])).toBe(60_000);
  expect(grainOf([0, 60_000, 120_000, 600_001])).toBe(1000);
  // Three could be chance.
  expect(grainOf([0, 60_000, 120_000])).toBe(1000);
  expect([formatDelayAt(0, 60_000), formatDelayAt(0, 1000)]).toEqual(["same minute", "0 s"]);
  expect([formatDelayAt(-60_000, 60_000), formatGapAt(0, 60_000), formatGapAt(14_000, 1000)]).toEqual([
    "−1 min",
    "same minute",
    "14 s",
  ]);
  // A median of an even number of gaps lies between two minutes; half minutes were never measured.
  expect([30_000, 690_000, 720_000].map((gapMs) => formatGapAt(gapMs, 60_000))).toEqual(["1 min", "12 min", "12 min"]);
  expect(formatGapAt(690_000, 1000)).toBe("11 min 30 s");
});
