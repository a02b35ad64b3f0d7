import { markdownTable } from "../bench/table.ts";
import type { CellResult } from "./cell.ts";
import { percent } from "./cells.ts";
import { benignReadings } from "./rivals-table.ts";
import { falseClaims, linesOf, meanOf } from "./tally.ts";

/** One line of the table of targets: what was asked for, and what was reached. */
export interface TargetRow {
  readonly what: string;
  readonly target: string;
  readonly reached: string;
  /** null: not measured. */
  readonly met: boolean | null;
}

const MEMBERS = [
  "sneer-review",
  "high-five",
  "uncle-spam",
  "storm-2035",
  "wrong-number",
  "phone-farm",
  "fake-newsroom",
  "trend-for-hire",
] as const;
const PATHS = ["vague-focus", "helgoland-bite"] as const;

/** Targets that the suite's worlds decide. */
export function suiteTargets(results: readonly CellResult[]): TargetRow[] {
  const rows: TargetRow[] = [organicRow(results), benignRow(results)];
  for (const [difficulty, least] of [
    ["easy", 0.9],
    ["hard", 0.7],
  ] as const)
    for (const scenario of MEMBERS) rows.push(memberRow(results, scenario, difficulty, "f1", least));
  for (const [difficulty, least] of [
    ["easy", 0.6],
    ["hard", 0.4],
  ] as const)
    for (const scenario of PATHS) rows.push(memberRow(results, scenario, difficulty, "recall", least));
  rows.push(abstainRow(results), rivalRow(results));
  return rows;
}

export function targetsTable(rows: readonly TargetRow[]): string {
  const cells = rows.map(({ what, target, reached, met }) => [
    what,
    target,
    reached,
    met === null ? "not measured" : met ? "met" : "**missed**",
  ]);
  return markdownTable(["what", "target", "reached", ""], cells);
}

function organicRow(results: readonly CellResult[]): TargetRow {
  const own = results.filter(({ cell }) => cell.scenario === "organic");
  const counts = own.map(({ cards }) => cards.Marionet!.clusters.filter((c) => c.reading === "unexplained").length);
  const mean = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  return {
    what: "clusters read `unexplained` in a world without operation",
    target: "mean at most 0.05",
    reached: own.length === 0 ? "–" : `${mean.toFixed(2)} over ${own.length} worlds`,
    met: own.length === 0 ? null : mean <= 0.05,
  };
}

function benignRow(results: readonly CellResult[]): TargetRow {
  const named = ["benign:fan-campaign", "benign:breaking-news", "benign:syndication"];
  const claimed = benignReadings(results).filter(({ label }) => named.includes(label));
  const count = claimed.reduce((sum, { unexplained }) => sum + unexplained, 0);
  const others = results.map(({ cards }) => falseClaims(cards.Marionet!));
  const all = others.reduce((sum, one) => sum + one.benign + one.organic + one.mixed, 0) / Math.max(1, others.length);
  return {
    what: "clusters of fans, news or wire read `unexplained`, all worlds",
    target: "0",
    reached: `${count} in ${results.length} worlds (of anybody innocent: ${all.toFixed(2)} a world)`,
    met: results.length === 0 ? null : count === 0,
  };
}

function memberRow(
  results: readonly CellResult[],
  scenario: string,
  difficulty: string,
  figure: "f1" | "recall",
  least: number,
): TargetRow {
  const line = linesOf(results).find((one) => one.scenario === scenario && one.difficulty === difficulty);
  const { mean, interval } = meanOf(
    (line?.results ?? []).map(({ right }) => right?.[figure] ?? 0),
    `target ${scenario} ${difficulty}`,
  );
  const spread = interval === null ? "" : ` (${interval.low.toFixed(2)} to ${interval.high.toFixed(2)})`;
  return {
    what: `member ${figure === "f1" ? "F1" : "recall"}, ${difficulty}: ${scenario}`,
    target: `at least ${least.toFixed(2)}`,
    reached: mean === null ? "–" : `${mean.toFixed(2)}${spread}`,
    met: mean === null ? null : mean >= least,
  };
}

/** Abstaining: nothing mostly of the operation is claimed. */
function abstainRow(results: readonly CellResult[]): TargetRow {
  const own = results.filter(({ abstain, cell }) => abstain && cell.scenario !== "organic");
  const silent = own.filter(
    ({ cards }) => !cards.Marionet!.clusters.some((c) => c.reading === "unexplained" && c.mostly === "covert"),
  ).length;
  return {
    what: "worlds in which the right answer is none, and none is claimed",
    target: "at least 95 %",
    reached: own.length === 0 ? "–" : `${percent(silent / own.length)} (${silent} of ${own.length})`,
    met: own.length === 0 ? null : silent >= 0.95 * own.length,
  };
}

function rivalRow(results: readonly CellResult[]): TargetRow {
  const readings = benignReadings(results);
  const clusters = readings.reduce((sum, one) => sum + one.clusters, 0);
  const right = readings.reduce((sum, one) => sum + one.right, 0);
  return {
    what: "clusters of a benign group that read the right rival",
    target: "at least 0.90",
    reached: clusters === 0 ? "–" : `${(right / clusters).toFixed(2)} (${right} of ${clusters} clusters)`,
    met: clusters === 0 ? null : right >= 0.9 * clusters,
  };
}
