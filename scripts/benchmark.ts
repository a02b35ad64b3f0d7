import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { UserError } from "../src/corpus/issue.ts";
import { DIFFICULTIES, type Difficulty } from "../src/simulate/difficulty.ts";
import { type Cell, type CellResult, cellName } from "./benchmark/cell.ts";
import { sourceFingerprint } from "./benchmark/fingerprint.ts";
import { benchmarkPage, type PageInput } from "./benchmark/page.ts";
import {
  ALL_SCENARIOS,
  curveCells,
  FRAME_UP_SEEDS,
  frameUpCells,
  PUBLISHED_SEEDS,
  suiteCells,
  TUNING_SEEDS,
} from "./benchmark/plan.ts";
import { runCells } from "./benchmark/pool.ts";
import { realParts } from "./benchmark/real.ts";
import { runCell } from "./benchmark/run-cell.ts";
import { runTimeTarget } from "./benchmark/run-time.ts";
import { flagCommand, readChoice, readFlags, readWhole } from "./flags.ts";
import { HOME } from "./home.ts";
import { print, say } from "./terminal.ts";

interface Flags {
  scenarios: string[];
  difficulties: Difficulty[];
  seeds: readonly number[];
  accounts: number;
  days: number;
  workers: number;
  minutes: number;
  curveSeeds: number;
  real: boolean;
  stdout?: true;
}

/** `npm run benchmark`: the suite of labelled worlds and real sets; writes docs/benchmark.md and its curves. */
export async function main(argv: string[]): Promise<number> {
  if (argv[0] === "--child") return child(argv[1] ?? "");
  const command = flagCommand(
    "benchmark",
    "Run Marionet and two trivial methods over labelled worlds and real data; write docs/benchmark.md.",
    "--seeds tuning --scenarios sneer-review,organic --stdout",
  )
    .option("--scenarios <names>", "joined with commas", readScenarios, [...ALL_SCENARIOS])
    .option("--difficulties <names>", "joined with commas", readDifficulties, [...DIFFICULTIES])
    .option("--seeds <list>", "published (10-19), tuning (0-9), or such as 3,5-7", readSeeds, PUBLISHED_SEEDS)
    .option("--accounts <n>", "accounts of a world", (text) => readWhole("--accounts", text, 500), 6000)
    .option("--days <n>", "days of a world", (text) => readWhole("--days", text, 7, 400), 14)
    .option("--workers <n>", "worlds at once", (text) => readWhole("--workers", text, 1, 64), availableParallelism())
    .option("--minutes <n>", "begin no world after so many minutes", (text) => readWhole("--minutes", text, 1), 240)
    .option(
      "--curve-seeds <n>",
      "seeds for each point of the curves; 0: none",
      (text) => readWhole("--curve-seeds", text, 0, 10),
      2,
    )
    .option("--no-real", "leave out the real data, and the clock")
    .option("--stdout", "print the page and write no file");
  if (!readFlags(command, argv)) return 0;
  const flags = command.opts<Flags>();
  const page = benchmarkPage(await measured(flags));
  if (flags.stdout) {
    print(page.markdown);
    return 0;
  }
  const folder = join(HOME, "docs", "benchmark");
  mkdirSync(folder, { recursive: true });
  for (const { name, svg } of page.charts) writeFileSync(join(folder, name), svg);
  writeFileSync(join(HOME, "docs", "benchmark.md"), `${page.markdown}\n`);
  print("docs/benchmark.md");
  return 0;
}

async function measured(flags: Flags): Promise<PageInput> {
  const shape = { seeds: flags.seeds, accounts: flags.accounts, days: flags.days };
  const few = { ...shape, seeds: flags.seeds.slice(0, flags.curveSeeds) };
  const suite = suiteCells({ ...shape, scenarios: flags.scenarios, difficulties: flags.difficulties });
  const frameUps = flags.curveSeeds > 0 ? frameUpCells({ ...shape, seeds: flags.seeds.slice(0, FRAME_UP_SEEDS) }) : [];
  const curves = flags.curveSeeds > 0 ? curveCells(few) : [];
  const fingerprint = sourceFingerprint();
  const clock = () => performance.now();
  const cells = [...suite, ...frameUps, ...curves];
  say(
    `${cells.length} worlds of ${flags.accounts} accounts, ${flags.workers} at once; results in out/benchmark/${fingerprint}.`,
  );
  const results = await runCells(cells, {
    folder: resolve(HOME, "out", "benchmark", fingerprint),
    workers: flags.workers,
    budgetMs: flags.minutes * 60_000,
    clock,
  });
  const of = (part: readonly Cell[]): CellResult[] => {
    const names = new Set(part.map(cellName));
    return results.filter((result) => result !== null && names.has(cellName(result.cell))) as CellResult[];
  };
  const runTime = flags.real ? [await runTimeTarget(clock)] : [];
  const { real, realTargets } = flags.real ? await realParts(clock) : { real: [], realTargets: [] };
  return {
    seeds: flags.seeds,
    accounts: flags.accounts,
    days: flags.days,
    planned: suite.length,
    suite: of(suite),
    frameUps: of(frameUps),
    curves: of(curves),
    real,
    realTargets: [...runTime, ...realTargets],
  };
}

async function child(text: string): Promise<number> {
  const result = await runCell(JSON.parse(text) as Cell, () => performance.now());
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 0;
}

function readScenarios(text: string): string[] {
  return text.split(",").map((name) => readChoice("--scenarios", name.trim(), ALL_SCENARIOS));
}

function readDifficulties(text: string): Difficulty[] {
  return text.split(",").map((name) => readChoice("--difficulties", name.trim(), DIFFICULTIES));
}

function readSeeds(text: string): readonly number[] {
  if (text === "published") return PUBLISHED_SEEDS;
  if (text === "tuning") return TUNING_SEEDS;
  return text.split(",").flatMap((part) => {
    const [, first, last] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(part.trim()) ?? [];
    const [from, to] = [Number(first), Number(last ?? first)];
    if (first === undefined || to < from || to - from > 1000)
      throw new UserError("flags", `--seeds is published, tuning, or a list such as 3,5-7, not "${text}".`);
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
}
