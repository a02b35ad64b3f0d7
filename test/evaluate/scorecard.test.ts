import { describe, expect, it } from "vitest";
import { joinLabels } from "../../src/evaluate/join.ts";
import { scorecardMarkdown } from "../../src/evaluate/markdown.ts";
import type { Outcome } from "../../src/evaluate/outcome.ts";
import { type ScorecardOptions, scorecard } from "../../src/evaluate/scorecard.ts";

const OPTIONS: ScorecardOptions = { minPosts: 1, leaveOut: [], positive: null };

/** "C1:sneer C1:organic -:organic": cluster and label of each account. */
function world(text: string, posts = 5): Outcome[] {
  return text.split(" ").map((entry, i) => {
    const at = entry.indexOf(":");
    const cluster = entry.slice(0, at);
    const clusterId = cluster === "-" ? null : cluster;
    const reading = clusterId === null ? null : "unexplained";
    return {
      accountId: `a${i}`,
      clusterId,
      reading,
      score: clusterId === null ? 0 : 1,
      posts,
      label: entry.slice(at + 1),
    };
  });
}

describe("scorecard", () => {
  it("takes benign coordination in a cluster as a false flag", () => {
    const card = scorecard(world("C1:sneer C1:sneer C2:benign:fans C2:benign:fans -:organic -:sneer"), OPTIONS);
    expect(card.flags?.[0]).toMatchObject({ truePositive: 2, falsePositive: 2, falseNegative: 1, trueNegative: 1 });
    expect(card.operations).toEqual([
      {
        operation: "sneer",
        accounts: 3,
        clusterId: "C1",
        clusterAccounts: 2,
        members: 2,
        precision: 1,
        recall: 2 / 3,
        f1: 0.8,
      },
    ]);
    expect(card.clusters.map(({ mostly, topLabel }) => [mostly, topLabel])).toEqual([
      ["covert", "sneer"],
      ["benign", "benign:fans"],
    ]);
  });

  it("counts an explained cluster as flagged only under the looser rule", () => {
    const outcomes = world("C1:sneer C1:sneer C2:benign:fans -:organic").map((outcome) =>
      outcome.clusterId === "C2" ? { ...outcome, reading: "explained:fans" } : outcome,
    );
    const [any, unexplained] = scorecard(outcomes, OPTIONS).flags!;
    expect([any!.falsePositive, unexplained!.falsePositive]).toEqual([1, 0]);
  });

  it("matches two operations to two clusters as a whole, not each to its own best", () => {
    // C1 suits both (F1 of p there 6/10, of q 4/7); p takes C2 so that q has one too: 4/7 + 4/7 against 6/10 + 0.
    const card = scorecard(world("C1:p C1:p C1:p C1:q C1:q C2:p C2:p -:organic -:organic"), OPTIONS);
    expect(card.operations.map(({ operation, clusterId }) => [operation, clusterId])).toEqual([
      ["p", "C2"],
      ["q", "C1"],
    ]);
  });

  it("weighs precision so that clusters of one cannot make up for a bad large one", () => {
    // C1: 3 of 4 covert; C2, C3 perfect singles: (4*(3/4)^2 + 1 + 1) / (3 + 1 + 1).
    const card = scorecard(world("C1:s C1:s C1:s C1:organic C2:s C3:s"), OPTIONS);
    expect(card.weightedPrecision).toBeCloseTo((2.25 + 2) / 5, 12);
  });

  it("has an answer when there are no clusters at all", () => {
    const card = scorecard(world("-:s -:s -:organic"), OPTIONS);
    expect(card.flags?.[0]).toMatchObject({ flagged: 0, precision: null, recall: 0 });
    expect(card.operations[0]).toMatchObject({ clusterId: null, recall: 0, f1: 0 });
    expect(card.clustering[0]).toMatchObject({ items: 0, eligible: 3, coverage: 0, nmi: null });
    expect(card.weightedPrecision).toBeNull();
    expect(scorecardMarkdown(card)).toContain("No clusters.");
  });

  it("shows what one giant cluster is worth", () => {
    const card = scorecard(world("C1:s C1:organic C1:organic C1:organic"), OPTIONS);
    expect(card.flags?.[0]).toMatchObject({ precision: 0.25, recall: 1, falsePositiveRate: 1 });
    expect(card.clusters[0]).toMatchObject({ mostly: "organic", covert: 1 });
    expect(card.weightedPrecision).toBe(0.25);
  });

  it("reads clustering only on accounts with enough posts, and again without labels left out", () => {
    const outcomes = [...world("C1:x C1:x C2:y C2:Unknown", 20), ...world("C1:y C2:x", 19)];
    const { clustering, flags } = scorecard(outcomes, { minPosts: 20, leaveOut: ["Unknown"], positive: null });
    expect(clustering.map(({ items, ari }) => [items, ari])).toEqual([
      [4, expect.closeTo(4 / 7, 9)],
      [3, 1],
    ]);
    // All labels covert: nobody could be flagged wrongly.
    expect(flags).toBeNull();
  });

  it("takes the positive labels when they are named", () => {
    const card = scorecard(world("C1:ira C1:troll -:control"), { ...OPTIONS, positive: ["ira"] });
    expect(card.flags?.[0]).toMatchObject({ covert: 1, truePositive: 1, falsePositive: 1 });
    expect(card.operations.map(({ operation }) => operation)).toEqual(["ira"]);
  });

  it("keeps a label from breaking the table", () => {
    const card = scorecard(world("C1:a|<b> -:organic"), OPTIONS);
    expect(scorecardMarkdown(card)).toContain("| a\\|\\<b\\> |");
  });
});

describe("joining labels to a case", () => {
  const account = (accountId: string) => ({ accountId, clusterId: null, reading: null, score: 0, posts: 1 });

  it("counts what has no counterpart on either side", () => {
    const joined = joinLabels(
      [account("a"), account("b"), account("c")],
      new Map([
        ["a", "x"],
        ["b", ""],
        ["z", "x"],
      ]),
    );
    expect(joined.outcomes.map(({ accountId }) => accountId)).toEqual(["a"]);
    expect(joined).toMatchObject({ unlabelled: 2, unseen: 1 });
  });

  it("finds an id again that was guarded against spreadsheet formulas", () => {
    const joined = joinLabels(
      [account("'-100"), account("'quoted")],
      new Map([
        ["-100", "x"],
        ["'quoted", "y"],
      ]),
    );
    expect(joined.outcomes.map(({ accountId, label }) => [accountId, label])).toEqual([
      ["-100", "x"],
      ["'quoted", "y"],
    ]);
    expect(joined.unseen).toBe(0);
  });
});
