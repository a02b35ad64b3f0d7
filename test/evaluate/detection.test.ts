import { describe, expect, it } from "vitest";
import { positivePredictiveValue } from "../../src/evaluate/baserate.ts";
import { averagePrecision, detection } from "../../src/evaluate/detection.ts";

describe("detection", () => {
  it("counts the four cells and their ratios", () => {
    const result = detection(
      [true, true, true, false, false, false, false],
      [true, true, false, true, false, false, false],
    );
    expect(result).toMatchObject({
      truePositive: 2,
      falsePositive: 1,
      falseNegative: 1,
      trueNegative: 3,
      covert: 3,
      flagged: 3,
    });
    expect(result.precision).toBeCloseTo(2 / 3, 12);
    expect(result.recall).toBeCloseTo(2 / 3, 12);
    expect(result.f1).toBeCloseTo(2 / 3, 12);
    expect(result.falsePositiveRate).toBe(0.25);
  });

  it("has no precision when nothing is flagged, no recall when nothing is to be found", () => {
    expect(detection([false, false], [true, false])).toMatchObject({
      precision: null,
      recall: 0,
      f1: 0,
      falsePositiveRate: 0,
    });
    expect(detection([true, false], [false, false])).toMatchObject({
      precision: 0,
      recall: null,
      falsePositiveRate: 0.5,
    });
    expect(detection([], [])).toMatchObject({ precision: null, recall: null, f1: null, falsePositiveRate: null });
  });
});

describe("average precision", () => {
  it("gives scikit-learn's figure of its own documented example", () => {
    expect(averagePrecision([0.1, 0.4, 0.35, 0.8], [false, false, true, true])).toBeCloseTo(0.8333333, 6);
  });

  it("takes ties as one threshold, so that order in the file cannot help", () => {
    expect(averagePrecision([0, 0, 0, 0], [true, false, false, false])).toBe(0.25);
    expect(averagePrecision([0, 0, 0, 0], [false, false, false, true])).toBe(0.25);
  });

  it("does not exist when nothing is covert", () => {
    expect(averagePrecision([1, 2], [false, false])).toBeNull();
  });
});

describe("precision at other base rates", () => {
  it("reproduces the published table for recall .74 at false positive rate .01", () => {
    const percent = [0.001, 0.005, 0.02, 0.1].map((p) => Math.round(100 * positivePredictiveValue(p, 0.74, 0.01)!));
    expect(percent).toEqual([7, 27, 60, 89]);
  });

  it("does not exist when nothing would be flagged", () => {
    expect(positivePredictiveValue(0.01, 0, 0)).toBeNull();
    expect(() => positivePredictiveValue(2, 1, 1)).toThrow("prevalence 2");
  });
});
