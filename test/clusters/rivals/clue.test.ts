import { describe, expect, test } from "vitest";
import { type Clue, countOf, lean, leanFor, weighClues } from "../../../src/clusters/rivals/clue.ts";

const clue = (change: Partial<Clue>): Clue => ({
  what: "things",
  value: "7",
  expected: "many",
  lean: 1,
  weight: 1,
  ...change,
});
const odds = (score: number): number => Math.log(score / (1 - score));

describe("how far a figure leans", () => {
  test.each([
    [0.1, -1],
    [0.3, 0],
    [0.4, 0.5],
    [0.5, 1],
    [0.9, 1],
    [0, -1],
  ])("straight and no further: %d gives %d", (value, expected) => {
    expect(lean(value, 0.1, 0.5)).toBeCloseTo(expected, 12);
  });

  test("the smaller the better", () => {
    expect([lean(5, 5, 2), lean(2, 5, 2), lean(3.5, 5, 2)]).toEqual([-1, 1, 0]);
  });

  test("a figure whose lack says nothing", () => {
    expect([leanFor(0, 0.1, 0.5), leanFor(0.1, 0.1, 0.5), leanFor(0.7, 0.1, 0.5)]).toEqual([0, 0, 1]);
    expect(leanFor(0.3, 0.1, 0.5)).toBeCloseTo(0.5, 12);
  });
});

describe("the sum of clues", () => {
  test("log-odds add up, each capped at its weight", () => {
    const { score } = weighClues("fans", "Fans", -2, [
      clue({ lean: 0.5, weight: 2 }),
      clue({ lean: -1, weight: 9, weightAgainst: 0.25 }),
      clue({ lean: -0.5, weight: 1 }),
    ]);
    expect(odds(score)).toBeCloseTo(-2 + 1 - 0.25 - 0.5, 12);
  });

  test("what the export does not hold has no say, and points neither way", () => {
    const { score, measurements, sentence } = weighClues("fans", "Fans", -2, [clue({ value: null })]);
    expect(odds(score)).toBeCloseTo(-2, 12);
    expect(measurements).toEqual([{ what: "things", value: "not measured", expected: "many", points: "neither" }]);
    expect(sentence).toBe("Fans would not explain it (0.12).");
  });

  test("which way it points: small leans none, and never where it has no weight", () => {
    const points = (change: Partial<Clue>) => weighClues("fans", "Fans", 0, [clue(change)]).measurements[0]!.points;
    expect([points({ lean: 0.2 }), points({ lean: 0.19 }), points({ lean: -0.2 }), points({ lean: -0.19 })]).toEqual([
      "for",
      "neither",
      "against",
      "neither",
    ]);
    expect(points({ lean: -1, weightAgainst: 0 })).toBe("neither");
  });

  test("the sentence carries the score and the figures, and its verb follows the score", () => {
    const said = (base: number) =>
      weighClues("sports", "A match", base, [clue({}), clue({ what: "words", value: "0 %", lean: -1 })]);
    expect(said(0).sentence).toBe("A match would explain this (0.50); for it: things (7); against it: words (0 %).");
    expect(said(-1).sentence).toMatch(/^A match would explain it in part \(0\.27\)/);
    expect(said(-2).sentence).toMatch(/^A match would not explain it \(0\.12\)/);
  });

  test("counts are said with their whole, or not at all", () => {
    expect([countOf(3, 14), countOf(0, 0)]).toEqual(["3 of 14", null]);
  });
});
