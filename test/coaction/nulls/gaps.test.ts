import { describe, expect, it } from "vitest";
import { GapLadder } from "../../../src/coaction/nulls/gaps.ts";
import { type Random, seeded } from "../../../src/math/random.ts";

const HOUR = 3_600_000;
const WINDOW = 6 * HOUR;

/** Lives of objects: even, a burst with a tail, whole minutes with ties, a crew in step among latecomers. */
const SHAPES: readonly (readonly [string, (random: Random, n: number) => number[]])[] = [
  ["even", (random, n) => Array.from({ length: n }, () => Math.floor(random() * 48 * HOUR))],
  ["a burst", (random, n) => Array.from({ length: n }, () => Math.floor(1000 * Math.exp(random() * 12)))],
  ["whole minutes", (random, n) => Array.from({ length: n }, () => 60_000 * Math.floor(random() * 90))],
  [
    "in step",
    (random, n) => Array.from({ length: n }, (_, i) => Math.floor(random() * (i < n / 3 ? 60_000 : 72 * HOUR))),
  ],
];

function ladderOf(times: number[]): GapLadder {
  const ladder = new GapLadder(1, WINDOW);
  ladder.add(0, Float64Array.from(times).sort(), times.length);
  return ladder;
}

const pairsWithin = (times: readonly number[], gapMs: number): number => {
  let within = 0;
  for (let i = 0; i < times.length; i++) {
    for (let j = 0; j < i; j++) if (Math.abs(times[i]! - times[j]!) <= gapMs) within++;
  }
  return within;
};

describe.each(SHAPES)("the gaps of an object's first actions: %s", (name, timesOf) => {
  const random = seeded("gaps", name);
  const worlds = [3, 4, 7, 20, 60].map((n) => timesOf(random, n));

  it("are worth what the object's own pairs say, at most one rung and a quarter bit less", () => {
    for (const times of worlds) {
      const ladder = ladderOf(times);
      const all = pairsWithin(times, WINDOW);
      for (let i = 0; i < times.length; i++) {
        for (let j = 0; j < i; j++) {
          const gapMs = Math.abs(times[i]! - times[j]!);
          const quarters = ladder.quarters(0, gapMs);
          if (gapMs > WINDOW) {
            expect(quarters).toBe(0);
            continue;
          }
          expect(quarters).toBeLessThanOrEqual(4 * Math.log2(all / pairsWithin(times, gapMs)) + 1e-9);
          // Below two seconds nothing is told apart; above, the next rung is at most half an octave up.
          const rungMs = Math.max(gapMs * Math.SQRT2 * (1 + 1e-12), 1500);
          expect(quarters).toBeGreaterThan(4 * Math.log2(all / pairsWithin(times, rungMs)) - 1);
          expect(quarters).toBeLessThanOrEqual(ladder.most(0));
        }
      }
    }
  });

  it("are never worth less when they are closer", () => {
    for (const times of worlds) {
      const ladder = ladderOf(times);
      let before = ladder.most(0);
      for (let gapMs = 0; gapMs <= WINDOW * 1.1; gapMs = Math.max(1, gapMs * 1.05)) {
        const now = ladder.quarters(0, gapMs);
        expect(now).toBeLessThanOrEqual(before);
        before = now;
      }
      expect(before).toBe(0);
    }
  });

  it("are at most exponential for two participants drawn at random", () => {
    for (const times of worlds) {
      const ladder = ladderOf(times);
      const values: number[] = [];
      for (let i = 0; i < times.length; i++) {
        for (let j = 0; j < i; j++) {
          const gapMs = Math.abs(times[i]! - times[j]!);
          if (gapMs <= WINDOW) values.push(ladder.quarters(0, gapMs));
        }
      }
      for (let quarters = 0; quarters <= 40; quarters++) {
        const share = values.filter((value) => value >= quarters).length;
        expect(share).toBeLessThanOrEqual(values.length * 2 ** (-quarters / 4) + 1e-9);
      }
    }
  });
});

it("say something of close ones, in twenty minutes among days as in seconds among hours", () => {
  for (const unitMs of [1000, 60_000]) {
    const crew = Array.from({ length: 20 }, (_, i) => i * unitMs);
    const others = Array.from({ length: 60 }, (_, i) => (i + 1) * 200 * unitMs);
    const ladder = new GapLadder(1, 5000 * unitMs);
    ladder.add(0, Float64Array.from([...crew, ...others]).sort(), 80);
    expect(ladder.quarters(0, 19 * unitMs)).toBeGreaterThan(4 * 2);
  }
});

it("say nothing with two accounts, without an end of the window, or where all are far apart", () => {
  const ladder = new GapLadder(4, WINDOW);
  expect(ladder.add(0, Float64Array.of(0, 5), 2)).toBe(1);
  expect(ladder.add(1, Float64Array.of(0, 1e12, 2e12), 3)).toBe(0);
  // One pair in the window: no other to be closer than.
  expect(ladder.add(2, Float64Array.of(0, 5, 2e12), 3)).toBe(1);
  for (const object of [0, 1, 2, 3]) {
    expect(ladder.quarters(object, 0)).toBe(0);
    expect(ladder.most(object)).toBe(0);
  }
  const endless = new GapLadder(1, Number.POSITIVE_INFINITY);
  expect(endless.add(0, Float64Array.of(0, 5, 2e12), 3)).toBe(3);
  expect(endless.quarters(0, 0)).toBe(0);
});
