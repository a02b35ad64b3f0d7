import { describe, expect, it } from "vitest";
import type { CellResult } from "../../scripts/benchmark/cell.ts";
import { evasionTargets, frameUpTarget } from "../../scripts/benchmark/evasion.ts";
import { rightMatch } from "../../scripts/benchmark/right-reading.ts";
import { benignReadings } from "../../scripts/benchmark/rivals-table.ts";
import { suiteTargets, targetsTable } from "../../scripts/benchmark/targets.ts";
import type { Outcome } from "../../src/evaluate/outcome.ts";
import { scorecard } from "../../src/evaluate/scorecard.ts";

const accounts = (count: number, label: string, clusterId: string | null, reading: string | null): Outcome[] =>
  Array.from({ length: count }, (_, i) => ({
    accountId: `${label}-${clusterId}-${i}`,
    clusterId,
    reading,
    score: 0.5,
    posts: 3,
    label,
  }));

function world(
  scenario: string,
  outcomes: readonly Outcome[],
  part: { difficulty?: "easy" | "hard"; abstain?: boolean; settings?: CellResult["cell"]["settings"] } = {},
): CellResult {
  return {
    cell: {
      scenario,
      difficulty: part.difficulty ?? "easy",
      seed: 10,
      accounts: 100,
      days: 14,
      settings: part.settings ?? [],
      baselines: false,
    },
    abstain: part.abstain ?? false,
    posts: 1,
    leaks: null,
    cards: { Marionet: scorecard(outcomes, { minPosts: 1, leaveOut: [], positive: null }) },
    right: rightMatch(scenario, outcomes),
    ties: null,
    traces: {},
    sites: null,
    imitators: null,
    seconds: { simulate: 1, analyze: 1 },
  };
}

const row = (rows: ReturnType<typeof suiteTargets>, what: string) => rows.find((one) => one.what.includes(what))!;

describe("what counts as found", () => {
  it("is a cluster with the right reading, and the right one of a scam is spam, of a quiet desk weak", () => {
    const lures = [...accounts(8, "wrong-number", "C01", "explained:spam"), ...accounts(2, "wrong-number", null, null)];
    expect(rightMatch("wrong-number", lures)?.recall).toBe(0.8);
    const asFans = lures.map((one) => ({ ...one, reading: one.clusterId === null ? null : "explained:fans" }));
    expect(rightMatch("wrong-number", asFans)?.recall).toBe(0);
    const weak = accounts(5, "uncle-spam", "C01", "weak");
    expect(rightMatch("uncle-spam", weak)?.recall).toBe(0);
    expect(rightMatch("vague-focus", accounts(5, "vague-focus", "C01", "weak"))?.recall).toBe(1);
    expect(rightMatch("organic", accounts(5, "organic", null, null))).toBeNull();
  });
});

describe("the table of targets", () => {
  it("counts claims in a world without operation, and any claim against fans, news or wire", () => {
    const quiet = world("organic", accounts(9, "benign:fan-campaign", "C01", "explained:fans"));
    const loud = world("organic", accounts(9, "benign:fan-campaign", "C01", "unexplained"));
    const met = suiteTargets([quiet]);
    expect(row(met, "without operation").met).toBe(true);
    expect(row(met, "fans, news or wire").met).toBe(true);
    const missed = suiteTargets([quiet, loud]);
    expect(row(missed, "without operation")).toMatchObject({ met: false, reached: "0.50 over 2 worlds" });
    expect(row(missed, "fans, news or wire").met).toBe(false);
    expect(targetsTable(missed)).toContain("**missed**");
  });

  it("asks more on easy than on hard, and says what was not measured", () => {
    const found = (difficulty: "easy" | "hard") =>
      world("sneer-review", [...accounts(8, "x", "C01", "unexplained"), ...accounts(2, "x", null, null)], {
        difficulty,
      });
    const rows = suiteTargets([found("easy"), found("hard")]);
    expect(row(rows, "F1, easy: sneer-review").met).toBe(false);
    expect(row(rows, "F1, hard: sneer-review").met).toBe(true);
    expect(row(rows, "F1, easy: high-five").met).toBeNull();
    expect(targetsTable(rows)).toContain("not measured");
  });

  it("takes a cluster of the operation for a broken silence, one of fans not", () => {
    const silent = world("scopecreep", accounts(5, "benign:petition", "C01", "unexplained"), { abstain: true });
    const loud = world("scopecreep", accounts(5, "scopecreep", "C01", "unexplained"), { abstain: true });
    expect(row(suiteTargets([silent]), "none is claimed").met).toBe(true);
    expect(row(suiteTargets([silent, loud]), "none is claimed").reached).toBe("50 % (1 of 2)");
  });

  it("counts readings of benign clusters one by one", () => {
    const one = world("organic", [
      ...accounts(4, "benign:sports", "C01", "explained:sports"),
      ...accounts(4, "benign:sports", "C02", "explained:fans"),
      ...accounts(4, "benign:sports", "C03", "weak"),
    ]);
    expect(benignReadings([one])).toEqual([
      {
        label: "benign:sports",
        clusters: 3,
        right: 1,
        otherRival: 1,
        weak: 1,
        unexplained: 0,
        wrong: "fans 1",
      },
    ]);
  });

  it("measures what hiding costs against the same operation unhidden", () => {
    const at = (value: number, members: number) =>
      world(
        "sneer-review",
        [...accounts(members, "x", "C01", "unexplained"), ...accounts(10 - members, "x", null, null)],
        { settings: [["sneer-review.jitter", value]] },
      );
    const [jitter, paraphrase] = evasionTargets([at(1, 10), at(2, 7)]);
    expect(jitter).toMatchObject({ met: false, reached: "30 points (sneer-review 30)" });
    expect(paraphrase!.met).toBeNull();
    const places = { inCrew: 9, inUpperHalf: 1, crewFound: 50, crewInCore: 30 };
    expect(frameUpTarget([{ ...at(1, 10), imitators: { ...places, accounts: 200, inCore: 2 } }]).met).toBe(true);
    expect(frameUpTarget([{ ...at(1, 10), imitators: { ...places, accounts: 100, inCore: 2 } }]).met).toBe(false);
  });
});
