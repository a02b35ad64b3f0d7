import { describe, expect, it } from "vitest";
import { bootstrapIntervals } from "../../src/evaluate/bootstrap.ts";
import { pooledComposition } from "../../src/evaluate/composition.ts";
import { figureKey, figuresOf } from "../../src/evaluate/figures.ts";
import { percentileInterval } from "../../src/evaluate/interval.ts";
import { scorecardMarkdown } from "../../src/evaluate/markdown.ts";
import { overCasesMarkdown } from "../../src/evaluate/markdown-cases.ts";
import { meanInterval, overCases } from "../../src/evaluate/over-cases.ts";
import { scorecard } from "../../src/evaluate/scorecard.ts";
import { seeded } from "../../src/math/random.ts";
import { OPTIONS, times, world } from "./hand-made.ts";

const PRECISION = figureKey("flags", "in any cluster", "precision");
const RECALL = figureKey("flags", "in any cluster", "recall");

describe("percentile interval", () => {
  it("cuts a fortieth from either end, by straight line between values", () => {
    const values = Array.from({ length: 101 }, (_, i) => 100 - i);
    expect(percentileInterval(values)).toEqual({
      low: expect.closeTo(2.5, 9),
      high: expect.closeTo(97.5, 9),
      defined: 101,
    });
    expect(percentileInterval([3])).toEqual({ low: 3, high: 3, defined: 1 });
    expect(percentileInterval([])).toBeNull();
  });
});

describe("bootstrap over accounts", () => {
  const outcomes = world(
    `${times(30, "C1:p")} ${times(10, "C1:organic")} ${times(20, "-:p")} ${times(60, "-:organic")}`,
  );

  it("is the same for the same seed and stands around the figure", () => {
    const options = { resamples: 200, seed: 5 };
    const first = bootstrapIntervals(outcomes, OPTIONS, options);
    expect(bootstrapIntervals(outcomes, OPTIONS, options)).toEqual(first);
    expect(bootstrapIntervals(outcomes, OPTIONS, { ...options, seed: 6 })).not.toEqual(first);
    for (const { group, of, what, value } of figuresOf(scorecard(outcomes, OPTIONS))) {
      const interval = first.get(figureKey(group, of, what));
      if (value === null) expect(interval, `${of} ${what}`).toBeUndefined();
      else {
        expect(interval!.low, `${of} ${what}`).toBeLessThanOrEqual(value);
        expect(interval!.high, `${of} ${what}`).toBeGreaterThanOrEqual(value);
      }
    }
  });

  it("has about the width that a binomial has", () => {
    const recall = bootstrapIntervals(outcomes, OPTIONS, { resamples: 1000, seed: 1 }).get(RECALL)!;
    // 30 of 50 found: 1.96 standard errors either way.
    const half = 1.96 * Math.sqrt((0.6 * 0.4) / 50);
    expect((recall.high - recall.low) / 2).toBeGreaterThan(0.85 * half);
    expect((recall.high - recall.low) / 2).toBeLessThan(1.15 * half);
  });

  it("holds the truth about as often as it says, where accounts are independent", () => {
    const random = seeded(11, "coverage");
    let held = 0;
    const worlds = 200;
    for (let w = 0; w < worlds; w++) {
      const drawn = Array.from({ length: 80 }, () => (random() < 0.7 ? "C1:p" : "C1:organic")).join(" ");
      const interval = bootstrapIntervals(world(drawn), OPTIONS, { resamples: 200, seed: w }).get(PRECISION)!;
      if (interval.low <= 0.7 && interval.high >= 0.7) held++;
    }
    // 95 % promised; percentile intervals of 80 draws hold a little less. 200 worlds: standard error 1.7 points.
    expect(held / worlds).toBeGreaterThan(0.88);
    expect(held / worlds).toBeLessThan(0.99);
  });

  it("counts the resamples in which a figure exists", () => {
    // One flagged account of four: it is missing from (3/4)^4 of the resamples, and nothing is flagged there.
    const interval = bootstrapIntervals(world("C1:p -:organic -:organic -:p"), OPTIONS, { resamples: 1000, seed: 1 });
    expect(interval.get(PRECISION)!.defined / 1000).toBeCloseTo(1 - 0.75 ** 4, 1);
    expect(interval.get(PRECISION)).toMatchObject({ low: 1, high: 1 });
  });

  it("gives no interval where nothing is drawn, or nothing can be said", () => {
    expect(bootstrapIntervals(outcomes, OPTIONS, { resamples: 0, seed: 1 }).size).toBe(0);
    const silent = bootstrapIntervals(world("-:p -:organic"), OPTIONS, { resamples: 20, seed: 1 });
    expect(silent.has(PRECISION)).toBe(false);
    const allCovert = bootstrapIntervals(world("C1:p C1:p C2:q C2:q"), OPTIONS, { resamples: 20, seed: 1 });
    expect([...allCovert.keys()].some((key) => key.includes('"flags"'))).toBe(false);
    expect(allCovert.has(figureKey("clustering", "all labels", "NMI"))).toBe(true);
  });

  it("ranks by score in each resample, also where accounts are alike in all else", () => {
    // Perfect ranking inside one cluster: every resample with both sides in it is perfect as well.
    const ranked = world("C1:p C1:p C1:p C1:organic C1:organic C1:organic").map((outcome, i) => ({
      ...outcome,
      score: 1 - i / 10,
    }));
    const key = figureKey("ranking", "accounts", "average precision by score");
    const right = bootstrapIntervals(ranked, OPTIONS, { resamples: 200, seed: 1 }).get(key)!;
    expect(right).toMatchObject({ low: 1, high: 1 });
    const wrong = ranked.map((outcome) => ({ ...outcome, score: 1 - outcome.score }));
    expect(bootstrapIntervals(wrong, OPTIONS, { resamples: 200, seed: 1 }).get(key)!.low).toBeLessThan(0.5);
  });

  it("keeps accounts of different activity apart when it counts like ones together", () => {
    const few = world("C1:p C1:organic -:p -:organic", 1);
    const many = world("C2:p C2:p -:organic -:organic", 30);
    const options = { ...OPTIONS, minPosts: 20 };
    const of = "in any cluster, accounts with 2 posts or more";
    const intervals = bootstrapIntervals([...few, ...many], options, { resamples: 100, seed: 1 });
    expect(intervals.get(figureKey("flags", of, "precision"))).toMatchObject({ low: 1, high: 1 });
    expect(intervals.get(figureKey("clustering", "all labels", "coverage"))!.high).toBe(1);
    expect(intervals.get(PRECISION)!.low).toBeLessThan(1);
  });

  it("stands in brackets behind its figure", () => {
    const text = scorecardMarkdown(
      scorecard(outcomes, OPTIONS),
      bootstrapIntervals(outcomes, OPTIONS, { resamples: 100, seed: 1 }),
    );
    expect(text).toMatch(/\| in any cluster \| 120 \| 50 \| 40 \| 30 \| 0\.75 \(0\.\d\d to 0\.\d\d\) \|/);
  });
});

