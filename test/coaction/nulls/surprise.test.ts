import { describe, expect, it } from "vitest";
import { solveBicm } from "../../../src/coaction/nulls/bicm.ts";
import { panjerTail, reachFor, surpriseNull } from "../../../src/coaction/nulls/surprise.ts";
import { encounters } from "../../../src/coaction/nulls/time.ts";
import type { Participation } from "../../../src/coaction/participation.ts";
import { logPoisson } from "../../../src/math/poisson.ts";
import { seeded } from "../../../src/math/random.ts";
import { type Act, innocentActs, participationOf } from "../worlds.ts";

const rates = Array.from({ length: 80 }, (_, i) => 6 + Math.floor(60 / (i + 1)));
const crowds = Array.from({ length: 200 }, (_, i) => 4 + Math.floor(60 / (i + 1)));
const part = participationOf(
  innocentActs(seeded("surprise"), rates, crowds, () => 100_000),
  rates.length,
  crowds.length,
  30_000,
);
const degree = (world: Participation, u: number) => world.starts[u + 1]! - world.starts[u]!;

describe("the surprise of an object", () => {
  it("is how unlikely two accounts drawn at random act together on it, in bits", () => {
    // Object 0: two of four accounts, in step: 1 of 6 pairs. Object 1: three accounts, one pair of three in step: 1 of 6 pairs, too.
    const acts: Act[] = [
      [0, 0, 0],
      [1, 0, 10],
      [0, 1, 0],
      [1, 1, 10],
      [2, 1, 500],
      [0, 2, 0],
      [1, 2, 500],
      [3, 3, 0],
    ];
    const { bitsOf } = surpriseNull(participationOf(acts, 4, 4, 60), solveBicm(participationOf(acts, 4, 4, 60)));
    expect(bitsOf(0)).toBeCloseTo(Math.log2(6), 12);
    expect(bitsOf(1)).toBeCloseTo(Math.log2(6), 12);
    // Nobody can have met on these.
    expect([bitsOf(2), bitsOf(3)]).toEqual([0, 0]);
  });

  it("is nothing where everybody is always in step", () => {
    const acts: Act[] = [0, 1, 2].map((account) => [account, 0, 5]);
    expect(
      surpriseNull(participationOf(acts, 3, 1, 60), solveBicm(participationOf(acts, 3, 1, 60))).bitsOf(0) + 0,
    ).toBe(0);
  });
});

