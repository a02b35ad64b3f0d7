import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SELF } from "../home.ts";
import { say } from "../terminal.ts";
import { type Cell, type CellResult, cellName } from "./cell.ts";

export interface PoolOptions {
  /** Where results lie, one file a cell. */
  readonly folder: string;
  /** Processes at once. */
  readonly workers: number;
  /** No cell is begun after so many milliseconds; those begun are finished. */
  readonly budgetMs: number;
  readonly clock: () => number;
}

/**
 * Run the cells that have no result yet, several at once, each in a process of its own, in the order given. A cell whose result is
 * there is not run again, so a suite that was stopped goes on where it was.
 *
 * @returns results in the order of the cells; null where the time was over
 * @throws Error when a cell fails: a suite with a hole that nobody sees would be worse
 */
export async function runCells(cells: readonly Cell[], options: PoolOptions): Promise<(CellResult | null)[]> {
  const { folder, workers, budgetMs, clock } = options;
  mkdirSync(folder, { recursive: true });
  const beganMs = clock();
  const todo = cells.filter((cell) => !existsSync(resultPath(folder, cell)));
  if (todo.length < cells.length) say(`${cells.length - todo.length} of ${cells.length} worlds were measured before.`);
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < todo.length && clock() - beganMs < budgetMs) {
      const cell = todo[next++]!;
      await runInChild(cell, resultPath(folder, cell));
      done++;
      if (done % 10 === 0 || done === todo.length)
        say(`${done} of ${todo.length} worlds  ${((clock() - beganMs) / 60_000).toFixed(1)} min`);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, workers) }, work));
  return cells.map((cell) => readResult(folder, cell));
}

const resultPath = (folder: string, cell: Cell): string => join(folder, `${cellName(cell)}.json`);

function readResult(folder: string, cell: Cell): CellResult | null {
  const path = resultPath(folder, cell);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as CellResult) : null;
}

async function runInChild(cell: Cell, path: string): Promise<void> {
  const { INIT_CWD: _, ...env } = process.env;
  const child = spawn(process.execPath, [...SELF, "benchmark", "--child", JSON.stringify(cell)], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    errors += String(chunk);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0) throw new Error(`benchmark: ${cellName(cell)} ended with ${code ?? "a signal"}\n${errors}`);
  const partial = `${path}.tmp`;
  writeFileSync(partial, out);
  renameSync(partial, path);
}
