import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { main as analyze } from "../analyze.ts";
import { dataset } from "../datasets.ts";
import { grouped } from "../progress.ts";
import { say } from "../terminal.ts";
import { type Cost, measure } from "./measure.ts";
import { inTurns, spreadCells } from "./spread.ts";
import { markdownTable } from "./table.ts";

/** `analyze` of 412,020 tweets of the Internet Research Agency, with the share of each stage. */
export async function benchIra(folder: string, clock: () => number): Promise<string> {
  const file = dataset("ira-tweets", "ira_tweets_2016-09_to_2017-02.csv.gz");
  if (file === null) return "Skipped: ira (the data set ira-tweets is not there; see MARIONET_DATASETS).";
  const out = join(folder, "ira");
  mkdirSync(folder, { recursive: true });
  try {
    say("Analysing the large IRA window ...");
    const [costs] = (await inTurns([() => measure(["ira", file, out], clock)])) as [Cost[]];
    const manifest = JSON.parse(readFileSync(join(out, "case.json"), "utf8")) as Timed;
    const total = Object.values(manifest.timings).reduce((sum, ms) => sum + ms, 0);
    // Stages name the file as it was given; where it lies on this machine is nobody's business.
    const stages = Object.entries(manifest.timings).map(([stage, ms]) => [
      stage.replace(file, basename(file)),
      `${(ms / 1000).toFixed(1)} s`,
      `${((100 * ms) / total).toFixed(0)} %`,
    ]);
    const rows = manifest.inputs.reduce((sum, input) => sum + input.rows, 0);
    return [
      markdownTable(
        ["analyze", "rows", "wall", "CPU", "peak memory"],
        [["IRA, September 2016 to February 2017", grouped(rows), ...spreadCells(costs)]],
      ),
      markdownTable(["stage of the last run", "wall", "share"], stages),
    ].join("\n\n");
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** In its own process. */
export async function iraChild(args: readonly string[]): Promise<void> {
  const [file = "", out = ""] = args;
  const code = await analyze([file, "--out", out, "--reruns", "0"]);
  if (code !== 0) throw new Error(`bench: analyze ended with ${code}`);
}

interface Timed {
  /** Milliseconds by stage, in order. */
  readonly timings: Readonly<Record<string, number>>;
  readonly inputs: readonly { readonly rows: number }[];
}
