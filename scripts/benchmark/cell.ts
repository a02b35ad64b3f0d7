import type { OperationMatch } from "../../src/evaluate/operations.ts";
import type { Scorecard } from "../../src/evaluate/scorecard.ts";
import type { SiteScore } from "../../src/evaluate/sites.ts";
import type { Difficulty } from "../../src/simulate/difficulty.ts";
import type { Leaks } from "../../src/simulate/leaks.ts";

/** One world of the suite. */
export interface Cell {
  readonly scenario: string;
  readonly difficulty: Difficulty;
  readonly seed: number;
  readonly accounts: number;
  readonly days: number;
  /** Parameters changed, as in `--set`. */
  readonly settings: readonly (readonly [string, number])[];
  /** Whether the trivial baselines are run on it too. */
  readonly baselines: boolean;
}

/** What the methods are called in tables; the first is ours. */
export const METHODS = ["Marionet", "same-minute", "top-percentile, counts", "top-percentile, TF-IDF"] as const;
export type Method = (typeof METHODS)[number];

export interface CellResult {
  readonly cell: Cell;
  readonly abstain: boolean;
  readonly posts: number;
  readonly leaks: Leaks | null;
  readonly cards: Readonly<Partial<Record<Method, Scorecard>>>;
  /** The best of our clusters that read as a cluster of this operation ought to (`right-reading.ts`); null without an operation. */
  readonly right: OperationMatch | null;
  /** What our significant pairs say about the operation; null without one. */
  readonly ties: OperationTies | null;
  /** Traces of each of our clusters, by cluster id. */
  readonly traces: Readonly<Record<string, readonly string[]>>;
  /** Groups of sites against the sites' labels; null where no operation of the world has sites. */
  readonly sites: Pick<SiteScore, "groups" | "pairs" | "operations"> | null;
  readonly imitators: ImitatorPlaces | null;
  readonly seconds: { readonly simulate: number; readonly analyze: number };
}

/** Accounts labelled `benign:imitator`, and beside them the crew that they copy. */
export interface ImitatorPlaces {
  readonly accounts: number;
  /** In a cluster with the crew; of these, in the upper half of it by score, and in what the case calls its core. */
  readonly inCrew: number;
  readonly inUpperHalf: number;
  readonly inCore: number;
  /** Of the crew: in a cluster at all, and in its core. A core of nobody would frame nobody. */
  readonly crewFound: number;
  readonly crewInCore: number;
}

export interface OperationTies {
  readonly accounts: number;
  /** Accounts with a significant pair within the operation. */
  readonly tied: number;
  readonly pairsInside: number;
  /** Significant pairs of a member and somebody else. */
  readonly pairsAcross: number;
  /** Traces of the pairs inside, most pairs first. */
  readonly traces: readonly string[];
}

export function isMethod(name: string): name is Method {
  return (METHODS as readonly string[]).includes(name);
}

/** A file name that no two cells share. */
export function cellName({ scenario, difficulty, seed, accounts, days, settings, baselines }: Cell): string {
  const set = settings.map(([path, value]) => `-${path}=${value}`).join("");
  return `${scenario.replaceAll(",", "+")}-${difficulty}-${accounts}x${days}${set}${baselines ? "" : "-alone"}-seed${seed}`;
}
