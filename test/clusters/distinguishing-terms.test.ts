import { describe, expect, test } from "vitest";
import { distinguishingTerms, type NormalText } from "../../src/clusters/distinguishing-terms.ts";

const texts = (count: number, text: (i: number) => string, accounts = 5): NormalText[] =>
  Array.from({ length: count }, (_, i) => ({ account: i % accounts, normal: text(i) }));

describe("what tells a cluster's texts apart", () => {
  const others = texts(400, (i) => `the weather in town number${i % 7} is fine`);

  test("is what it says and others do not, as a phrase where it is one", () => {
    const cluster = texts(60, (i) => (i % 2 === 0 ? "the clean water now is fine" : "the weather is fine"));
    const found = distinguishingTerms(cluster, others).map(({ term }) => term);
    expect(found).toContain("clean water");
    // Covered by the phrase; and what everybody says tells nobody apart.
    expect(found).not.toContain("clean");
    expect(found).not.toContain("the");
    expect(found).not.toContain("weather");
  });

  test("counts posts, not words, and says how many accounts wrote them", () => {
    const cluster = texts(40, () => "voz voz voz de todos", 4);
    const voz = distinguishingTerms(cluster, others).find(({ term }) => term.includes("voz"));
    expect(voz).toMatchObject({ posts: 40, accounts: 4, others: 0 });
  });

  test("is nothing that one account alone says, however often", () => {
    expect(
      distinguishingTerms(
        texts(40, () => "solo mio", 1),
        others,
      ),
    ).toEqual([]);
  });

  test("is nothing where nothing was written", () => {
    expect(distinguishingTerms([], others)).toEqual([]);
  });
});
