import { appendFileSync, copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { grouped } from "../progress.ts";
import { eventsFile } from "./coshare.ts";
import { type Cost, measure } from "./measure.ts";
import { inTurns, medianOf, seconds, spreadCells } from "./spread.ts";
import { markdownTable } from "./table.ts";

const ROWS = 10_000_000;
const CROWD = 1_000_000;
const HOUR_S = 3600;
const START_S = 1_701_000_000;
const PIECE = 100_000;

/** The same shares with and without one object that a million more accounts share within an hour. */
export async function benchViral(folder: string, clock: () => number): Promise<string> {
  const place = join(folder, "viral");
  try {
    const plain = eventsFile(place, ROWS);
    const viral = join(place, "viral.csv");
    copyFileSync(plain, viral);
    addCrowd(viral);
    const [without, withIt] = (await inTurns(
      [plain, viral].map((csv) => () => measure(["ours", csv, join(place, "ours.csv")], clock)),
    )) as [Cost[], Cost[]];
    const table = markdownTable(
      [`co-share, ${grouped(ROWS)} rows`, "wall", "CPU", "peak memory"],
      [
        ["as they are", ...spreadCells(without)],
        [`and ${grouped(CROWD)} accounts on one object within the hour`, ...spreadCells(withIt)],
      ],
    );
    const wall = (costs: readonly Cost[]) => medianOf(costs.map(({ wallS }) => wallS));
    return `${table}\n\nThe object costs ${seconds(wall(withIt) - wall(without))} more, reading its ${grouped(CROWD)} rows included. It has ${((CROWD * CROWD * 60) / HOUR_S / 1e9).toFixed(0)} thousand million pairs within the window, so it proposes none by itself: it counts in full for every pair that met on another object, pairs that met on nothing else are not listed, and the command says so.`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Evenly over the hour, each by an account of its own. */
function addCrowd(csv: string): void {
  for (let from = 0; from < CROWD; from += PIECE) {
    let lines = "";
    for (let i = from; i < from + PIECE; i++) {
      lines += `v${i},w${i},viral,${START_S + Math.floor((i * HOUR_S) / CROWD)}\n`;
    }
    appendFileSync(csv, lines);
  }
}
