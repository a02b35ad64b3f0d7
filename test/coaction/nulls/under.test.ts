import { expect, it } from "vitest";
import { underWhich } from "../../../src/coaction/nulls/under.ts";
import { UNDER } from "../../../src/corpus/pairs.ts";

it("each timing null is judged by itself over all pairs tested, and what it cannot assess does not stand", () => {
  const none = Number.NaN;
  const within = Float64Array.of(1e-6, 1e-6, 0.5, 0.5, none, none, 1e-6, none);
  const outside = Float64Array.of(1e-6, 0.5, 1e-6, 0.5, none, 1e-6, none, 0.5);
  const names = [...underWhich(within, outside, 1000, 0.05)].map((i) => UNDER[i]);
  expect(names).toEqual(["both", "within", "outside", "neither", "not-assessable", "outside", "within", "neither"]);
  // A millionth is nothing special among a million pairs, and the level decides.
  expect(new Set([...underWhich(within, outside, 1e6, 0.05)].map((i) => UNDER[i]))).toEqual(
    new Set(["neither", "not-assessable"]),
  );
  expect(UNDER[underWhich(within, outside, 1e6, 0.5)[0]!]).toBe("both");
});
