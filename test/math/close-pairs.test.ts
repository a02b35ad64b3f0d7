import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { closePairs, dealtPairs } from "../../src/math/close-pairs.ts";
import { seeded } from "../../src/math/random.ts";

const times = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 30 }).map((list) => list.sort((a, b) => a - b));

describe("pairs within a window", () => {
  it("are those that counting every pair finds", () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 200 }), (list, windowMs) => {
        let plain = 0;
        for (const [i, one] of list.entries())
          plain += list.slice(0, i).filter((other) => one - other <= windowMs).length;
        expect(closePairs(list, windowMs)).toBe(plain);
      }),
    );
  });

  it("of as many drawn at random average what is expected, and do not go beyond what there is", () => {
    const all = Float64Array.from([0, 1, 2, 3, 50, 51, 90, 200, 300, 301, 302, 400]);
    const dealt = dealtPairs(all, 5, 4, 10, seeded("dealt pairs"), 4000);
    const mean = dealt.drawn.reduce((sum, pairs) => sum + pairs, 0) / dealt.drawn.length;
    // 6 + 1 + 3 close pairs of 66, of ten pairs drawn.
    expect(dealt.expected).toBeCloseTo((10 * 10) / 66, 12);
    expect(Math.abs(mean - dealt.expected)).toBeLessThan(0.06);
    expect(dealt.p).toBeCloseTo(dealt.drawn.filter((pairs) => pairs >= 4).length / 4000, 3);
    expect([...dealt.drawn].sort((a, b) => a - b)).toEqual([...dealt.drawn]);
  });

  it("are rarely matched by chance where a few came at once among many who did not", () => {
    const others = Array.from({ length: 200 }, (_, i) => i * 1000);
    const crew = [77_001, 77_002, 77_003, 77_004, 77_005, 77_006];
    const all = Float64Array.from([...others, ...crew]).sort();
    expect(dealtPairs(all, 6, 15, 60, seeded("crew"), 999).p).toBe(0.001);
    const some = Float64Array.from([3000, 40_000, 90_000, 120_000, 150_000, 199_000]);
    expect(dealtPairs(all, 6, closePairs(some, 60), 60, seeded("some"), 999).p).toBe(1);
  });

  it("of all who came are what was seen, however they are drawn", () => {
    const all = Float64Array.from([0, 5, 9, 100]);
    const dealt = dealtPairs(all, 4, 3, 10, seeded("whole"), 50);
    expect([dealt.expected, new Set(dealt.drawn), dealt.p]).toEqual([3, new Set([3]), 1]);
    expect(() => dealtPairs(all, 5, 3, 10, seeded("more"), 1)).toThrow(/5 of 4/);
  });
});
