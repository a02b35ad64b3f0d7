import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logOdds, termsOf } from "../../src/text/distinguishing.ts";
import { nameShape } from "../../src/text/name-shape.ts";

describe("log-odds with a prior", () => {
  test("a worked example: 30 of 1,000 uses against 10 of 1,000", () => {
    // a = 4, A = 200: log(34 / 1166) - log(14 / 1186) over sqrt(1/34 + 1/14).
    const expected = (Math.log(34 / 1166) - Math.log(14 / 1186)) / Math.sqrt(1 / 34 + 1 / 14);
    expect(logOdds({ inside: 30, outside: 10 }, 1000, 1000)).toBeCloseTo(expected, 12);
  });

  test("sides change places with the sign, equal shares come to nothing", () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (inside, outside) => {
        if (inside + outside === 0) return;
        const there = logOdds({ inside, outside }, 1000, 2000);
        const back = logOdds({ inside: outside, outside: inside }, 2000, 1000);
        expect(there).toBeCloseTo(-back, 9);
      }),
    );
    expect(logOdds({ inside: 20, outside: 40 }, 1000, 2000)).toBeCloseTo(0, 9);
  });

  test("a term seen often and only here stands above one seen twice and only here", () => {
    expect(logOdds({ inside: 100, outside: 0 }, 5000, 5000)).toBeGreaterThan(
      2 * logOdds({ inside: 2, outside: 0 }, 5000, 5000),
    );
  });
});

describe("terms of a text", () => {
  test("words and neighbours, each once, without bare numbers and single letters", () => {
    expect(termsOf("agua limpia 12 agua limpia y fuente")).toEqual(
      new Set(["agua", "limpia", "agua limpia", "fuente"]),
    );
    expect(termsOf("12 dead").has("12 dead")).toBe(false);
    expect(termsOf("2016in4words")).toEqual(new Set(["2016in4words"]));
  });
});

test.each([
  ["patriot12345678", "ends in eight or more digits"],
  ["maria2017", "ends in four to seven digits"],
  ["sam9", "ends in one to three digits"],
  ["4you", "digits within"],
  ["real_news.now", "letters and marks (_ . -)"],
  ["TodayNYCity", "letters alone"],
  ["“><svg", "anything else"],
])("the name %s is of the shape: %s", (name, shape) => {
  expect(nameShape(name)).toBe(shape);
});
