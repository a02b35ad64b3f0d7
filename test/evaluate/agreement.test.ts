import { describe, expect, it } from "vitest";
import { agreement } from "../../src/evaluate/agreement.ts";
import { contingency } from "../../src/evaluate/contingency.ts";

const measure = (clusters: string, labels: string) => agreement(contingency([...clusters], [...labels]));

describe("agreement of clusters with labels", () => {
  it("matches figures worked out by hand for two mixed clusters", () => {
    const result = measure("AAABBB", "xxyxyy");
    // Together 2 pairs, 6 in clusters, 6 in labels, 15 in all: (2 - 2.4) / (6 - 2.4).
    expect(result.ari).toBeCloseTo(-1 / 9, 12);
    // I = 2/3 ln(4/3) + 1/3 ln(2/3), both entropies ln 2.
    expect(result.nmi).toBeCloseTo(0.0817042, 6);
    expect(result.purity).toBeCloseTo(4 / 6, 12);
    expect(result.pairPrecision).toBeCloseTo(2 / 6, 12);
    expect(result.pairRecall).toBeCloseTo(2 / 6, 12);
  });

  it("gives scikit-learn's ARI of its own documented example, with unequal precision and recall", () => {
    const result = measure("0011", "0012");
    expect(result.ari).toBeCloseTo(0.5714285714, 9);
    expect(result.nmi).toBeCloseTo(0.8, 9);
    expect(result.pairPrecision).toBe(0.5);
    expect(result.pairRecall).toBe(1);
  });

  it("is 1 everywhere for a perfect clustering, whatever the names", () => {
    expect(measure("AABBC", "zzyyx")).toMatchObject({ nmi: 1, ari: 1, purity: 1, pairPrecision: 1, pairRecall: 1 });
  });

  it("gives one giant cluster full recall and no agreement", () => {
    const result = measure("AAAA", "xxyy");
    expect(result).toMatchObject({ clusters: 1, labels: 2, nmi: 0, ari: 0, purity: 0.5, pairRecall: 1 });
    expect(result.pairPrecision).toBeCloseTo(2 / 6, 12);
  });

  it("does not reward clusters of one beyond purity", () => {
    const result = measure("ABCD", "xxyy");
    expect(result).toMatchObject({ purity: 1, ari: 0, pairPrecision: null, pairRecall: 0 });
    // I = ln 2, entropies ln 4 and ln 2.
    expect(result.nmi).toBeCloseTo(2 / 3, 12);
  });

  it("says nothing about no accounts", () => {
    expect(measure("", "")).toEqual({
      items: 0,
      clusters: 0,
      labels: 0,
      nmi: null,
      ari: null,
      purity: null,
      pairPrecision: null,
      pairRecall: null,
    });
  });

  it("takes one cluster under one label, and one lone account, as agreement", () => {
    expect(measure("AAA", "xxx")).toMatchObject({ nmi: 1, ari: 1 });
    expect(measure("A", "x")).toMatchObject({ nmi: 1, ari: 1, pairPrecision: null });
  });

  it("refuses labelings of different length", () => {
    expect(() => contingency(["a"], [])).toThrow("1 and 0 items");
  });
});
