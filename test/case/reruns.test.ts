import { expect, test } from "vitest";
import { runJobs } from "../../src/case/reruns.ts";
import { type Job, work } from "../../src/clusters/rerun.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { rerunInput, smallWorld } from "../clusters/worlds.ts";

// A crew with a language of its own, in strata too small to part it: so that shuffled data hold something to compare.
const world = smallWorld(3, { crew: 10 });
const language = Uint16Array.from(world.posts.account, (account) => (world.crew.includes(account) ? 1 : 0));
const input = rerunInput({ ...world, posts: { ...world.posts, language } }, 5);
const jobs: Job[] = [{ dealing: 0 }, { dealing: 1 }, { dealing: 2 }, { objects: 3 }];

test("the number of threads leaves no trace, and threads find what this one finds", async () => {
  const seen: number[] = [];
  const one = await runJobs(input, jobs, 1, { ...SILENT, advance: (done) => seen.push(done) });
  const two = await runJobs(input, jobs, 2, SILENT);
  expect(two).toEqual(one);
  expect(one).toEqual(jobs.map((job) => work(input, job)));
  expect(one.some((outcome) => "clusters" in outcome! && outcome.clusters > 0)).toBe(true);
  expect(seen).toEqual([1, 2, 3, 4]);
});

test("a job that is not needed is not begun, and counts as done", async () => {
  const seen: number[] = [];
  const open = (at: number, known: readonly unknown[]): boolean => at !== 1 || known[0] === undefined;
  const outcomes = await runJobs(input, jobs, 1, { ...SILENT, advance: (done) => seen.push(done) }, open);
  expect(outcomes.map((outcome) => outcome === undefined)).toEqual([false, true, false, false]);
  expect(seen).toEqual([1, 2, 3, 4]);
});

test("a fault in a thread is a fault of the analysis", async () => {
  const broken = { ...input, options: { ...input.options, q: "no number" as unknown as number, minObjects: 2 } };
  const traces = broken.traces.map((trace) => ({ ...trace, actions: { ...trace.actions, accountCount: 1 } }));
  await expect(runJobs({ ...broken, traces }, jobs, 2, SILENT)).rejects.toThrow(/is not below/);
});
