import { describe, expect, test } from "vitest";
import { findGroups } from "../../src/clusters/find.ts";
import { CREW, plantedSeen } from "../../src/clusters/plant.ts";
import { isOpen, powerOf, powerSentence } from "../../src/clusters/power.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { OPTIONS, smallWorld } from "./worlds.ts";

const { traces } = smallWorld(7, { answers: 4 });
const seen = (objects: number, options = OPTIONS, taken: number[] = []) =>
  plantedSeen(traces, options, taken, objects)[0];

describe("a crew planted in the data", () => {
  test("is seen when it shares much, and not when it shares next to nothing", () => {
    expect(findGroups(traces, OPTIONS, SILENT).drafts).toEqual([]);
    expect(seen(8)).toBe(true);
    expect(seen(1)).toBe(false);
  });

  test("must share more, the surer one wants to be", () => {
    const least = (q: number) => [2, 3, 4, 5, 6, 8].find((objects) => seen(objects, { ...OPTIONS, q }) === true);
    expect(least(1e-9)).toBeGreaterThan(least(0.05)!);
  });

  test("cannot be had without ten accounts that are active enough and free", () => {
    const { accountCount } = traces[0]!.actions;
    expect(seen(10_000)).toBeNull();
    const all = Array.from({ length: accountCount }, (_, u) => u);
    expect(seen(2, OPTIONS, all)).toBeNull();
    expect(seen(2, OPTIONS, all.slice(CREW))).not.toBeNull();
    expect(seen(2, OPTIONS, all.slice(CREW - 1))).toBeNull();
  });

  test("leaves the data as they were", () => {
    const before = traces[0]!.actions.object.slice();
    seen(5);
    expect(traces[0]!.actions.object).toEqual(before);
  });
});

test("power is the least number seen, trace by trace", () => {
  const power = powerOf(
    ["co-url", "same-text", "co-media"],
    [2, 3, 4],
    [
      [false, false, null],
      [false, true, null],
      [true, true, null],
    ],
  );
  expect(power.map(({ objects }) => objects)).toEqual([4, 3, null]);
});

test("crews that share more are asked about only while some trace has not seen one and could", () => {
  expect(isOpen([], 3)).toBe(true);
  expect(isOpen([[true, false, null]], 3)).toBe(true);
  expect(
    isOpen(
      [
        [true, false, null],
        [false, true, true],
      ],
      3,
    ),
  ).toBe(false);
  expect(isOpen([[true, null, null]], 3)).toBe(false);
  // What came after there was no crew to be had is not looked at, whether it was asked or not.
  expect(powerOf(["co-url"], [2, 3], [[null], [true]])).toEqual([{ trace: "co-url", objects: null }]);
  expect(powerOf(["co-url"], [2, 3], [[false]])).toEqual([{ trace: "co-url", objects: null }]);
});

test("one sentence for all traces, the easiest first", () => {
  expect(
    powerSentence([
      { trace: "co-url", objects: 5 },
      { trace: "same-text", objects: 3 },
      { trace: "co-media", objects: null },
    ]),
  ).toBe(
    "A crew of 10 accounts of ordinary activity is seen when planted in these posts, if each two of them share, within the window, at least 3 identical texts or 5 identical links; by identical pictures alone none was seen. Smaller or quieter ones may have been missed.",
  );
  expect(powerSentence([])).toMatch(/^Not worked out/);
  expect(powerSentence([{ trace: "co-url", objects: null }])).toMatch(/^No crew of 10 accounts/);
});
