import { describe, expect, it } from "vitest";
import { siteScoreMarkdown } from "../../src/evaluate/markdown-sites.ts";
import { type SiteOutcome, siteScore } from "../../src/evaluate/sites.ts";

/** "S1:op -:organic": group and label of each site. */
function sites(text: string): SiteOutcome[] {
  return text.split(" ").map((entry, i) => {
    const at = entry.indexOf(":");
    const group = entry.slice(0, at);
    return { domain: `s${i}.example`, group: group === "-" ? null : group, label: entry.slice(at + 1) };
  });
}

describe("site score", () => {
  it("counts pairs: in one group, belonging together, both", () => {
    const { pairs, flags } = siteScore(sites("S1:op S1:op S1:organic -:op -:organic"), null);
    // S1 holds 3 pairs, one of them of the operation; the operation has 3 pairs; 10 pairs in all.
    expect(pairs).toEqual({
      grouped: 3,
      related: 3,
      right: 1,
      precision: 1 / 3,
      recall: 1 / 3,
      f1: 1 / 3,
      chance: 0.3,
    });
    expect(flags).toMatchObject({ flagged: 3, truePositive: 2, falseNegative: 1, trueNegative: 1 });
  });

  it("takes two ordinary sites in one group for a mistake, two papers of one chain for none", () => {
    expect(siteScore(sites("S1:organic S1:organic"), null).pairs).toMatchObject({ precision: 0, recall: null });
    expect(siteScore(sites("S1:benign:chain S1:benign:chain"), null).pairs).toMatchObject({ precision: 1, recall: 1 });
    // Named positive labels make the others organic, but for benign ones.
    expect(siteScore(sites("S1:x S1:x S2:op S2:op"), ["op"]).pairs).toMatchObject({ grouped: 2, right: 1, related: 1 });
  });

  it("is perfect for the truth and nothing for no groups", () => {
    expect(siteScore(sites("S1:p S1:p S2:q S2:q -:organic"), null)).toMatchObject({
      ari: 1,
      pairs: { precision: 1, recall: 1, f1: 1 },
      groups: 2,
      inGroups: 4,
    });
    const none = siteScore(sites("-:p -:p -:organic"), null);
    expect(none).toMatchObject({ groups: 0, ari: 0, pairs: { precision: null, recall: 0, f1: 0 } });
    expect(none.operations).toMatchObject([{ operation: "p", clusterId: null, recall: 0 }]);
    expect(siteScore([], null)).toMatchObject({ sites: 0, ari: null, flags: null, pairs: { chance: null } });
  });

  it("shows one giant group for what it is", () => {
    const { pairs, ari, operations } = siteScore(sites("S1:p S1:p S1:q S1:q"), null);
    expect(pairs).toMatchObject({ precision: 2 / 6, recall: 1, chance: 2 / 6 });
    expect(ari).toBe(0);
    expect(operations).toMatchObject([
      { operation: "p", clusterId: "S1", precision: 0.5 },
      { operation: "q", clusterId: null },
    ]);
  });

  it("prints as a table", () => {
    const text = siteScoreMarkdown(siteScore(sites("S1:p S1:p -:organic"), null));
    expect(text).toContain("| 3 | 2 | 1 | 1 | 1.00 | 0.3333 | 1.00 | 1.00 | 1.00 |");
    expect(text).toContain("Of 2 sites in groups 2 are of an operation (precision 1.00, recall 1.00).");
    expect(text).toContain("| p | 2 | 2 | 1 | S1 | 2 | 2 | 1.00 | 1.00 | 1.00 |");
  });
});