describe("the tail of the sum", () => {
  const bicm = solveBicm(part);
  const surprise = surpriseNull(part, bicm, 0);
  const fitness = (u: number) => bicm.accountFitness[bicm.accountClass[u]!]!;

  /** What the header states, for the geometric mean r of two fitnesses: the rate of each jump, in quarters of a bit. */
  const ratesAt = (r: number, least: number): Map<number, number> => {
    const rates = new Map<number, number>();
    for (let o = 0; o < part.objectCount; o++) {
      if (part.tempo[o] === 0) continue;
      const pull = r * bicm.objectFitness[bicm.objectClass[o]!]!;
      const rate = part.tempo[o]! * (pull / (1 + pull)) ** 2;
      const most = Math.ceil(part.gaps.most(o) / 4) * 4;
      for (let extra = 0; extra <= most; extra++) {
        const jump = Math.ceil(surprise.bitsOf(o) * 4) + extra;
        const share = 2 ** (-extra / 4) - (extra < most ? 2 ** (-(extra + 1) / 4) : 0);
        if (jump >= least * 4) rates.set(jump, (rates.get(jump) ?? 0) + rate * share);
      }
    }
    return rates;
  };

  it("is never below that of the joint null itself, drawn by hand", () => {
    const random = seeded("compound");
    const rounds = 20_000;
    for (const [a, b] of [
      [0, 1],
      [1, 4],
      [10, 30],
      [0, 70],
    ] as const) {
      const chances = Array.from({ length: part.objectCount }, (_, o) => {
        const y = bicm.objectFitness[bicm.objectClass[o]!]!;
        const [x, z] = [fitness(a) * y, fitness(b) * y];
        return part.tempo[o]! * (x / (1 + x)) * (z / (1 + z));
      });
      const sums = Array.from({ length: rounds }, () => {
        let sum = 0;
        for (let o = 0; o < chances.length; o++) if (random() < chances[o]!) sum += surprise.bitsOf(o);
        return sum;
      });
      for (const bits of [8, 15, 25, 40, 60]) {
        const p = surprise.tail(a, b, bits);
        const noise = 4 * Math.sqrt((p * (1 - p)) / rounds) + 2 / rounds;
        expect(p, `${a} ${b} ${bits}`).toBeGreaterThan(sums.filter((sum) => sum >= bits).length / rounds - noise);
      }
    }
  });

  it("is that of jumps in quarter bits, at an activity at most three in a hundred too high", () => {
    // One jump after another, by convolution, on the grid of quarter bits.
    const plainTail = (r: number, bits: number, least: number): number => {
      let chance = Float64Array.from({ length: 300 }, (_, t) => (t === 0 ? 1 : 0));
      for (const [jump, rate] of ratesAt(r, least)) {
        if (jump === 0) continue;
        chance = chance.map((_, t) => {
          let sum = 0;
          for (let n = 0; n * jump <= t; n++) sum += chance[t - n * jump]! * Math.exp(logPoisson(n, rate));
          return sum;
        });
      }
      return 1 - chance.slice(0, bits * 4).reduce((sum, one) => sum + one, 0);
    };
    const select = surpriseNull(part, bicm);
    expect(select.least).toBe(5);
    for (const [model, least] of [
      [surprise, 0],
      [select, select.least],
    ] as const) {
      for (const [a, b] of [
        [0, 1],
        [1, 4],
        [10, 30],
        [40, 60],
      ] as const) {
        const s = fitness(a) * fitness(b);
        for (const bits of [1, 8, 15, 25, 40, 60]) {
          const p = model.tail(a, b, bits + 0.2);
          expect(p, `${a} ${b} ${bits}`).toBeGreaterThanOrEqual(plainTail(Math.sqrt(s), bits, least) - 1e-12);
          expect(p, `${a} ${b} ${bits}`).toBeLessThanOrEqual(plainTail(Math.sqrt(s * 1.03), bits, least) + 1e-12);
        }
      }
    }
  });

  it("falls with the bits and rises with the activity of the accounts", () => {
    const byActivity = Array.from({ length: part.accountCount }, (_, u) => u).sort(
      (left, right) => degree(part, left) - degree(part, right),
    );
    for (const bits of [5, 20, 50, 200, 599]) {
      const tails = byActivity.slice(1).map((u) => surprise.tail(byActivity[0]!, u, bits));
      expect(tails).toEqual([...tails].sort((left, right) => left - right));
      expect(tails.at(-1)!).toBeGreaterThan(tails[0]!);
    }
    const tails = Array.from({ length: 700 }, (_, bits) => surprise.tail(0, 1, bits));
    expect(tails[0]).toBe(1);
    for (let bits = 1; bits < tails.length; bits++) expect(tails[bits]).toBeLessThanOrEqual(tails[bits - 1]!);
    expect(tails[699]).toBeGreaterThan(0);
    expect(tails[699]).toBeLessThan(1e-30);
    expect(surprise.tail(0, 1, 0.24)).toBe(1);
    expect(surprise.tail(0, 1, 1e9)).toBe(tails[600]);
    expect(surprise.tail(1, 0, 30)).toBe(surprise.tail(0, 1, 30));
  });

  it("does not call the busiest accounts surprising for what is expected of them", () => {
    // Two accounts in a thousand objects each are expected to meet three hundred times, for over two thousand bits.
    const random = seeded("busy");
    const acts: Act[] = [];
    for (let account = 0; account < 60; account++) {
      for (let object = 0; object < 3000; object++) {
        if (random() < (account < 5 ? 0.3 : 0.01)) acts.push([account, object, 0]);
      }
    }
    const busy = participationOf(acts, 60, 3000, 60);
    const model = surpriseNull(busy, solveBicm(busy));
    const meet = encounters(busy, 60, model.meetingBits);
    for (let a = 0; a < 5; a++) {
      for (let b = 0; b < a; b++) {
        const { weight, within } = meet(a, b);
        expect(within).toBeGreaterThan(200);
        expect(model.tail(a, b, weight)).toBeGreaterThan(0.01);
        // Three times as much is not chance any more.
        expect(model.tail(a, b, weight * 3)).toBeLessThan(1e-9);
      }
    }
  });
});

