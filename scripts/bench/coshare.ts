import { createReadStream, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "../../src/math/random.ts";
import { grouped } from "../progress.ts";
import { say } from "../terminal.ts";
import { duckdbJoin } from "./duckdb-join.ts";
import { writeEvents } from "./events.ts";
import { measure } from "./measure.ts";
import { costCells, markdownTable } from "./table.ts";

const WINDOW_S = 60;
const SEED = 1;

/** CSV of share events to a written pair list: DuckDB's time-bucket self-join and ours, one after the other on the same file. */
export async function benchCoShare(folder: string, rows: number, clock: () => number): Promise<string> {
  const place = join(folder, "coshare");
  mkdirSync(place, { recursive: true });
  try {
    const csv = join(place, "events.csv");
    say(`Writing ${grouped(rows)} share events (seed ${SEED}) ...`);
    const bytes = writeEvents(csv, rows, seeded("co-share", SEED));
    const lists = { duckdb: join(place, "duckdb.csv"), ours: join(place, "ours.csv") };
    say("DuckDB's self-join ...");
    const theirs = await measure(["duckdb", csv, lists.duckdb, place], clock);
    say("Marionet ...");
    const ours = await measure(["ours", csv, lists.ours], clock);
    const table = markdownTable(
      ["co-share, CSV to a written pair list", "wall", "CPU", "peak memory", "pairs"],
      [
        ["DuckDB, time-bucket self-join", ...costCells(theirs), grouped(await countRows(lists.duckdb))],
        ["Marionet", ...costCells(ours), grouped(await countRows(lists.ours))],
      ],
    );
    return `${table}\n\n${grouped(rows)} events (${(bytes / 1e6).toFixed(0)} MB), window ${WINDOW_S} s, seed ${SEED}. Marionet is ${ratio(theirs.wallS, ours.wallS)} by wall time, ${ratio(theirs.cpuS, ours.cpuS)} by CPU, with ${(ours.peakBytes / theirs.peakBytes).toFixed(2)} times the memory.`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** One side, in its own process. */
export async function coShareChild(side: "duckdb" | "ours", args: readonly string[]): Promise<void> {
  const [csv = "", out = "", place = ""] = args;
  if (side === "duckdb") return duckdbJoin(csv, out, WINDOW_S, place);
  const { coSharePairs } = await import("../../src/pairlist.ts");
  await coSharePairs(csv, out, { windowMs: WINDOW_S * 1000 });
}

function ratio(theirs: number, ours: number): string {
  return theirs >= ours ? `${(theirs / ours).toFixed(1)} times faster` : `${(ours / theirs).toFixed(1)} times slower`;
}

/** Lines of a CSV less its header; no cell of these lists holds a line break. */
async function countRows(path: string): Promise<number> {
  let lines = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
  }
  return lines - 1;
}
