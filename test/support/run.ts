import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The checkout. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wallMs: number;
}

/** Run `marionet ARGS` as npm would, in a process of its own. `started` is handed the process, to be killed for instance. */
export function marionet(
  args: readonly string[],
  options: {
    readonly cwd?: string;
    readonly env?: Record<string, string>;
    readonly started?: (pid: number) => void;
  } = {},
): Promise<Outcome> {
  const { INIT_CWD: _, MARIONET_DEBUG: __, MARIONET_KEY: ___, ...inherited } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, [`${ROOT}scripts/setup.mjs`, "run", ...args], {
    cwd: options.cwd ?? ROOT,
    env: { ...inherited, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (piece: Buffer) => stdout.push(piece));
  child.stderr.on("data", (piece: Buffer) => stderr.push(piece));
  if (child.pid !== undefined) options.started?.(child.pid);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({
        code,
        signal,
        stdout: `${Buffer.concat(stdout)}`,
        stderr: `${Buffer.concat(stderr)}`,
        wallMs: performance.now() - began,
      });
    });
  });
}
