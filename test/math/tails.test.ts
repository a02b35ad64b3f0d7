import { describe, expect, it } from "vitest";
import { logGamma, regularisedGammaP, regularisedGammaQ } from "../../src/math/gamma.ts";
import { logPoisson, poissonTail } from "../../src/math/poisson.ts";
import { poissonBinomialTail } from "../../src/math/poisson-binomial.ts";
import { between, seeded } from "../../src/math/random.ts";

const relative = (found: number, wanted: number) => Math.abs(found / wanted - 1);

describe("the gamma function and its incomplete ratios", () => {
  // mpmath 1.3.0 with fifty digits.
  it.each([
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1.5, -0.12078223763524522],
    [10, 12.801827480081469],
    [170.5, 704.0044277342047],
    [12345.678, 103959.91990554606],
    [1e6, 12815504.569147611],
  ])("log gamma of %d", (x, wanted) => {
    expect(relative(logGamma(x), wanted)).toBeLessThan(1e-13);
  });

  it.each([
    [1, 1, 0.6321205588285577, 0.36787944117144233],
    [0.5, 0.25, 0.5204998778130465, 0.4795001221869535],
    [5, 1, 0.0036598468273437122, 0.9963401531726563],
    [20, 2, 6.443731393112094e-14, 0.9999999999999356],
    [3, 30, 0.9999999999549898, 4.501016648012124e-11],
    [50, 0.5, 1.7887765104351365e-80, 1],
    [100, 80, 0.017108313035133115, 0.9828916869648668],
    [100, 130, 0.9972495916326934, 0.002750408367306526],
    [1000, 900, 0.0005499022657117829, 0.9994500977342882],
    [1000, 1100, 0.99894067674607, 0.0010593232539299773],
    [1e6, 995_000, 2.749580359270071e-7, 0.9999997250419641],
    [1e6, 1_004_000, 0.9999676545526865, 0.00003234544731347768],
  ])("P and Q of shape %d at %d", (a, x, p, q) => {
    const bound = a > 1000 ? 1e-11 : 1e-12;
    expect(relative(regularisedGammaP(a, x), p)).toBeLessThan(bound);
    expect(relative(regularisedGammaQ(a, x), q)).toBeLessThan(bound);
  });

  it("sum to one, on both sides of the change of method", () => {
    for (let a = 0.3; a < 60; a += 0.7) {
      for (const x of [a / 3, a, a + 0.999, a + 1, a + 1.001, a * 3]) {
        expect(regularisedGammaP(a, x) + regularisedGammaQ(a, x)).toBeCloseTo(1, 12);
      }
      expect(relative(regularisedGammaP(a, a + 1 - 1e-9), regularisedGammaP(a, a + 1 + 1e-9))).toBeLessThan(1e-8);
    }
    expect([regularisedGammaP(2, 0), regularisedGammaQ(2, 0)]).toEqual([0, 1]);
  });

  it("refuse what is not defined, by its value", () => {
    expect(() => regularisedGammaP(0, 1)).toThrow("P(0, 1)");
    expect(() => regularisedGammaQ(1, -2)).toThrow("Q(1, -2)");
    expect(() => regularisedGammaP(Number.NaN, 1)).toThrow("NaN");
  });
});

describe("the Poisson tail", () => {
  it("is one minus the sum of what is below, where that can be told", () => {
    for (const mean of [0.01, 0.7, 3, 12.5]) {
      let below = 0;
      for (let k = 0; k < 20; k++) {
        expect(poissonTail(k, mean)).toBeCloseTo(1 - below, 12);
        below += Math.exp(logPoisson(k, mean));
      }
    }
  });

  it("keeps its digits where it is tiny", () => {
    // P(X >= 10) at mean 0.001 is its first term but for a ten-thousandth.
    const first = Math.exp(logPoisson(10, 0.001));
    expect(poissonTail(10, 0.001) / first).toBeCloseTo(1 + 0.001 / 11, 7);
    expect(first).toBeLessThan(1e-36);
  });

  it("is certain for nothing, and impossible where nothing is expected", () => {
    expect([poissonTail(0, 3), poissonTail(-1, 3), poissonTail(0, 0), poissonTail(1, 0)]).toEqual([1, 1, 1, 0]);
  });
});

describe("the Poisson-binomial tail", () => {
  it("is the sum over all ways the coins can fall", () => {
    const random = seeded("coins");
    for (let run = 0; run < 200; run++) {
      const n = between(random, 1, 9);
      const chances = Array.from({ length: n }, () => [0, 1, random(), random() ** 4][between(random, 0, 3)]!);
      const exact = new Array<number>(n + 2).fill(0);
      for (let fall = 0; fall < 1 << n; fall++) {
        let [weight, heads] = [1, 0];
        chances.forEach((chance, i) => {
          const head = (fall >> i) & 1;
          weight *= head === 1 ? chance : 1 - chance;
          heads += head;
        });
        for (let k = 0; k <= heads; k++) exact[k]! += weight;
      }
      for (let k = 0; k <= n + 1; k++) expect(poissonBinomialTail(chances, n, k)).toBeCloseTo(exact[k]!, 12);
    }
  });

  it("keeps its digits where it is tiny", () => {
    expect(relative(poissonBinomialTail(new Array(20).fill(1e-6), 20, 20), 1e-120)).toBeLessThan(1e-12);
  });

  it("looks at the first n only, and refuses what is no chance", () => {
    expect(poissonBinomialTail([0.5, 0.9], 1, 1)).toBe(0.5);
    expect(poissonBinomialTail([0.5], 1, 2)).toBe(0);
    expect(poissonBinomialTail([0.5], 1, 0)).toBe(1);
    expect(() => poissonBinomialTail([1.5], 1, 1)).toThrow("1.5");
    expect(() => poissonBinomialTail([Number.NaN], 1, 1)).toThrow("NaN");
  });
});