describe("p among innocent accounts", () => {
  it("is uniform or more careful, at every level", () => {
    const random = seeded("innocent");
    const levels = [0.1, 0.03, 0.01, 0.003, 0.001];
    const below = levels.map(() => 0);
    let pairs = 0;
    let small = 0;
    for (let run = 0; run < 12; run++) {
      const spans = crowds.map(() => 10 ** (4 + 3 * random()));
      const world = participationOf(
        innocentActs(random, rates, crowds, (object) => spans[object]!),
        rates.length,
        crowds.length,
        60_000,
      );
      const model = surpriseNull(world, solveBicm(world));
      const meet = encounters(world, 60_000, model.meetingBits);
      for (let a = 0; a < rates.length; a++) {
        for (let b = 0; b < a; b++) {
          const p = model.tail(a, b, meet(a, b).weight);
          pairs++;
          if (p <= 0.3) small++;
          levels.forEach((level, i) => {
            if (p <= level) below[i]!++;
          });
        }
      }
    }
    levels.forEach((level, i) => {
      const noise = 4 * Math.sqrt(level / pairs);
      expect(below[i]! / pairs, `P(p <= ${level})`).toBeLessThan(level + noise);
    });
    // Nor so careful that it never speaks.
    expect(small / pairs).toBeGreaterThan(0.02);
  });

  it("is so also where objects that nearly everybody touched take most of every degree", () => {
    const random = seeded("saturated");
    const levels = [0.05, 0.01, 0.003, 0.001];
    const below = levels.map(() => 0);
    let [pairs, met] = [0, 0];
    for (let run = 0; run < 10; run++) {
      const acts: Act[] = [];
      for (let account = 0; account < 100; account++) {
        for (let viral = 0; viral < 30; viral++) if (random() < 0.95) acts.push([account, viral, random() * 1000]);
        for (let k = account < 50 ? 20 : 0; k > 0; k--) {
          acts.push([account, 30 + Math.floor(500 * random()), random() * 1000]);
        }
      }
      const world = participationOf(acts, 100, 530, 50);
      const model = surpriseNull(world, solveBicm(world));
      const meet = encounters(world, 50, model.meetingBits);
      for (let a = 0; a < 50; a++) {
        for (let b = 0; b < a; b++) {
          const { weight, within } = meet(a, b);
          const p = model.tail(a, b, weight);
          pairs++;
          met += within;
          levels.forEach((level, i) => {
            if (p <= level) below[i]!++;
          });
        }
      }
    }
    expect(met / pairs).toBeGreaterThan(2);
    levels.forEach((level, i) => {
      expect(below[i]! / pairs, `P(p <= ${level})`).toBeLessThan(level);
    });
  });
});

describe("a table that goes no farther than it is asked for", () => {
  it.each([
    ["of accounts that hardly ever meet", 1e-4],
    ["of ordinary accounts", 0.2],
    ["of accounts that expect more than the table holds", 20],
  ])("tells the same p, %s", (_, rate) => {
    const jumps = Array.from({ length: 50 }, (__, i) => 48 + i);
    const g = jumps.map((jump) => (rate * 2 ** (-(jump - 48) / 4)) / 6);
    const whole = panjerTail({ jumps, g });
    const short = panjerTail({ jumps, g }, 160);
    expect(short.length).toBe(161);
    for (let t = 0; t <= 160; t++) expect(Math.abs(short[t]! / whole[t]! - 1)).toBeLessThan(1e-8);
  });

  it("goes as far as the sum asked about", () => {
    expect([0, 160, 161, 480, 481].map(reachFor)).toEqual([160, 160, 480, 480, undefined]);
  });
});
