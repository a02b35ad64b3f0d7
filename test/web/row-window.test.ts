import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rowAfter, rowPlaces, rowWindow, scrollFor } from "../../web/charts/row-window.ts";

describe("the rows of a long list that are in the document", () => {
  test("hold every row in sight and few more, wherever one scrolls", () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), fc.integer({ min: 100, max: 2000 }), fc.nat(200_000), (top, height, count) => {
        const { first, end } = rowWindow(top, height, 30, count);
        const reach = Math.max(0, Math.min(top, count * 30 - height));
        expect(first).toBeLessThanOrEqual(Math.floor(reach / 30));
        expect(end).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((reach + height) / 30)));
        // No two rows of a window may want the same place in the ring.
        expect(end - first).toBeLessThanOrEqual(rowPlaces(height, 30));
        expect(rowPlaces(height, 30)).toBeLessThanOrEqual(Math.ceil(height / 30) + 18);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
      }),
    );
  });

  test("a row out of sight asks for the shortest way, one in sight for none", () => {
    expect(scrollFor(3, 0, 300, 30)).toBeNull();
    expect(scrollFor(9, 0, 300, 30)).toBeNull();
    expect(scrollFor(10, 0, 300, 30)).toBe(30);
    expect(scrollFor(2, 90, 300, 30)).toBe(60);
  });

  test.each([
    ["j", 4, 5],
    ["k", 4, 3],
    ["k", 0, 0],
    ["j", 99, 99],
    ["j", -1, 0],
    ["PageDown", 4, 13],
    ["PageDown", -1, 9],
    ["PageUp", 4, 0],
    ["Home", 40, 0],
    ["End", 4, 99],
    ["x", 4, null],
    ["constructor", 4, null],
  ])("%s from row %i leads to %s", (key, from, to) => {
    expect(rowAfter(key, from, 100, 10)).toBe(to);
  });

  test("no key leads anywhere in an empty list", () => {
    expect(rowAfter("j", -1, 0, 10)).toBeNull();
  });
});
