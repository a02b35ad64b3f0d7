import { spawn } from "node:child_process";
import { SELF } from "../home.ts";

/** What one piece of work cost, in a process of its own, from its start to its end. */
export interface Cost {
  readonly wallS: number;
  /** User and system, all threads. */
  readonly cpuS: number;
  readonly peakBytes: number;
}

type Usage = Omit<Cost, "wallS">;

/**
 * Run `bench --child ARGS` and measure it. What it prints goes to stderr.
 *
 * @throws Error when the child fails
 */
export async function measure(args: readonly string[], clock: () => number): Promise<Cost> {
  const startMs = clock();
  // npm's note of where the user stood would move the child there; paths are already whole.
  const { INIT_CWD: _, ...env } = process.env;
  const child = spawn(process.execPath, [...SELF, "bench", "--child", ...args], {
    env,
    stdio: ["ignore", 2, 2, "ipc"],
  });
  let usage: Usage | null = null;
  child.on("message", (message) => {
    usage = message as Usage;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0 || usage === null) throw new Error(`bench: ${args[0]} ended with ${code ?? "a signal"}`);
  return { wallS: (clock() - startMs) / 1000, ...(usage as Usage) };
}

/** In the child, when its work is done. */
export function reportUsage(): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  process.send?.({ cpuS: (userCPUTime + systemCPUTime) / 1e6, peakBytes: maxRSS * 1024 } satisfies Usage);
}
