import { rmSync } from "node:fs";
import { join } from "node:path";
import { grouped } from "../progress.ts";
import { say } from "../terminal.ts";
import { eventsFile } from "./coshare.ts";
import { measure } from "./measure.ts";
import { seconds, spreadCells } from "./spread.ts";
import { markdownTable } from "./table.ts";

/** More rows than any other tool of the field takes in: ours alone, once. */
export async function benchLarge(folder: string, rows: number, clock: () => number): Promise<string> {
  const place = join(folder, "large");
  try {
    const csv = eventsFile(place, rows);
    say("Marionet ...");
    const cost = await measure(["ours", csv, join(place, "ours.csv")], clock);
    const table = markdownTable(
      [`co-share, ${grouped(rows)} rows`, "wall", "CPU", "peak memory"],
      [
        ["Marionet, one run", ...spreadCells([cost])],
        ...Object.entries(cost.stages ?? {}).map(([stage, ms]) => [`of that: ${stage}`, seconds(ms / 1000), "", ""]),
      ],
    );
    return `${table}\n\nThe same law of rows as above, the same window; no other tool was run on it.`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
