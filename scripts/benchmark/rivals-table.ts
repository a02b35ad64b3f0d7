import { markdownTable } from "../bench/table.ts";
import type { CellResult } from "./cell.ts";
import { percent } from "./cells.ts";
import { RIGHT_RIVAL } from "./right-reading.ts";

/** Clusters of one benign label, by what they read. */
export interface BenignReadings {
  readonly label: string;
  readonly clusters: number;
  readonly right: number;
  readonly otherRival: number;
  readonly weak: number;
  readonly unexplained: number;
  /** The wrong rivals, the commonest first. */
  readonly wrong: string;
}

/** Every cluster whose accounts are mostly of one benign label, over all worlds. */
export function benignReadings(results: readonly CellResult[]): BenignReadings[] {
  const labels = new Set(results.flatMap(({ cards }) => cards.Marionet!.innocents.map(({ label }) => label)));
  const clusters = results.flatMap(({ cards }) => cards.Marionet!.clusters.filter(({ mostly }) => mostly === "benign"));
  return [...labels]
    .filter((label) => label.startsWith("benign:"))
    .sort()
    .map((label) => {
      const readings = clusters.filter(({ mostlyLabel }) => mostlyLabel === label).map(({ reading }) => reading);
      const count = (is: (reading: string) => boolean): number => readings.filter(is).length;
      const right = (RIGHT_RIVAL[label] ?? []).map((rival) => `explained:${rival}`);
      const wrong = new Map<string, number>();
      for (const reading of readings)
        if (reading.startsWith("explained:") && !right.includes(reading))
          wrong.set(reading, (wrong.get(reading) ?? 0) + 1);
      return {
        label,
        clusters: readings.length,
        right: count((reading) => right.includes(reading)),
        otherRival: count((reading) => reading.startsWith("explained:") && !right.includes(reading)),
        weak: count((reading) => reading === "weak"),
        unexplained: count((reading) => reading === "unexplained"),
        wrong: [...wrong]
          .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
          .map(([reading, times]) => `${reading.replace("explained:", "")} ${times}`)
          .join(", "),
      };
    });
}

export function rivalsTable(results: readonly CellResult[]): string {
  const rows = benignReadings(results).map(({ label, clusters, right, otherRival, weak, unexplained, wrong }) => [
    label,
    RIGHT_RIVAL[label]?.join(" or ") ?? "–",
    String(clusters),
    clusters === 0 ? "–" : percent(right / clusters),
    clusters === 0 ? "–" : percent(otherRival / clusters),
    clusters === 0 ? "–" : percent(weak / clusters),
    clusters === 0 ? "–" : percent(unexplained / clusters),
    wrong === "" ? "–" : wrong,
  ]);
  const heads = ["label", "right rival", "clusters", "right", "another rival", "weak", "unexplained", "which others"];
  return `${markdownTable(heads, rows)}\n\nClusters whose accounts are mostly of one benign group, over all worlds, by what they read. \`weak\` makes no claim, and is not counted as right.`;
}
