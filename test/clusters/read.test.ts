import { describe, expect, test } from "vitest";
import { byEvidence } from "../../src/clusters/draft.ts";
import { clusterIdOf, readingOf } from "../../src/clusters/read.ts";
import { EXPLAINS, NOTABLE, type RivalName, type WeighedRival } from "../../src/clusters/rivals/rival.ts";
import { draftByHand } from "../support/measures.ts";

const rival = (name: RivalName, score: number): WeighedRival => ({ name, score, sentence: "", measurements: [] });

const OFTEN = { occasions: 9, spanDays: 20, exportDays: 30 };
const ONCE = { occasions: 1, spanDays: 0.04, exportDays: 30 };

describe("what a draft comes to", () => {
  test("from the bar on, the best rival is the reading", () => {
    const at = readingOf(draftByHand([0, 1, 2]), [rival("sports", EXPLAINS), rival("fans", 0.3)], OFTEN);
    expect(at).toMatchObject({ reading: "explained:sports", topRival: "sports" });
    expect(at.rivals.map(({ name }) => name)).toEqual(["sports", "fans"]);
  });

  test("below the bar the claim stands, with the rival beside it; a poor one is not named", () => {
    expect(readingOf(draftByHand([0, 1, 2]), [rival("spam", EXPLAINS - 0.001)], OFTEN)).toMatchObject({
      reading: "unexplained",
      topRival: "spam",
    });
    expect(readingOf(draftByHand([0, 1, 2]), [rival("spam", NOTABLE)], OFTEN).topRival).toBe("spam");
    expect(readingOf(draftByHand([0, 1, 2]), [rival("spam", NOTABLE - 0.001)], OFTEN).topRival).toBeNull();
  });

  test("a weak group that a rival explains is explained, and keeps why it is weak; one that none explains stays weak", () => {
    const weak = draftByHand([0, 1, 2], { reading: "weak", weakBecause: "a tree" });
    expect(readingOf(weak, [rival("fans", EXPLAINS)], OFTEN)).toMatchObject({
      reading: "explained:fans",
      weakBecause: "a tree",
      topRival: "fans",
    });
    expect(readingOf(weak, [rival("fans", EXPLAINS - 0.001)], OFTEN)).toMatchObject({
      reading: "weak",
      weakBecause: "a tree",
      topRival: "fans",
    });
  });
});

describe("one coincidence", () => {
  const five = draftByHand([0, 1, 2, 3, 4]);

  test("few accounts that met on one occasion are no pattern", () => {
    const { reading, weakBecause, topRival } = readingOf(five, [rival("fans", 0.3)], ONCE);
    expect({ reading, topRival }).toEqual({ reading: "weak", topRival: "fans" });
    expect(weakBecause).toBe("5 accounts that met on one occasion only, within an hour: a coincidence is no pattern");
    const evening = readingOf(five, [], { ...ONCE, spanDays: 0.15, exportDays: 0.7 });
    expect(evening.weakBecause).toMatch(/within 4 hours.*too short to say whether they came again$/);
  });

  test("who works day and night has no pause, and is no coincidence", () => {
    expect(readingOf(five, [], { ...ONCE, spanDays: 0.5 }).reading).toBe("weak");
    expect(readingOf(five, [], { ...ONCE, spanDays: 0.51 }).reading).toBe("unexplained");
  });

  test("a second occasion, or a sixth account, carries the claim", () => {
    expect(readingOf(five, [], { ...ONCE, occasions: 2 }).reading).toBe("unexplained");
    expect(readingOf(draftByHand([0, 1, 2, 3, 4, 5]), [], ONCE)).toMatchObject({
      reading: "unexplained",
      weakBecause: null,
    });
  });

  test("what a rival explains is said to be explained; what was weak keeps its reason", () => {
    expect(readingOf(five, [rival("spam", EXPLAINS)], ONCE).reading).toBe("explained:spam");
    const weak = draftByHand([0, 1, 2], { reading: "weak", weakBecause: "a tree" });
    expect(readingOf(weak, [], ONCE).weakBecause).toBe("a tree");
  });
});

test("unexplained stands before explained, and that before weak, whatever their q", () => {
  const drafts = [
    draftByHand([0, 1, 2], { reading: "weak", q: 0.0001 }),
    draftByHand([3, 4, 5], { reading: "explained:fans", q: 0.001 }),
    draftByHand([6, 7, 8], { reading: "unexplained", q: 0.04 }),
    draftByHand([9, 10, 11], { reading: "unexplained", q: 0.01 }),
  ];
  expect(drafts.sort(byEvidence).map(({ accounts }) => accounts[0])).toEqual([9, 6, 3, 0]);
  expect([clusterIdOf(0), clusterIdOf(99)]).toEqual(["C01", "C100"]);
});
