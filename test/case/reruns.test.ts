import { expect, test } from "vitest";
import { runReruns } from "../../src/case/reruns.ts";
import { rerun } from "../../src/clusters/rerun.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { rerunInput, smallWorld } from "../clusters/worlds.ts";

// Groups in shuffled data, so that there is something to compare: languages that the pair null does not know.
const input = rerunInput(smallWorld(103, { languages: 3, windowMs: 3_600_000, answers: 5 }));

test("the number of threads leaves no trace, and threads find what this one finds", async () => {
  const seen: number[] = [];
  const one = await runReruns(input, 5, 1, { ...SILENT, advance: (done) => seen.push(done) });
  const two = await runReruns(input, 5, 2, SILENT);
  expect(two).toEqual(one);
  expect(one).toEqual(Array.from({ length: 5 }, (_, index) => rerun(input, index)));
  expect(one.some(({ clusters }) => clusters > 0)).toBe(true);
  expect(seen).toEqual([1, 2, 3, 4, 5]);
});

test("a fault in a thread is a fault of the analysis", async () => {
  const broken = { ...input, options: { ...input.options, q: "no number" as unknown as number, minObjects: 2 } };
  const traces = broken.traces.map((trace) => ({ ...trace, actions: { ...trace.actions, accountCount: 1 } }));
  await expect(runReruns({ ...broken, traces }, 3, 2, SILENT)).rejects.toThrow(/is not below/);
});
