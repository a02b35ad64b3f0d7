import { coSharePairs } from "../../src/pairlist.ts";
import { say } from "../terminal.ts";
import { duckdbJoin } from "./duckdb-join.ts";

const WINDOW_S = 60;

/** One side, in its own process. @returns milliseconds by stage, where known */
export async function coShareChild(
  side: "duckdb" | "ours",
  args: readonly string[],
): Promise<Readonly<Record<string, number>> | undefined> {
  const [csv = "", out = "", place = ""] = args;
  if (side === "duckdb") {
    await duckdbJoin(csv, out, WINDOW_S, place);
    return undefined;
  }
  const list = await coSharePairs(csv, out, { windowMs: WINDOW_S * 1000, minShares: 2 }, () => performance.now());
  if (list.commonObjects > 0) say(`${list.commonObjects} objects proposed no pairs.`);
  return list.stages;
}
