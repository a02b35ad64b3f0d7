import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { findSample, sampleArguments } from "../../scripts/sample.ts";
import { fileHashes, keptFolder } from "../support/folder.ts";
import { marionet, type Outcome } from "../support/run.ts";

/** Moments of a run, as shares of its length; the case is put in place near the end. */
const MOMENTS = [0.15, 0.4, 0.65, 0.85, 0.93, 0.97];

/** Differ between two runs of the same: the times of the run, and DuckDB's pages. */
const OWN_TO_A_RUN = ["case.json", "case.duckdb"];

describe("a run that is killed", { timeout: 600_000 }, () => {
  const place = keptFolder();
  const out = join(place, "case");
  const saved = join(place, "saved");
  let oldHashes: Record<string, string>;
  let newHashes: Record<string, string>;
  let wallMs: number;

  const analyze = (seed: number, to: string, started?: (pid: number) => void): Promise<Outcome> =>
    marionet(
      ["analyze", ...sampleArguments(findSample()), "--seed", `${seed}`, "--out", to],
      started === undefined ? {} : { started },
    );
  const steady = (hashes: Record<string, string>) =>
    Object.fromEntries(Object.entries(hashes).filter(([path]) => !OWN_TO_A_RUN.includes(path)));

  /** Which whole case lies at `out`: fails when it is neither. */
  const caseThere = (): "old" | "new" | "none" => {
    if (!existsSync(out)) return "none";
    const hashes = fileHashes(out);
    if (hashes["case.json"] === oldHashes["case.json"]) {
      expect(hashes).toEqual(oldHashes);
      return "old";
    }
    expect(JSON.parse(readFileSync(join(out, "case.json"), "utf8"))).toHaveProperty("version");
    expect(steady(hashes)).toEqual(newHashes);
    return "new";
  };

  const killed = async (signal: NodeJS.Signals, moment: number): Promise<Outcome> => {
    let pid = 0;
    const run = analyze(2, out, (started) => {
      pid = started;
    });
    const ended = await Promise.race([run.then(() => true), wait(wallMs * moment, false)]);
    if (!ended) process.kill(pid, signal);
    return run;
  };

  beforeAll(async () => {
    expect(await analyze(1, out)).toMatchObject({ code: 0 });
    appendFileSync(join(out, "verdicts.jsonl"), '{"cluster":"k","verdict":"mine"}\n');
    oldHashes = fileHashes(out);
    cpSync(out, saved, { recursive: true });
    const whole = await analyze(2, out);
    expect(whole).toMatchObject({ code: 0 });
    wallMs = whole.wallMs;
    newHashes = steady(fileHashes(out));
    expect(newHashes["verdicts.jsonl"]).toBe(oldHashes["verdicts.jsonl"]);
  }, 300_000);

  test.each(MOMENTS)("at %f of its time leaves the old case, or the new one whole", async (moment) => {
    rmSync(out, { recursive: true, force: true });
    cpSync(saved, out, { recursive: true });
    const { code } = await killed("SIGKILL", moment);
    const left = caseThere();
    if (code === 0) expect(left).toBe("new");
    else expect(["old", "new"]).toContain(left);
    if (moment <= 0.4) expect(left).toBe("old");
  });

  test("leaves none where there was none, and the next run succeeds and clears up", async () => {
    rmSync(out, { recursive: true, force: true });
    await killed("SIGKILL", 0.5);
    expect(caseThere()).toBe("none");
    expect(await analyze(2, out)).toMatchObject({ code: 0 });
    const { "verdicts.jsonl": _, ...without } = newHashes;
    const { "verdicts.jsonl": __, ...made } = steady(fileHashes(out));
    expect(made).toEqual(without);
  });

  test.skipIf(process.platform === "win32")(
    "by Ctrl-C dies of the signal (130 in a shell) and leaves none",
    async () => {
      rmSync(out, { recursive: true, force: true });
      let pid = 0;
      const run = analyze(2, out, (started) => {
        pid = started;
      });
      // Not by the clock: on a busy machine half of the time may be spent before the program has begun to listen.
      while (!readdirSync(place).some((name) => name.startsWith("case.writing-"))) await wait(20);
      process.kill(pid, "SIGINT");
      const { signal, stderr } = await run;
      expect(signal).toBe("SIGINT");
      expect(stderr).toContain("Stopped; what was there before is untouched.");
      expect(caseThere()).toBe("none");
      expect(readdirSync(place)).toEqual(["saved"]);
    },
  );
});
