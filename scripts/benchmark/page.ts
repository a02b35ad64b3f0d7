import type { CellResult } from "./cell.ts";
import { type CurveFile, curveFiles } from "./curves.ts";
import { evasionTargets, frameUpTarget } from "./evasion.ts";
import { frameUpTable } from "./frame-up.ts";
import { PUBLISHED_SEEDS } from "./plan.ts";
import { suiteSections } from "./report.ts";
import { suiteTargets, type TargetRow, targetsTable } from "./targets.ts";

export interface PageInput {
  readonly seeds: readonly number[];
  readonly accounts: number;
  readonly days: number;
  /** Worlds of the suite that were to be run; fewer results mean that the time was over. */
  readonly planned: number;
  readonly suite: readonly CellResult[];
  readonly frameUps: readonly CellResult[];
  readonly curves: readonly CellResult[];
  /** Targets that real data and the clock decide. */
  readonly realTargets: readonly TargetRow[];
  readonly real: readonly { readonly title: string; readonly text: string }[];
}

/** docs/benchmark.md and the pictures it shows. */
export function benchmarkPage(input: PageInput): { markdown: string; charts: readonly CurveFile[] } {
  const charts = curveFiles(input.curves);
  const parts = ["# Benchmark", ...opening(input)];
  const targets = [
    ...suiteTargets(input.suite),
    ...evasionTargets(input.curves),
    frameUpTarget(input.frameUps),
    ...input.realTargets,
  ];
  parts.push("## Targets, and what was reached", targetsTable(targets), TARGETS_NOTE);
  for (const { title, text } of suiteSections(input.suite)) parts.push(`## ${title}`, text);
  if (charts.length > 0) parts.push("## What does an adversary gain by hiding?", ...curveText(input, charts));
  if (input.frameUps.length > 0) {
    parts.push(
      "## Can an outsider be framed?",
      "Five outsiders repost or answer nearly everything that a crew does, seconds after it. They belong to nobody; the right answer is that they never become the core of the cluster (1 % at most). Whoever stands beside every act of a crew does act with it, so that membership alone is no error of the counting, but a claim against them would be false.",
      frameUpTable(input.frameUps),
    );
  }
  for (const { title, text } of input.real) parts.push(`## ${title}`, text);
  return { markdown: parts.join("\n\n"), charts };
}

const TARGETS_NOTE =
  "A member counts as found in the best cluster that reads as it ought to: `unexplained`; for wrong-number also `explained:spam` (a commercial pattern is shown under its own name), for vague-focus also `weak` (identity and rhythm alone carry no more). Recall lost is measured on the curves below, one dial turned from `easy`. No dial of the worlds spreads a crew over other layers; dilution by ordinary life is the nearest.";

function opening({ seeds, accounts, days, planned, suite }: PageInput): string[] {
  const isPublished = seeds.length === PUBLISHED_SEEDS.length && seeds.every((seed, i) => seed === PUBLISHED_SEEDS[i]);
  const seedText = isPublished
    ? "Seeds 10 to 19, on which no threshold was tuned (those from 0 to 9 are for tuning)"
    : `Seeds ${seeds.join(", ")}: **not** the published set, which is 10 to 19`;
  const seconds = suite.map((result) => result.seconds.analyze).sort((a, b) => a - b);
  return [
    `Printed by \`npm run benchmark\`: Marionet and two trivial methods on labelled worlds of ${accounts} accounts and ${days} days, made by the project's own simulator (\`npm run simulate -- --list\` describes them), and on real data where it is at hand. ${seedText}. ${suite.length} of ${planned} worlds were run${suite.length < planned ? "; **the time was over before the others**" : ""}; a median analysis took ${(seconds[seconds.length >> 1] ?? 0).toFixed(1)} s on one core.`,
    "How to read it. The worlds imitate published operations, the ordinary life around them and the kinds of innocent coordination that look like them; simulator and detector were written by the same people, though in modules that do not know each other, so that success here is necessary and not sufficient. The real sets below are the other half. `Marionet` means the defaults of `npm run analyze`; it *claims* a cluster by reading it `unexplained`. The trivial methods claim every group they form: `same-minute` links accounts with two links or two texts in common within 60 seconds each and takes connected parts; `top-percentile` is the usual published recipe: links, reposts, texts and hashtag sequences shared within an hour, edges weighted by their number or by TF-IDF similarity, the heaviest 1 % kept, Louvain.",
  ];
}

function curveText({ curves }: PageInput, charts: readonly CurveFile[]): string[] {
  const seeds = [...new Set(curves.map(({ cell }) => cell.seed))];
  return [
    `One dial turned at a time, all else as on \`easy\`; mean over seeds ${seeds.join(", ")}, with so few no interval is drawn. Recall of the cluster claimed; an operation not claimed counts as 0. \`hard\` turns several dials at once and costs far more than any one of them, see the tables above. The three operations were chosen after the table was seen, because most of them is found on \`easy\` and there is something to lose; curves first drawn from \`hard\` (sneer-review, storm-2035, phone-farm; seeds 10 to 12) lay at 0 for storm-2035 and at 0.16 or below for phone-farm, whatever was turned.`,
    ...charts.map(({ name, about }) => `![${name.replace(".svg", "")}](benchmark/${name})\n\n${about}.`),
  ];
}
