import { createReadStream, existsSync, mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { seeded } from "../../src/math/random.ts";
import { HOME } from "../home.ts";
import { grouped } from "../progress.ts";
import { say } from "../terminal.ts";
import { writeEvents } from "./events.ts";
import { type Cost, measure, measureScript } from "./measure.ts";
import { coortweetRow, toolkitRow } from "./peers.ts";
import { inTurns, medianOf, seconds, spreadCell, spreadCells, timesOf } from "./spread.ts";
import { markdownTable } from "./table.ts";

const WINDOW_S = 60;
const SEED = 1;
/** Rows up to which the peers that need minutes a million are tried. */
const PEER_ROWS = 1_000_000;

/**
 * CSV of share events to a written pair list (pairs, weight, mean delay, posts of each side): DuckDB's time-bucket self-join and ours,
 * in turns on the same file; beside them other tools, where the machine has them.
 */
export async function benchCoShare(folder: string, sizes: readonly number[], clock: () => number): Promise<string> {
  const place = join(folder, "coshare");
  const sections: string[] = [];
  try {
    for (const rows of sizes) sections.push(await oneSize(place, rows, clock));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return sections.join("\n\n");
}

async function oneSize(place: string, rows: number, clock: () => number): Promise<string> {
  mkdirSync(place, { recursive: true });
  const csv = eventsFile(place, rows);
  const lists = { duckdb: join(place, "duckdb.csv"), ours: join(place, "ours.csv") };
  say(`DuckDB's self-join and Marionet in turns, ${grouped(rows)} rows ...`);
  const [theirs, ours] = (await inTurns([
    () => theJoin(csv, lists.duckdb, place, clock),
    () => measure(["ours", csv, lists.ours], clock),
  ])) as [Cost[], Cost[]];
  const pairs = await Promise.all([countRows(lists.duckdb), countRows(lists.ours)]);
  if (pairs[0] !== pairs[1]) throw new Error(`bench: DuckDB lists ${pairs[0]} pairs, Marionet ${pairs[1]}`);
  const kernel = ours.map(({ stages }) => (stages?.["counting pairs"] ?? Number.NaN) / 1000);
  const table = markdownTable(
    [`co-share, ${grouped(rows)} rows`, "wall", "CPU", "peak memory", "pairs"],
    [
      ["DuckDB, time-bucket self-join", ...spreadCells(theirs), grouped(pairs[0])],
      ["Marionet", ...spreadCells(ours), grouped(pairs[1])],
      ["of that: laying out, counting", spreadCell(kernel, seconds), "", "", ""],
      ...(rows <= PEER_ROWS ? [await toolkitRow(csv, place, clock), await coortweetRow(csv, clock)] : []),
    ],
  );
  const walls = (costs: readonly Cost[]) => costs.map(({ wallS }) => wallS);
  const cpu = (costs: readonly Cost[]) => costs.map(({ cpuS }) => cpuS);
  return `${table}\n\nMarionet takes ${timesOf(walls(ours), walls(theirs))} the join's wall time, ${timesOf(cpu(ours), cpu(theirs))} its CPU, its kernel alone ${timesOf(kernel, walls(theirs))}; ${(medianOf(ours.map(({ peakBytes }) => peakBytes)) / medianOf(theirs.map(({ peakBytes }) => peakBytes))).toFixed(2)} times its memory.`;
}

/** Share events of `rows` rows, as a file. */
export function eventsFile(place: string, rows: number): string {
  mkdirSync(place, { recursive: true });
  const csv = join(place, `events-${rows}.csv`);
  say(`Writing ${grouped(rows)} share events (seed ${SEED}) ...`);
  writeEvents(csv, rows, seeded("co-share", SEED));
  return csv;
}

/** The reference's own script where it is at hand, ours after its model where not; both list the same pairs. */
function theJoin(csv: string, out: string, place: string, clock: () => number): Promise<Cost> {
  const script = resolve(HOME, "..", "shared", "bench", "coshare-duckdb.mjs");
  if (!existsSync(script)) return measure(["duckdb", csv, out, place], clock);
  const env = { DTMP: join(place, "spill"), DMEM: "16GB" };
  return measureScript(script, [csv, out, String(WINDOW_S), "bucket"], clock, { cwd: HOME, env });
}

/** Lines of a CSV less its header; no cell of these lists holds a line break. */
async function countRows(path: string): Promise<number> {
  let lines = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines++;
  }
  return lines - 1;
}
