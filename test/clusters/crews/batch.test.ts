import { describe, expect, test } from "vitest";
import { batchOf } from "../../../src/clusters/crews/batch.ts";
import { between, seeded } from "../../../src/math/random.ts";

describe("answers in batches", () => {
  test("posts with 30, 60 and 90 answers among others near them are batches of thirty", () => {
    const batch = batchOf([30, 30, 30, 60, 30, 60, 90, 31, 17, 44]);
    expect(batch).toMatchObject({ size: 30, at: 7, near: 8 });
    expect(batch!.p).toBeLessThan(0.001);
    // Eight coins of one in seven, seven heads or more; fifty-six sizes.
    const seventh = 1 / 7;
    expect(batch!.p).toBeCloseTo(56 * (seventh ** 8 + 8 * seventh ** 7 * (6 / 7)), 9);
  });

  test("counts without a common size stay above the level nineteen times in twenty", () => {
    const random = seeded(5, "counts");
    let said = 0;
    for (let run = 0; run < 200; run++) {
      const counts = Array.from({ length: 20 }, () => between(random, 1, 120));
      if (batchOf(counts)!.p <= 0.05) said++;
    }
    expect(said).toBeLessThanOrEqual(10);
  });

  test("three posts say nothing, nor do handfuls", () => {
    expect(batchOf([30, 30, 30])).toBeNull();
    expect(batchOf([1, 2, 2, 1, 3])).toBeNull();
  });
});
