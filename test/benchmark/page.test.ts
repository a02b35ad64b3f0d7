import { describe, expect, it } from "vitest";
import type { CellResult } from "../../scripts/benchmark/cell.ts";
import { lineChart } from "../../scripts/benchmark/chart.ts";
import { curveFiles } from "../../scripts/benchmark/curves.ts";
import { benignFailures, whyMissed } from "../../scripts/benchmark/failures.ts";
import { frameUpTable } from "../../scripts/benchmark/frame-up.ts";
import { benchmarkPage } from "../../scripts/benchmark/page.ts";
import { rightMatch } from "../../scripts/benchmark/right-reading.ts";
import { falseClaims, foundIn, linesOf } from "../../scripts/benchmark/tally.ts";
import type { Outcome } from "../../src/evaluate/outcome.ts";
import { scorecard } from "../../src/evaluate/scorecard.ts";

/** `members` of ten crew accounts and `fans` of five benign ones in a cluster each, read as told; 85 organic accounts in none. */
function result(part: {
  members: number;
  reading?: string;
  fans?: number;
  tied?: number;
  cell?: Partial<CellResult["cell"]>;
  imitators?: CellResult["imitators"];
  abstain?: boolean;
}): CellResult {
  const { members, reading = "unexplained", fans = 0, tied = 10 } = part;
  const outcome = (i: number, label: string, clusterId: string | null, own: string | null): Outcome => ({
    accountId: `${label}${i}`,
    clusterId,
    reading: own,
    score: clusterId === null ? 0 : 1,
    posts: 5,
    label,
  });
  const outcomes = [
    ...Array.from({ length: 10 }, (_, i) =>
      i < members ? outcome(i, "crew", "C01", reading) : outcome(i, "crew", null, null),
    ),
    ...Array.from({ length: 5 }, (_, i) =>
      i < fans ? outcome(i, "benign:fans", "C02", "unexplained") : outcome(i, "benign:fans", null, null),
    ),
    ...Array.from({ length: 85 }, (_, i) => outcome(i, "organic", null, null)),
  ];
  const card = scorecard(outcomes, { minPosts: 1, leaveOut: [], positive: null });
  return {
    cell: {
      scenario: "crew",
      difficulty: "hard",
      seed: 10,
      accounts: 100,
      days: 14,
      settings: [],
      baselines: true,
      ...part.cell,
    },
    abstain: part.abstain ?? false,
    posts: 500,
    leaks: {
      posts: 0.51,
      accountAge: 0.52,
      followers: 0.53,
      following: 0.54,
      language: 0.55,
      hour: 0.56,
      idOrder: 0.5,
    },
    cards: { Marionet: card, "same-minute": card },
    right: rightMatch(part.cell?.scenario ?? "crew", outcomes),
    ties: { accounts: 10, tied, pairsInside: tied * 2, pairsAcross: 0, traces: ["co-reply"] },
    traces: { C01: ["co-reply"], C02: ["same-text", "co-url"] },
    sites: null,
    imitators: part.imitators ?? null,
    seconds: { simulate: 1, analyze: 2 },
  };
}

describe("a line of the suite", () => {
  it("counts a world as found from an F1 of one half of the claimed cluster on", () => {
    const lines = linesOf([result({ members: 10 }), result({ members: 3 }), result({ members: 10, reading: "weak" })]);
    expect(lines.length).toBe(1);
    expect(foundIn(lines[0]!, "Marionet")).toBe(1);
  });

  it("says why an operation was missed: weak, too little shared, or nothing at all", () => {
    const of = (...results: CellResult[]) => whyMissed(linesOf(results)[0]!);
    expect(of(result({ members: 10, reading: "weak" }))).toContain("reads weak (1 of 1)");
    expect(of(result({ members: 10, reading: "explained:spam" }))).toContain("reads `explained:spam` (1 of 1)");
    expect(of(result({ members: 2, tied: 3 }))).toContain("too few of its accounts");
    expect(of(result({ members: 0, tied: 0 }))).toContain("no two of its accounts");
    expect(
      of(result({ members: 0, tied: 0 }), result({ members: 0, tied: 0 }), result({ members: 2, tied: 3 })),
    ).toMatch(/^no two .* \(2 of 3\); too few .* \(1 of 3\)$/);
  });

  it("names innocent groups that are claimed, with the traces that did it", () => {
    const found = benignFailures([result({ members: 10, fans: 5 }), result({ members: 10 })]);
    expect(found.find(({ label }) => label === "benign:fans")).toMatchObject({ worlds: 2, claimed: 1, rate: 0.5 });
    expect(found.find(({ label }) => label === "benign:fans")!.traces).toContain("same-text 100 %");
    expect(found.find(({ label }) => label === "organic")).toMatchObject({ claimed: 0, rate: 0 });
    expect(falseClaims(result({ members: 10, fans: 5 }).cards.Marionet!)).toMatchObject({ benign: 1, organic: 0 });
    expect(falseClaims(result({ members: 10, fans: 5 }).cards.Marionet!).organicRate).toBe(0);
  });
});

