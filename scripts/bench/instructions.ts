import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { HOME } from "../home.ts";
import { grouped } from "../progress.ts";
import { say } from "../terminal.ts";
import { markdownTable } from "./table.ts";

const SIZES = [400_000, 800_000, 1_600_000];

/**
 * Instructions of the kernel, which no other work on the machine changes: those of counting the pairs of shares in memory, less those of
 * making the shares alone. The engine's own thread decides when to compile, so it is told to work in one.
 */
export async function benchInstructions(folder: string): Promise<string> {
  if (spawnSync("valgrind", ["--version"], { stdio: "ignore" }).status !== 0) {
    return "Skipped: instruction counts (no valgrind on this machine).";
  }
  const program = join(folder, "instructions.mjs");
  await build({
    entryPoints: [join(HOME, "scripts", "bench", "instructions-child.ts")],
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: program,
    logLevel: "error",
  });
  try {
    const counts = SIZES.map((rows) => {
      say(`Instructions of ${grouped(rows)} rows ...`);
      return instructions(program, rows, "count") - instructions(program, rows, "make");
    });
    const rows = SIZES.map((size, i) => [
      grouped(size),
      `${(counts[i]! / 1e6).toFixed(0)} million`,
      (counts[i]! / size).toFixed(0),
      i === 0 ? "" : `${(counts[i]! / counts[i - 1]!).toFixed(2)} times`,
    ]);
    return `${markdownTable(["rows", "instructions of the kernel", "a row", "against half the rows"], rows)}\n\nCounted by valgrind, one run of each; two runs of the same differ by less than a thousandth.`;
  } finally {
    rmSync(program, { force: true });
  }
}

function instructions(program: string, rows: number, what: "count" | "make"): number {
  const { status, stderr } = spawnSync(
    "valgrind",
    [
      "--tool=callgrind",
      "--callgrind-out-file=/dev/null",
      "--smc-check=all-non-file",
      process.execPath,
      "--single-threaded",
      program,
      String(rows),
      what,
    ],
    { encoding: "utf8" },
  );
  const counted = /Collected : (\d+)/.exec(stderr)?.[1];
  if (status !== 0 || counted === undefined)
    throw new Error(`bench: valgrind ended with ${status}: ${stderr.slice(-200)}`);
  return Number(counted);
}
