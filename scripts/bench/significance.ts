import { rmSync } from "node:fs";
import { join } from "node:path";
import { grouped } from "../progress.ts";
import { eventsFile } from "./coshare.ts";
import { measure } from "./measure.ts";
import { inTurns, medianOf, seconds, spreadCell } from "./spread.ts";
import { markdownTable } from "./table.ts";

const ROWS = 1_000_000;
const WINDOW_MS = 3_600_000;
const LEAST_OBJECTS = 2;
const HOW = ["decided and described", "decided only"] as const;

/** p, q and what describes a pair, for the pairs of a million shares that met on two objects or more within the hour. */
export async function benchSignificance(folder: string, clock: () => number): Promise<string> {
  const place = join(folder, "significance");
  try {
    const csv = eventsFile(place, ROWS);
    const runs = await inTurns(HOW.map((how) => () => measure(["significance", csv, how], clock)));
    const pairs = runs[0]![0]!.stages?.pairs ?? Number.NaN;
    const table = markdownTable(
      [`significance of ${grouped(pairs)} pairs`, "wall", "a million pairs"],
      HOW.map((how, i) => {
        const wall = runs[i]!.map(({ stages }) => (stages?.significance ?? Number.NaN) / 1000);
        return [how, spreadCell(wall, seconds), seconds((medianOf(wall) * 1e6) / pairs)];
      }),
    );
    return `${table}\n\n${grouped(ROWS)} shares, window one hour, pairs with ${LEAST_OBJECTS} objects or more. Described: what each null expects and its tail, with the exogenous baseline. Decided only is what the reruns on shuffled data do: p is exact for pairs that come near to standing, q for all.`;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** In its own process. @returns pairs, and milliseconds of the test alone */
export async function significanceChild([csv = "", how = ""]: readonly string[]): Promise<Record<string, number>> {
  const { readShares } = await import("../../src/pairlist.ts");
  const { coAct } = await import("../../src/coaction/kernel.ts");
  const { assess } = await import("../../src/coaction/significance.ts");
  const { identity } = await import("../../src/math/order.ts");
  const { accountIds, objectCount, account, object, timeMs } = await readShares(csv);
  const count = account.length;
  const { pairs, timeline } = coAct(
    {
      trace: "co-share",
      count,
      accountCount: accountIds.length,
      objectCount,
      account,
      object,
      timeMs,
      post: identity(count),
    },
    { windowMs: WINDOW_MS, minObjects: LEAST_OBJECTS },
  );
  const fromMs = performance.now();
  assess(pairs, timeline, LEAST_OBJECTS, 0.05, how === "decided only");
  return { pairs: pairs.count, significance: performance.now() - fromMs };
}
