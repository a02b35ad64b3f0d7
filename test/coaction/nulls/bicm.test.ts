import { describe, expect, it } from "vitest";
import { solveBicm } from "../../../src/coaction/nulls/bicm.ts";
import { sharingNull } from "../../../src/coaction/nulls/sharing.ts";
import { poissonBinomialTail } from "../../../src/math/poisson-binomial.ts";
import { seeded } from "../../../src/math/random.ts";
import { type Act, innocentActs, participationOf } from "../worlds.ts";

const rates = Array.from({ length: 60 }, (_, i) => 8 + Math.floor(40 / (i + 1) ** 0.8));
const crowds = Array.from({ length: 150 }, (_, i) => 8 + Math.floor(50 / (i + 1) ** 0.7));
const acts = innocentActs(seeded("bicm"), rates, crowds, () => 100_000);
const part = participationOf(acts, rates.length, crowds.length, 20_000);

describe("the degree-preserving model", () => {
  const bicm = solveBicm(part);
  const chance = (account: number, object: number) =>
    bicm.chance[bicm.accountClass[account]! * bicm.objectClasses + bicm.objectClass[object]!]!;

  it("gives back the number of objects of every account, and of accounts of every object", () => {
    expect(bicm.residual).toBeLessThanOrEqual(1e-6);
    for (let u = 0; u < part.accountCount; u++) {
      let sum = 0;
      for (let o = 0; o < part.objectCount; o++) sum += chance(u, o);
      expect(Math.abs(sum - (part.starts[u + 1]! - part.starts[u]!))).toBeLessThan(1e-4);
    }
    for (let o = 0; o < part.objectCount; o++) {
      let sum = 0;
      for (let u = 0; u < part.accountCount; u++) sum += chance(u, o);
      expect(Math.abs(sum - part.popularity[o]!)).toBeLessThan(1e-4);
    }
  });

  it("has odds that factorise: no account prefers any object", () => {
    const odds = (u: number, o: number) => chance(u, o) / (1 - chance(u, o));
    for (const [u, v, o, q] of [
      [0, 30, 0, 100],
      [3, 55, 7, 140],
    ] as const) {
      expect((odds(u, o) * odds(v, q)) / (odds(u, q) * odds(v, o))).toBeCloseTo(1, 9);
    }
  });

  it("is a half everywhere when each of two accounts has one of two objects", () => {
    const square = participationOf(
      [
        [0, 0, 0],
        [1, 1, 0],
      ],
      2,
      2,
      1,
    );
    for (const one of solveBicm(square).chance) expect(one).toBeCloseTo(0.5, 6);
  });

  it("ends also where an account took part in everything, and in an empty world", () => {
    const full: Act[] = [0, 1, 2].map((object) => [0, object, 0]);
    const {
      chance: chances,
      residual,
      accountClass,
      objectClasses,
    } = solveBicm(participationOf([...full, [1, 0, 0]], 3, 3, 1));
    const row = accountClass[0]! * objectClasses;
    for (const one of chances.slice(row, row + objectClasses)) expect(one).toBeGreaterThan(0.95);
    expect(residual).toBeLessThan(0.05);
    expect([...chances].every((one) => one >= 0 && one <= 1)).toBe(true);
    expect([...solveBicm(participationOf([], 0, 0, 1)).chance]).toEqual([]);
  });
});

describe("the sharing null", () => {
  const sharing = sharingNull(part, solveBicm(part));
  const bicm = solveBicm(part);
  const together = (a: number, b: number) =>
    Array.from({ length: part.objectCount }, (_, o) => {
      const column = bicm.objectClass[o]!;
      const of = (u: number) => bicm.chance[bicm.accountClass[u]! * bicm.objectClasses + column]!;
      return of(a) * of(b) * part.tempo[o]!;
    });

  it("expects the sum over objects of both chances and the tempo, either way round", () => {
    for (const [a, b] of [
      [0, 1],
      [2, 40],
      [50, 59],
    ] as const) {
      const sum = together(a, b).reduce((left, right) => left + right, 0);
      expect(sharing.expected(a, b)).toBeCloseTo(sum, 9);
      expect(sharing.expected(b, a)).toBe(sharing.expected(a, b));
      expect(sharing.leCam(a, b)).toBeCloseTo(
        together(a, b).reduce((left, right) => left + right ** 2, 0),
        9,
      );
    }
  });

  it("has a tail that is never below the exact one above the mean, and no farther from it than it says", () => {
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [3, 20],
      [40, 59],
    ] as const) {
      const chances = together(a, b);
      const expected = sharing.expected(a, b);
      for (let k = 1; k < 25; k++) {
        const exact = poissonBinomialTail(chances, chances.length, k);
        const approximate = sharing.tail(k, expected);
        expect(Math.abs(approximate - exact)).toBeLessThanOrEqual(sharing.leCam(a, b) + 1e-12);
        if (k >= expected + 1) expect(approximate).toBeGreaterThanOrEqual(exact);
      }
    }
  });

  it("expects what happens: the mean over many worlds of one kind", () => {
    const random = seeded("mean");
    let [met, expected] = [0, 0];
    for (let run = 0; run < 40; run++) {
      const world = innocentActs(random, rates, crowds, () => 100_000);
      const own = participationOf(world, rates.length, crowds.length, 20_000);
      const model = sharingNull(own, solveBicm(own));
      for (const [a, b] of [
        [0, 1],
        [1, 2],
        [2, 5],
        [4, 30],
      ] as const) {
        expected += model.expected(a, b);
        for (let i = own.starts[a]!; i < own.starts[a + 1]!; i++) {
          for (let j = own.starts[b]!; j < own.starts[b + 1]!; j++) {
            if (own.object[i] === own.object[j] && Math.abs(own.firstMs[i]! - own.firstMs[j]!) <= 20_000) met++;
          }
        }
      }
    }
    expect(met / expected).toBeGreaterThan(0.9);
    expect(met / expected).toBeLessThan(1.1);
  });
});
