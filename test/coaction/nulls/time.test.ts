import { describe, expect, it } from "vitest";
import { encounters } from "../../../src/coaction/nulls/time.ts";
import { between, seeded, shuffle } from "../../../src/math/random.ts";
import { type Act, participationOf } from "../worlds.ts";

const weightless = () => 0;

describe("encounters of two accounts", () => {
  const acts: Act[] = [
    [0, 0, 0],
    [1, 0, 50],
    [2, 0, 1000],
    [0, 1, 0],
    [1, 1, 61],
    [2, 1, 62],
    [3, 1, 63],
    [0, 2, 0],
    [1, 2, 1],
    [0, 3, 0],
    [1, 4, 0],
  ];
  const part = participationOf(acts, 5, 5, 60);
  const meet = encounters(part, 60, (object) => 10 ** object);

  it("are the objects of both, those within the window, and the weights of the latter", () => {
    expect(meet(0, 1)).toMatchObject({ shared: 3, within: 2, weight: 101, assessable: true });
    expect(meet(1, 0)).toEqual(meet(0, 1));
    expect(meet(1, 2)).toMatchObject({ shared: 2, within: 1, weight: 10 });
    expect(meet(0, 4)).toMatchObject({ shared: 0, within: 0, weight: 0, p: 1, expected: 0, assessable: false });
  });

  it("lie within the window at exactly its length, and not a millisecond beyond", () => {
    for (const [gap, within] of [
      [60, 1],
      [61, 0],
    ] as const) {
      const near = participationOf(
        [
          [0, 0, 1000],
          [1, 0, 1000 - gap],
        ],
        2,
        1,
        60,
      );
      expect(encounters(near, 60, weightless)(0, 1).within).toBe(within);
    }
  });

  it("expect of each object its tempo, and have the exact tail", () => {
    // Tempo: 1 of 3 pairs, 3 of 6, 1 of 1.
    const { expected, p } = meet(0, 1);
    expect(expected).toBeCloseTo(1 / 3 + 1 / 2 + 1, 12);
    expect(p).toBeCloseTo(1 - (2 / 3) * (1 / 2), 12);
  });

  it("say nothing where the two were alone on every object", () => {
    const alone = participationOf(
      [
        [0, 0, 0],
        [1, 0, 1],
        [0, 1, 0],
        [1, 1, 900],
      ],
      2,
      2,
      60,
    );
    expect(encounters(alone, 60, weightless)(0, 1)).toMatchObject({ shared: 2, within: 1, assessable: false });
  });

  it("have the tail that dealing out the times by hand has", () => {
    const random = seeded("dealing");
    for (let run = 0; run < 6; run++) {
      const objects = 5;
      const crowd = Array.from({ length: objects }, () => between(random, 2, 7));
      const times = crowd.map((n) => Array.from({ length: n }, () => between(random, 0, 100)));
      const world = (dealt: readonly (readonly number[])[]): Act[] =>
        dealt.flatMap((row, object) => row.map((timeMs, account): Act => [account, object, timeMs]));
      const first = participationOf(world(times), 7, objects, 30);
      const { p, expected, within } = encounters(first, 30, weightless)(0, 1);
      let [asMany, sum] = [0, 0];
      const rounds = 4000;
      for (let round = 0; round < rounds; round++) {
        const dealt = times.map((row) => shuffle(random, [...row]));
        const met = dealt.filter((row) => Math.abs(row[0]! - row[1]!) <= 30).length;
        sum += met;
        if (met >= within) asMany++;
      }
      expect(Math.abs(asMany / rounds - p)).toBeLessThan(0.03);
      expect(Math.abs(sum / rounds - expected)).toBeLessThan(0.08);
    }
  });

  it("have p that is uniform or more careful when the times are dealt out", () => {
    const random = seeded("uniform");
    const levels = [0.3, 0.1, 0.03, 0.01];
    const below = levels.map(() => 0);
    let pairs = 0;
    for (let run = 0; run < 60; run++) {
      const acts: Act[] = [];
      for (let object = 0; object < 40; object++) {
        for (let account = 0; account < 30; account++) {
          if (random() < 0.5) acts.push([account, object, Math.floor(1000 * random() ** 2)]);
        }
      }
      const meet = encounters(participationOf(acts, 30, 40, 50), 50, weightless);
      for (let a = 0; a < 30; a += 2) {
        pairs++;
        const { p } = meet(a, a + 1);
        levels.forEach((level, i) => {
          if (p <= level) below[i]!++;
        });
      }
    }
    levels.forEach((level, i) => {
      const noise = 3 * Math.sqrt((level * (1 - level)) / pairs);
      expect(below[i]! / pairs, `P(p <= ${level})`).toBeLessThan(level + noise);
    });
    // Nor so careful that it never speaks.
    expect(below[0]! / pairs).toBeGreaterThan(0.1);
  });
});
