import { describe, expect, test } from "vitest";
import type { Profile, Reading } from "../../src/clusters/profile.ts";
import type { WeighedRival } from "../../src/clusters/rivals/rival.ts";
import { countReadings, readingsSentence, rivalSentence } from "../../src/summaries/claim.ts";

const weighed = (score: number): WeighedRival => ({
  name: "news-shock",
  score,
  sentence: "What the weighing says.",
  measurements: [],
});
const sentence = (reading: Reading, ...rivals: WeighedRival[]): string =>
  rivalSentence({ reading, rivals } as unknown as Profile);

describe("the strongest rival beside the claim", () => {
  test("an unexplained cluster names it, its score and the score that would have explained it", () => {
    expect(sentence("unexplained", weighed(0.12), weighed(0.1))).toBe(
      "No innocent or other explanation fits; the strongest, news shock, reaches 0.12 of the 0.50 that would explain it. What the weighing says.",
    );
  });

  test("an explained cluster says what explains it, and never that nothing fits", () => {
    expect(sentence("explained:news-shock", weighed(0.81))).toBe("What the weighing says.");
  });

  test("a weak cluster that a rival would explain is not said to be without one", () => {
    expect(sentence("weak", weighed(0.5))).toContain("news shock would explain it");
    expect(sentence("weak", weighed(0.49))).toContain("No innocent or other explanation fits");
  });

  test("nothing weighed is not called nothing found", () => {
    expect(sentence("unexplained")).toBe("No innocent or other explanation was weighed.");
  });
});

describe("counts of readings", () => {
  const readings = ["explained:staff", "unexplained", "explained:news-shock", "weak", "explained:staff", "weak"];

  test("every cluster is counted once, rivals with the commonest first", () => {
    expect(countReadings(readings)).toEqual({
      unexplained: 1,
      explained: 3,
      weak: 2,
      byRival: [
        ["staff", 2],
        ["news shock", 1],
      ],
    });
  });

  test("the opening says all three, and what explains", () => {
    const text = readingsSentence(readings);
    expect(text).toContain("**6 clusters**: 1 read `unexplained`");
    expect(text).toContain("3 `explained` (coordinated, but one of them fits: staff 2, news shock 1), 2 `weak`");
    expect(readingsSentence(["weak"])).toContain("0 `explained` (coordinated, but one of them fits), 1 `weak`");
  });
});
