import { parentPort, workerData } from "node:worker_threads";
import { type Job, type RerunInput, work } from "../clusters/rerun.ts";

/** One thread of `reruns.ts`: is sent one job after another, answers with what was found, until it is ended. */
const input = workerData as RerunInput;
const port = parentPort!;
port.on("message", ({ at, job }: { at: number; job: Job }) => port.postMessage({ at, outcome: work(input, job) }));
