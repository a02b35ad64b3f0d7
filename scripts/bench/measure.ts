import { spawn } from "node:child_process";
import { writeSync } from "node:fs";
import type { Readable } from "node:stream";
import { SELF } from "../home.ts";

/** What one piece of work cost, in a process of its own, from its start to its end. */
export interface Cost {
  readonly wallS: number;
  /** User and system, all threads. */
  readonly cpuS: number;
  readonly peakBytes: number;
  /** Milliseconds by stage, where the work says. */
  readonly stages?: Readonly<Record<string, number>>;
}

type Usage = Omit<Cost, "wallS">;

/** The descriptor on which a measured process says what it used, as one JSON object: what it prints stays its own. */
const USAGE_FD = 3;

export interface MeasureOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Run `bench --child ARGS` and measure it. What it prints goes to stderr.
 *
 * @throws Error when the child fails
 */
export function measure(args: readonly string[], clock: () => number): Promise<Cost> {
  return measureProgram([process.execPath, ...SELF, "bench", "--child", ...args], clock);
}

/** The same for a script of somebody else's that Node can run. */
export function measureScript(
  script: string,
  args: readonly string[],
  clock: () => number,
  options: MeasureOptions = {},
): Promise<Cost> {
  return measureProgram([process.execPath, "--import", REPORT_AT_END, script, ...args], clock, options);
}

/** The same for Python source that may import what is installed. */
export function measurePython(
  python: string,
  source: string,
  args: readonly string[],
  clock: () => number,
): Promise<Cost> {
  return measureProgram([python, "-c", `${source}\n${PYTHON_REPORT}`, ...args], clock);
}

/** The same for R source. */
export function measureR(source: string, args: readonly string[], clock: () => number): Promise<Cost> {
  return measureProgram(["Rscript", "-e", `${source}\n${R_REPORT}`, ...args], clock);
}

/** In the child, when its work is done. */
export function reportUsage(stages?: Readonly<Record<string, number>>): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const usage: Usage = { cpuS: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 };
  writeSync(USAGE_FD, JSON.stringify(stages === undefined ? usage : { ...usage, stages }));
}

async function measureProgram(
  [program = "", ...args]: readonly string[],
  clock: () => number,
  { cwd, env }: MeasureOptions = {},
): Promise<Cost> {
  const startMs = clock();
  // npm's note of where the user stood would move the child there; paths are already whole.
  const { INIT_CWD: _, ...own } = process.env;
  const child = spawn(program, args, {
    env: { ...own, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    stdio: ["ignore", 2, 2, "pipe"],
  });
  let said = "";
  (child.stdio[USAGE_FD] as Readable).on("data", (piece: Buffer) => {
    said += piece.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0 || said === "")
    throw new Error(`bench: ${program} ${args.join(" ")} ended with ${code ?? "a signal"}`);
  return { wallS: (clock() - startMs) / 1000, ...(JSON.parse(said) as Usage) };
}

const REPORT_AT_END = `data:text/javascript,${encodeURIComponent(`
import { writeSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(${USAGE_FD}, JSON.stringify({ cpuS: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 }));
});`)}`;

/** Linux counts the peak in kilobytes. Children are counted in: the toolkit works in several processes. */
const PYTHON_REPORT = `
import json, os, resource
_own, _sub = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
os.write(${USAGE_FD}, json.dumps({
    "cpuS": _own.ru_utime + _own.ru_stime + _sub.ru_utime + _sub.ru_stime,
    "peakBytes": 1024 * (_own.ru_maxrss + _sub.ru_maxrss),
}).encode())`;

/** R says what it used so far; Linux knows its peak. */
const R_REPORT = `
used <- proc.time()
peak <- as.numeric(gsub("[^0-9]", "", grep("VmHWM", readLines("/proc/self/status"), value = TRUE)))
cat(sprintf('{"cpuS": %f, "peakBytes": %f}', sum(used[c(1, 2)]), 1024 * peak), file = "/proc/self/fd/${USAGE_FD}")`;
