import { markdownTable } from "../bench/table.ts";
import type { CellResult, ImitatorPlaces } from "./cell.ts";
import { percent } from "./cells.ts";

/** Outsiders who copy a crew's every step: do they become its members, or even its core? */
export function frameUpTable(results: readonly CellResult[]): string {
  const scenarios = [...new Set(results.map(({ cell }) => cell.scenario))];
  const rows = scenarios.map((scenario) => {
    const own = results.filter(({ cell, imitators }) => cell.scenario === scenario && imitators !== null);
    const sum = (what: keyof ImitatorPlaces) => own.reduce((total, { imitators }) => total + imitators![what], 0);
    return [
      scenario.replace(",frame-up", ""),
      String(own.length),
      String(sum("accounts")),
      `${sum("inCrew")} (${percent(sum("inCrew") / Math.max(1, sum("accounts")))})`,
      `${sum("inUpperHalf")} (${percent(sum("inUpperHalf") / Math.max(1, sum("accounts")))})`,
      `${sum("inCore")} (${percent(sum("inCore") / Math.max(1, sum("accounts")))})`,
      `${sum("crewInCore")} of ${sum("crewFound")} (${percent(sum("crewInCore") / Math.max(1, sum("crewFound")))})`,
    ];
  });
  return markdownTable(
    [
      "operation",
      "worlds",
      "imitators",
      "in a cluster of the crew",
      "in the upper half of it by score",
      "in a core",
      "crew in a core, of those found",
    ],
    rows,
  );
}
