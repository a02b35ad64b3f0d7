import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { HOME } from "../home.ts";
import { grouped } from "../progress.ts";
import { eventsFile } from "./coshare.ts";
import { growthChart } from "./growth-chart.ts";
import { type Cost, measure } from "./measure.ts";
import { inTurns, medianOf, seconds, spreadCell, spreadCells } from "./spread.ts";
import { markdownTable } from "./table.ts";

const SIZES = [500_000, 1_000_000, 2_000_000, 4_000_000, 8_000_000];

/** Doubling the rows at the same skew: objects and accounts grow with them. */
export async function benchGrowth(folder: string, clock: () => number): Promise<string> {
  const place = join(folder, "growth");
  try {
    const files = SIZES.map((rows) => eventsFile(place, rows));
    const runs = (await inTurns(
      files.map((csv) => () => measure(["ours", csv, join(place, "ours.csv")], clock)),
    )) as Cost[][];
    const medians = runs.map((costs) => medianOf(costs.map(({ cpuS }) => cpuS)));
    const kernels = runs.map((costs) => costs.map(({ stages }) => (stages?.["counting pairs"] ?? Number.NaN) / 1000));
    const charts = resolve(HOME, "docs", "performance");
    mkdirSync(charts, { recursive: true });
    writeFileSync(
      join(charts, "growth.svg"),
      growthChart("CPU time by rows, both axes logarithmic", [
        { name: "CSV to list", points: SIZES.map((rows, i) => ({ rows, seconds: medians[i]! })) },
        { name: "kernel alone", points: SIZES.map((rows, i) => ({ rows, seconds: medianOf(kernels[i]!) })) },
      ]),
    );
    const table = markdownTable(
      ["rows", "wall", "CPU", "peak memory", "kernel alone", "CPU against half the rows"],
      runs.map((costs, i) => [
        grouped(SIZES[i]!),
        ...spreadCells(costs),
        spreadCell(kernels[i]!, seconds),
        i === 0 ? "" : `${(medians[i]! / medians[i - 1]!).toFixed(2)} times`,
      ]),
    );
    return `${table}\n\n![CPU time by rows](performance/growth.svg)`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