describe("curves", () => {
  it("draw the mean recall of each value, and nothing for values that were not run", () => {
    const at = (value: number, members: number, seed: number) =>
      result({ members, cell: { settings: [["sneer-review.jitter", value]], seed, scenario: "sneer-review" } });
    const [file] = curveFiles([at(1, 10, 1), at(1, 8, 2), at(10, 0, 1)]);
    expect(curveFiles([at(1, 10, 1), at(1, 8, 2)])).toEqual([]);
    expect(file!.name).toBe("recall-jitter.svg");
    expect(file!.about).toBe("sneer-review 1: 0.90, 10: 0.00");
    expect(file!.svg.match(/<circle/g)!.length).toBe(2);
  });

  it("escape names and keep labels apart", () => {
    const series = (name: string) => ({ name, points: [{ x: 1, y: 0.5, low: 0.4, high: 0.6 }] });
    const svg = lineChart([series("a<b>"), series("c")], { title: "t", xLabel: "x", yLabel: "y", logarithmic: true });
    expect(svg).toContain("a&lt;b>");
    const heights = [...svg.matchAll(/<text x="520" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Math.abs(heights[0]! - heights[1]!)).toBeGreaterThanOrEqual(15);
  });
});

describe("the page", () => {
  const input = {
    seeds: [10, 11],
    accounts: 100,
    days: 14,
    planned: 3,
    suite: [result({ members: 10, fans: 5 }), result({ members: 3, tied: 2 })],
    frameUps: [],
    curves: [],
    real: [],
    realTargets: [],
  };

  it("says when worlds are missing, and when the seeds are not the published ones", () => {
    const { markdown } = benchmarkPage(input);
    expect(markdown).toContain("2 of 3 worlds were run; **the time was over");
    expect(markdown).toContain("**not** the published set");
    const published = benchmarkPage({ ...input, planned: 2, seeds: [10, 11, 12, 13, 14, 15, 16, 17, 18, 19] }).markdown;
    expect(published).toContain("on which no threshold was tuned");
    expect(published).not.toContain("the time was over");
  });

  it("lists failures beside successes", () => {
    const { markdown } = benchmarkPage(input);
    expect(markdown).toMatch(/\| crew \| hard \| find \| 2 \| 1 of 2 \|/);
    expect(markdown).toMatch(/\| crew \| hard \| 1 of 2 \| too few of its accounts/);
    expect(markdown).toMatch(/\| benign:fans \| 1 of 2 \|/);
  });

  it("does not count abstaining scenarios among the missed", () => {
    const suite = [result({ members: 0, tied: 0, abstain: true })];
    const { markdown } = benchmarkPage({ ...input, suite });
    expect(markdown).toContain("| crew | hard | none |");
    expect(markdown.split("## Failures: operations missed")[1]!.split("##")[0]!.trim()).toBe("None.");
  });

  it("counts imitators in the crew's clusters and in their core", () => {
    const framed = result({
      members: 10,
      cell: { scenario: "crew,frame-up" },
      imitators: { accounts: 5, inCrew: 4, inUpperHalf: 2, inCore: 1, crewFound: 8, crewInCore: 6 },
    });
    expect(frameUpTable([framed])).toContain("| crew | 1 | 5 | 4 (80 %) | 2 (40 %) | 1 (20 %) | 6 of 8 (75 %) |");
  });
});
