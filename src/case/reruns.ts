import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Job, Outcome, RerunInput } from "../clusters/rerun.ts";
import type { Progress } from "../corpus/progress.ts";

/** Actions that all threads together may hold laid out, some 200 bytes each: above, fewer threads share the work. */
const ACTIONS_AT_ONCE = 20_000_000;

/** A search makes many columns and drops them: room for them spares a tenth of its time. */
const LIMITS = { maxYoungGenerationSizeMb: 192 } as const;

/**
 * All jobs, begun in their order, on as many threads as there are processors; outcomes in the order of the jobs. Columns are shared, not copied, so that a thread
 * costs what one search costs. Each job draws from a stream of its own, so neither the number of threads nor their order leaves a trace.
 *
 * @param threads as many as there are processors when left out
 * @param isNeeded asked before job `at` is begun, with the outcomes there are by then, in their places; must make no difference to what
 * is concluded, since how many there are hangs on the threads
 * @returns undefined where a job was not needed
 */
export async function runJobs(
  input: RerunInput,
  jobs: readonly Job[],
  threads: number | undefined,
  progress: Progress,
  isNeeded: (at: number, known: readonly (Outcome | undefined)[]) => boolean = () => true,
): Promise<(Outcome | undefined)[]> {
  const actions = input.traces.reduce((sum, trace) => sum + trace.actions.count, 0);
  const room = Math.floor(ACTIONS_AT_ONCE / Math.max(1, actions));
  const hands = Math.min(jobs.length, Math.max(1, Math.min(threads ?? availableParallelism(), room)));
  const shared = sharedColumns(input);
  const outcomes = new Array<Outcome | undefined>(jobs.length).fill(undefined);
  let next = 0;
  let done = 0;
  const workers: Worker[] = [];
  const handle = () =>
    new Promise<void>((resolve, reject) => {
      const worker = startThread(shared);
      workers.push(worker);
      const go = () => {
        while (next < jobs.length && !isNeeded(next, outcomes)) {
          next++;
          progress.advance(++done);
        }
        const at = next++;
        if (at < jobs.length) worker.postMessage({ at, job: jobs[at] });
        else resolve();
      };
      worker.on("message", ({ at, outcome }: { at: number; outcome: Outcome }) => {
        outcomes[at] = outcome;
        progress.advance(++done);
        go();
      });
      worker.on("error", reject);
      worker.on("exit", (code) => reject(new Error(`reruns: a thread ended with ${code} before its work was done`)));
      go();
    });
  try {
    await Promise.all(Array.from({ length: hands }, handle));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return outcomes;
}

/**
 * A thread loads the program as it is found: bundled JavaScript lies beside this file; TypeScript in a checkout needs the loader that
 * the main thread was started with, which threads do not inherit.
 */
function startThread(workerData: RerunInput): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(new URL("./rerun-thread.js", import.meta.url), { workerData, resourceLimits: LIMITS });
  const require = createRequire(import.meta.url);
  const loader = join(dirname(require.resolve("tsx/package.json")), "dist", "esm", "api", "index.mjs");
  const thread = join(dirname(fileURLToPath(import.meta.url)), "rerun-thread.ts");
  const [first, then] = [loader, thread].map((path) => JSON.stringify(pathToFileURL(path).href));
  return new Worker(`import(${first}).then(({ register }) => { register(); return import(${then}); });`, {
    eval: true,
    workerData,
    resourceLimits: LIMITS,
  });
}

/** The same object with every typed column moved to memory that threads share; a column found twice is moved once. */
function sharedColumns<T>(value: T, moved = new Map<unknown, unknown>()): T {
  if (ArrayBuffer.isView(value)) {
    if (moved.has(value)) return moved.get(value) as T;
    const column = value as unknown as Uint32Array;
    const shared = new (column.constructor as Uint32ArrayConstructor)(
      new SharedArrayBuffer(column.byteLength) as unknown as ArrayBuffer,
    );
    shared.set(column);
    moved.set(value, shared);
    return shared as unknown as T;
  }
  if (Array.isArray(value)) return value.map((one) => sharedColumns(one, moved)) as unknown as T;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, sharedColumns(one, moved)])) as T;
}
