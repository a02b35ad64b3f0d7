import { describe, expect, it } from "vitest";
import { logGamma, regularisedGammaP, regularisedGammaQ } from "../../src/math/gamma.ts";
import { logPoisson, poissonTail } from "../../src/math/poisson.ts";
import { poissonBinomialTail } from "../../src/math/poisson-binomial.ts";
import { between, seeded } from "../../src/math/random.ts";

const relative = (found: number, wanted: number) => Math.abs(found / wanted - 1);

describe("the gamma function and its incomplete ratios", () => {
  // mpmath 1.3.0 with fifty digits.
  it.each([
    [0.1, 2.2527126517342059599],
    [0.5, 0.57236494292470008707],
    [1.5, -0.12078223763524522235],
    [10, 12.801827480081469611],
    [170.5, 704.00442773420467079],
    [12345.678, 103959.91990554606092],
    [1e6, 12815504.56914761166],
  ])("log gamma of %d", (x, wanted) => {
    expect(relative(logGamma(x), wanted)).toBeLessThan(1e-13);
  });

  it.each([
    [1, 1, 0.632120558828557678, 0.367879441171442322],
    [0.5, 0.25, 0.520499877813046538, 0.479500122186953462],
    [5, 1, 0.00365984682734371235, 0.996340153172656288],
    [20, 2, 6.44373139311209391e-14, 0.999999999999935563],
    [3, 30, 0.999999999954989834, 4.50101664801212398e-11],
    [50, 0.5, 1.78877651043513629e-80, 1],
    [100, 80, 0.0171083130351331142, 0.982891686964866886],
    [100, 130, 0.997249591632693474, 0.00275040836730652628],
    [1000, 900, 0.000549902265711782923, 0.999450097734288217],
    [1000, 1100, 0.998940676746070023, 0.00105932325392997735],
    [1e6, 995_000, 2.74958035927007075e-7, 0.999999725041964073],
    [1e6, 1_004_000, 0.999967654552686522, 0.0000323454473134776803],
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
