import type { Interval } from "../../src/evaluate/interval.ts";
import type { OperationMatch } from "../../src/evaluate/operations.ts";
import { meanInterval } from "../../src/evaluate/over-cases.ts";
import type { Scorecard } from "../../src/evaluate/scorecard.ts";
import type { CellResult, Method } from "./cell.ts";

/** A figure over worlds; mean null where it exists in none. */
export interface Mean {
  readonly mean: number | null;
  /** Of the mean, 95 %, worlds drawn anew; null with few worlds. */
  readonly interval: Interval | null;
  readonly worlds: number;
}

const RESAMPLES = 2000;

/** @param name keeps the draws of one figure apart from those of others */
export function meanOf(values: readonly (number | null)[], name: string): Mean {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { mean: null, interval: null, worlds: 0 };
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return { mean, interval: meanInterval(known, { resamples: RESAMPLES, seed: 1 }, name), worlds: known.length };
}

/** An operation counts as found in a world when its best cluster has an F1 of so much. */
export const FOUND_F1 = 0.5;

/** What a method claims about the one operation of a world: its clusters read `unexplained`. */
export const claimOf = (card: Scorecard): OperationMatch | null => card.unexplainedOperations[0] ?? null;

/** One scenario at one difficulty, over its worlds. */
export interface Line {
  readonly scenario: string;
  readonly difficulty: string;
  readonly abstain: boolean;
  readonly results: readonly CellResult[];
}

/** In the order in which the scenarios were planned. */
export function linesOf(results: readonly CellResult[]): Line[] {
  const lines = new Map<string, CellResult[]>();
  for (const result of results) {
    const key = `${result.cell.scenario} ${result.cell.difficulty}`;
    lines.set(key, [...(lines.get(key) ?? []), result]);
  }
  return [...lines.values()].map((list) => ({
    scenario: list[0]!.cell.scenario,
    difficulty: list[0]!.cell.difficulty,
    abstain: list[0]!.abstain,
    results: list,
  }));
}

/** A figure of a method's claim in each world of a line. */
export const claims = (line: Line, method: Method, figure: (match: OperationMatch) => number | null) =>
  line.results.map(({ cards }) => {
    const match = cards[method] === undefined ? null : claimOf(cards[method]);
    return match === null ? null : figure(match);
  });

/** Worlds of the line in which the method finds the operation. */
export function foundIn(line: Line, method: Method): number {
  return claims(line, method, ({ f1 }) => f1).filter((f1) => f1 !== null && f1 >= FOUND_F1).length;
}

/** False claims of a method in one world. */
export interface FalseClaims {
  readonly benign: number;
  readonly organic: number;
  readonly mixed: number;
  /** Share of organic accounts in such a cluster or any other that is claimed. */
  readonly organicRate: number;
}

export function falseClaims(card: Scorecard): FalseClaims {
  const claimed = card.clusters.filter(({ reading }) => reading === "unexplained");
  const mostly = (side: string) => claimed.filter((cluster) => cluster.mostly === side).length;
  const organic = card.innocents.find(({ label }) => label === "organic");
  return {
    benign: mostly("benign"),
    organic: mostly("organic"),
    mixed: mostly("mixed"),
    organicRate: organic?.unexplainedRate ?? 0,
  };
}
