import { parentPort, workerData } from "node:worker_threads";
import { type RerunInput, rerun } from "../clusters/rerun.ts";

/** One thread of `reruns.ts`: is sent the number of a dealing, answers with what was found in it, until it is ended. */
const input = workerData as RerunInput;
const port = parentPort!;
port.on("message", (index: number) => port.postMessage({ index, outcome: rerun(input, index) }));
