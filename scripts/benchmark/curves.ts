import { meanInterval } from "../../src/evaluate/over-cases.ts";
import type { CellResult } from "./cell.ts";
import { type ChartOptions, lineChart, type Series } from "./chart.ts";
import { CURVE_SCENARIOS, CURVES, type Curve } from "./plan.ts";

export interface CurveFile {
  readonly name: string;
  readonly svg: string;
  readonly about: string;
}

/** Recall as an adversary turns one dial: a picture for each dial, a line for each operation. A single point is no curve and is left out. */
export function curveFiles(results: readonly CellResult[]): CurveFile[] {
  return CURVES.flatMap((curve) => {
    const series = CURVE_SCENARIOS.map((scenario) => seriesOf(results, scenario, curve)).filter(
      ({ points }) => points.length > 1,
    );
    if (series.length === 0) return [];
    const options: ChartOptions = {
      title: `Recall as ${curve.dial} grows`,
      xLabel: curve.label,
      yLabel: "recall of the cluster read as it ought to be",
      logarithmic: curve.dial === "jitter" || curve.dial === "shared",
    };
    const about = series.map(
      ({ name, points }) => `${name} ${points.map(({ x, y }) => `${x}: ${y.toFixed(2)}`).join(", ")}`,
    );
    return [{ name: `recall-${curve.dial}.svg`, svg: lineChart(series, options), about: about.join("; ") }];
  });
}

function seriesOf(results: readonly CellResult[], scenario: string, { dial, values }: Curve): Series {
  const path = `${scenario}.${dial}`;
  const points = values.flatMap((x) => {
    const recalls = results
      .filter(({ cell }) => cell.settings.length === 1 && cell.settings[0]![0] === path && cell.settings[0]![1] === x)
      .map(({ right }) => right?.recall ?? 0);
    if (recalls.length === 0) return [];
    const y = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
    const interval = meanInterval(recalls, { resamples: 2000, seed: 1 }, `${path}=${x}`);
    return [{ x, y, low: interval?.low ?? y, high: interval?.high ?? y }];
  });
  return { name: scenario, points };
}
