import { OPERATIONS, ORGANIC } from "../../src/simulate/catalogue.ts";
import type { Difficulty } from "../../src/simulate/difficulty.ts";
import type { Cell } from "./cell.ts";

/** Seeds on which thresholds may be tuned, and those that are published, on which none was. */
export const TUNING_SEEDS = range(0, 9);
export const PUBLISHED_SEEDS = range(10, 19);

export interface PlanOptions {
  /** Names, or all. */
  readonly scenarios: readonly string[];
  readonly difficulties: readonly Difficulty[];
  readonly seeds: readonly number[];
  readonly accounts: number;
  readonly days: number;
}

export const ALL_SCENARIOS: readonly string[] = [ORGANIC.name, ...OPERATIONS.map(({ name }) => name)];

/**
 * The worlds of the table. Seed by seed, so that a suite whose time is over has looked at every scenario alike. Without operation the
 * difficulty changes nothing: `organic` is run once a seed.
 */
export function suiteCells({ scenarios, difficulties, seeds, accounts, days }: PlanOptions): Cell[] {
  return seeds.flatMap((seed) =>
    scenarios.flatMap((scenario) =>
      (scenario === ORGANIC.name ? difficulties.slice(0, 1) : difficulties).map((difficulty) => ({
        scenario,
        difficulty,
        seed,
        accounts,
        days,
        settings: [],
        baselines: true,
      })),
    ),
  );
}

/** One dial of an operation turned, everything else as on `easy`: where most is found there is most to lose. */
export interface Curve {
  readonly dial: string;
  readonly label: string;
  readonly values: readonly number[];
}

export const CURVES: readonly Curve[] = [
  { dial: "jitter", label: "delays, times those reported", values: [1, 2, 5, 10, 30] },
  { dial: "paraphrase", label: "share of texts reworded", values: [0, 0.25, 0.5, 0.75, 1] },
  { dial: "decoy", label: "share of ordinary life", values: [0, 0.2, 0.4, 0.6, 0.8] },
  { dial: "shared", label: "most objects an account takes part in", values: [1, 2, 3, 5, 10, 20] },
];

/** Operations whose dials are turned: an answering crew, lures with copied words and contacts, two camps of one hand. */
export const CURVE_SCENARIOS: readonly string[] = ["sneer-review", "wrong-number", "uncle-spam"];

export function curveCells(options: Omit<PlanOptions, "scenarios" | "difficulties">): Cell[] {
  const { seeds, accounts, days } = options;
  return seeds.flatMap((seed) =>
    CURVE_SCENARIOS.flatMap((scenario) =>
      CURVES.flatMap(({ dial, values }) =>
        values.map((value) => ({
          scenario,
          difficulty: "easy" as const,
          seed,
          accounts,
          days,
          settings: [[`${scenario}.${dial}`, value]] as const,
          baselines: false,
        })),
      ),
    ),
  );
}

/** Worlds of the frame-up for each operation: apart from the curves, so that fewer points there drop no world here. */
export const FRAME_UP_SEEDS = 3;

/** Outsiders who imitate a crew, at the difficulty where the crew itself is found best. */
export function frameUpCells({ seeds, accounts, days }: Omit<PlanOptions, "scenarios" | "difficulties">): Cell[] {
  return seeds.flatMap((seed) =>
    ["phone-farm", "sneer-review"].map((scenario) => ({
      scenario: `${scenario},frame-up`,
      difficulty: "easy" as const,
      seed,
      accounts,
      days,
      settings: [],
      baselines: false,
    })),
  );
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