describe("over several cases", () => {
  const cards = (texts: readonly string[]) => texts.map((text) => scorecard(world(text), OPTIONS));
  const line = (lines: ReturnType<typeof overCases>, what: string) =>
    lines.find(({ of, what: name }) => of === "in any cluster" && name === what);

  it("takes the mean over the cases in which a figure exists", () => {
    const over = overCases(cards(["C1:p -:organic", "C1:p C1:organic", "-:p -:organic"]), { resamples: 10, seed: 1 });
    expect(line(over, "precision")).toMatchObject({ cases: 2, mean: 0.75, lowest: 0.5, highest: 1, interval: null });
    expect(line(over, "recall")).toMatchObject({ cases: 3, mean: 2 / 3 });
    expect(overCasesMarkdown(over, [], 3)).toContain("Fewer than 5 cases");
  });

  it("does not take a missed operation for a precision of 0", () => {
    const over = overCases(cards(["C1:p C1:organic -:organic", "-:p -:organic"]), { resamples: 10, seed: 1 });
    const of = (what: string) => over.find((one) => one.group === "operations" && one.what === what);
    expect(of("precision")).toMatchObject({ cases: 1, mean: 0.5 });
    expect(of("recall")).toMatchObject({ cases: 2, mean: 0.5 });
  });

  it("adds up what clusters are made of", () => {
    const each = cards(["C1:p C1:p C2:p -:organic", "C1:p c2:organic C3:p C3:organic", "-:p -:organic"]);
    const together = pooledComposition(each.map(({ composition }) => composition));
    expect(
      together.map(({ reading, mostly, clusters, cases, accounts }) => [reading, mostly, clusters, cases, accounts]),
    ).toEqual([
      ["unexplained", "covert", 3, 2, 4],
      ["unexplained", "mixed", 1, 1, 2],
      ["weak", "organic", 1, 1, 1],
    ]);
    expect(overCasesMarkdown([], together, 3)).toContain("| unexplained | covert (p) | 3 | 2 | 4 |");
  });

  it("draws whole cases", () => {
    const values = [0, 0, 0, 0, 0, 1, 1, 1, 1, 1];
    const interval = meanInterval(values, { resamples: 2000, seed: 1 }, "x")!;
    // The mean of ten fair coins: 0.2 and 0.8 are its 2.5th and 97.5th percentiles (binomial).
    expect([interval.low, interval.high]).toEqual([expect.closeTo(0.2, 9), expect.closeTo(0.8, 9)]);
    expect(meanInterval(values, { resamples: 2000, seed: 1 }, "x")).toEqual(interval);
    expect(meanInterval(values.slice(0, 4), { resamples: 2000, seed: 1 }, "x")).toBeNull();
  });

  it("shows a figure that is the same in all cases as sure", () => {
    const over = overCases(cards(Array.from({ length: 5 }, () => "C1:p C1:organic -:organic")), {
      resamples: 50,
      seed: 1,
    });
    expect(line(over, "precision")!.interval).toEqual({ low: 0.5, high: 0.5, defined: 50 });
  });
});
