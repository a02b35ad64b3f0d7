import { describe, expect, it } from "vitest";
import { joinLabels } from "../../src/evaluate/join.ts";
import { scorecardMarkdown } from "../../src/evaluate/markdown.ts";
import { scorecard } from "../../src/evaluate/scorecard.ts";
import { OPTIONS, world } from "./hand-made.ts";

describe("scorecard", () => {
  it("takes benign coordination in a cluster as a false flag", () => {
    const card = scorecard(world("C1:sneer C1:sneer C2:benign:fans C2:benign:fans -:organic -:sneer"), OPTIONS);
    expect(card.flags?.[0]).toMatchObject({ truePositive: 2, falsePositive: 2, falseNegative: 1, trueNegative: 1 });
    expect(card.operations).toEqual([
      {
        operation: "sneer",
        accounts: 3,
        inClusters: 2,
        pieces: 1,
        weightedPrecision: 1,
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

  it("sums clusters up by reading and by what they mostly are", () => {
    const text =
      "C1:s C1:s C1:organic C2:benign:fans C2:benign:fans C3:benign:fans C3:benign:fans c4:organic c4:organic C5:s C5:organic";
    const card = scorecard(world(text), OPTIONS);
    expect(card.composition).toEqual([
      { reading: "unexplained", mostly: "benign", label: "benign:fans", clusters: 2, accounts: 4 },
      { reading: "unexplained", mostly: "covert", label: "s", clusters: 1, accounts: 3 },
      { reading: "unexplained", mostly: "mixed", label: null, clusters: 1, accounts: 2 },
      { reading: "weak", mostly: "organic", label: "organic", clusters: 1, accounts: 2 },
    ]);
    expect(scorecardMarkdown(card)).toContain("| unexplained | benign (benign:fans) | 2 | 4 |");
  });

  it("names the commonest label of the side that is the majority, not of the whole", () => {
    // Benign by 3 of 5, although the commonest single label is organic.
    const card = scorecard(world("C1:organic C1:organic C1:benign:a C1:benign:b C1:benign:b"), OPTIONS);
    expect(card.clusters[0]).toMatchObject({ mostly: "benign", mostlyLabel: "benign:b", topLabel: "benign:b" });
    const even = scorecard(world("C1:organic C1:organic C1:benign:a C1:benign:b C1:benign:c"), OPTIONS);
    expect(even.clusters[0]).toMatchObject({ mostly: "benign", mostlyLabel: "benign:a", topLabel: "organic" });
  });

  it("tells how often each kind of innocent account is flagged", () => {
    const card = scorecard(world("C1:benign:fans c2:benign:fans -:benign:fans -:benign:bots -:organic C1:s"), OPTIONS);
    expect(card.innocents.map(({ label, inCluster, inUnexplained }) => [label, inCluster, inUnexplained])).toEqual([
      ["benign:bots", 0, 0],
      ["benign:fans", 2, 1],
      ["organic", 0, 0],
    ]);
    expect(card.innocents[1]).toMatchObject({ accounts: 3, clusterRate: 2 / 3, unexplainedRate: 1 / 3 });
  });

  it("credits a cluster that swallows two operations to one of them", () => {
    const card = scorecard(world("C1:p C1:p C1:p C1:q C1:q -:organic"), OPTIONS);
    expect(card.operations).toMatchObject([
      { operation: "p", clusterId: "C1", precision: 0.6, recall: 1, weightedPrecision: 0.6 },
      { operation: "q", clusterId: null, recall: 0, inClusters: 2, pieces: 1, weightedPrecision: 0.4 },
    ]);
  });

  it("credits one piece of an operation split in two, while its weighted precision stays whole", () => {
    const card = scorecard(world("C1:p C1:p C1:p C2:p C2:p C2:organic -:organic"), OPTIONS);
    const [match] = card.operations;
    expect(match).toMatchObject({ clusterId: "C1", members: 3, precision: 1, recall: 0.6, inClusters: 5, pieces: 2 });
    expect(match!.weightedPrecision).toBeCloseTo((3 * 1 + 2 * (2 / 3)) / 5, 12);
  });

  it("counts an operation in a weak cluster as found only where weak clusters count", () => {
    const card = scorecard(world("c1:p c1:p c1:p C2:p -:organic"), OPTIONS);
    expect(card.operations[0]).toMatchObject({ clusterId: "c1", recall: 0.75 });
    expect(card.unexplainedOperations[0]).toMatchObject({ clusterId: "C2", recall: 0.25, inClusters: 1, pieces: 1 });
  });

  it("gives clusters of one perfect precision, and shows that they find next to nothing", () => {
    const card = scorecard(world("C1:p C2:p C3:p C4:p"), { ...OPTIONS, positive: ["p"] });
    expect(card.operations[0]).toMatchObject({ precision: 1, recall: 0.25, pieces: 4, weightedPrecision: 1 });
    expect(card.clustering[0]).toMatchObject({ ari: 0, purity: 1, pairPrecision: null, pairRecall: 0 });
    expect(card.flags).toBeNull();
  });

  it("means the same by an outcome counted thrice as by three outcomes", () => {
    const text = "C1:p C1:p C1:p C1:organic c2:benign:fans c2:q -:organic -:q";
    const many = scorecard(world(`C1:p C1:p ${text}`), OPTIONS);
    const [, , ...rest] = world(text);
    const counted = scorecard([world("C1:p")[0]!, ...rest], OPTIONS, [4, 1, 1, 1, 1, 1, 1]);
    expect(counted).toEqual(many);
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
