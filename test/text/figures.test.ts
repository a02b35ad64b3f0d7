import { describe, expect, test } from "vitest";
import {
  formatCount,
  formatDelay,
  formatExpected,
  formatQ,
  formatRelation,
  formatShare,
  formatSpan,
  formatTime,
  formatWindow,
} from "../../src/text/figures.ts";

describe("numbers are written as the style says", () => {
  test.each([
    [0.003, "0.003"],
    [0.05, "0.05"],
    [0.31, "0.31"],
    [1, "1"],
    [0.0412, "0.041"],
    [0.0009996, "0.001"],
    [0.00099, "10⁻³"],
    [2e-5, "2×10⁻⁵"],
    [1e-5, "10⁻⁵"],
    [9.99e-7, "< 10⁻⁶"],
    [0, "< 10⁻⁶"],
    [null, "–"],
    [Number.NaN, "–"],
  ])("q %s is %s", (q, text) => expect(formatQ(q)).toBe(text));

  test("a sentence never reads q = <", () => {
    expect(formatRelation(1e-9)).toBe("< 10⁻⁶");
    expect(formatRelation(0.003)).toBe("= 0.003");
  });

  test.each([
    [0, "0 s"],
    [-9000, "−9 s"],
    [14_000, "+14 s"],
    [125_000, "+2 min 05 s"],
    [59_600, "+1 min"],
    [11_400_000, "+3 h 10 min"],
    [-187_200_000, "−2 d 4 h"],
    [400, "+0.4 s"],
  ])("delay %s is %s", (ms, text) => expect(formatDelay(ms)).toBe(text));

  test.each([
    [1.24, "1.2"],
    [9.96, "10"],
    [190, "190"],
    [0.01, "< 0.1"],
    [0, "0.0"],
    [null, "–"],
  ])("expected %s is %s", (value, text) => expect(formatExpected(value)).toBe(text));

  test.each([
    [0, "0%"],
    [0.0001, "< 0.1%"],
    [0.012, "1.2%"],
    [0.0196, "2%"],
    [0.333, "33%"],
  ])("share %s is %s", (share, text) => expect(formatShare(share)).toBe(text));

  test("counts are exact and in full", () => {
    expect(formatCount(23_403_061)).toBe("23,403,061");
    expect(formatCount(-5)).toBe("−5");
  });

  test("windows are named as rules, times in UTC", () => {
    expect([60_000, 300_000, 21_600_000, 86_400_000].map(formatWindow)).toEqual(["60 s", "5 min", "6 h", "1 d"]);
    expect(formatTime(Date.UTC(2015, 10, 17, 14, 2, 31))).toBe("17 Nov 2015 14:02:31");
    expect(formatSpan(Date.UTC(2015, 10, 1), Date.UTC(2015, 10, 30))).toBe("1–30 Nov 2015");
    expect(formatSpan(Date.UTC(2015, 9, 29), Date.UTC(2015, 10, 2))).toBe("29 Oct – 2 Nov 2015");
    expect(formatSpan(Date.UTC(2015, 11, 30), Date.UTC(2016, 0, 2))).toBe("30 Dec 2015 – 2 Jan 2016");
  });
});
