import type { CellResult } from "./cell.ts";
import { CURVE_SCENARIOS } from "./plan.ts";
import type { TargetRow } from "./targets.ts";

/** One way to hide: the dial, the two values compared, and how many points of recall it may cost. */
const WAYS = [
  { what: "delays twice as long", dial: "jitter", from: 1, to: 2, most: 0.15 },
  { what: "half of the texts reworded", dial: "paraphrase", from: 0, to: 0.5, most: 0.1 },
  { what: "acts diluted by as much ordinary life (40 %)", dial: "decoy", from: 0, to: 0.4, most: 0.1 },
] as const;

/** Recall lost by each way of hiding, the mean over the operations and seeds of the curves; negative: gained. */
export function evasionTargets(curves: readonly CellResult[]): TargetRow[] {
  return WAYS.map(({ what, dial, from, to, most }) => {
    const losses = CURVE_SCENARIOS.flatMap((scenario) => {
      const before = recallAt(curves, `${scenario}.${dial}`, from);
      const after = recallAt(curves, `${scenario}.${dial}`, to);
      return before === null || after === null ? [] : [{ scenario, lost: before - after }];
    });
    const mean = losses.reduce((sum, { lost }) => sum + lost, 0) / Math.max(1, losses.length);
    const each = losses.map(({ scenario, lost }) => `${scenario} ${points(lost)}`).join(", ");
    return {
      what: `recall lost: ${what}`,
      target: `at most ${100 * most} points`,
      reached: losses.length === 0 ? "–" : `${points(mean)} points (${each})`,
      met: losses.length === 0 ? null : mean <= most,
    };
  });
}

export function frameUpTarget(results: readonly CellResult[]): TargetRow {
  const own = results.flatMap(({ imitators }) => (imitators === null ? [] : [imitators]));
  const accounts = own.reduce((sum, one) => sum + one.accounts, 0);
  const inCore = own.reduce((sum, one) => sum + one.inCore, 0);
  return {
    what: "framed outsiders in the core of a cluster",
    target: "at most 1 %",
    reached: accounts === 0 ? "–" : `${inCore} of ${accounts} (${own.length} worlds)`,
    met: accounts === 0 ? null : inCore <= 0.01 * accounts,
  };
}

function recallAt(curves: readonly CellResult[], path: string, value: number): number | null {
  const recalls = curves
    .filter(({ cell }) => cell.settings.length === 1 && cell.settings[0]![0] === path && cell.settings[0]![1] === value)
    .map(({ right }) => right?.recall ?? 0);
  return recalls.length === 0 ? null : recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
}

const points = (share: number): string => String(Math.round(100 * share));
