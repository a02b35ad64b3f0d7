import { coSharePairs } from "../src/pairlist.ts";
import { flagCommand, needed, readFlags, readWhole, readWindow } from "./flags.ts";
import { grouped } from "./progress.ts";
import { print } from "./terminal.ts";

/** `marionet pairs SHARES.csv --out PAIRS.csv`: who shared the same within the window; no test, no groups, no case. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand(
    "pairs",
    "Shares to the list of pairs within a window: counts alone, without a test of chance. For tens of millions of rows.",
    "shares.csv --out pairs.csv --window 60s",
  )
    .argument("<file>", "CSV with the columns account_id, object_id and timestamp_share (seconds)")
    .option("--out <file>", "where the list goes")
    .option("--window <time>", "shares at most so far apart", (text) => readWindow("--window", text), 60_000)
    .option("--min-objects <n>", "objects shared together", (text) => readWhole("--min-objects", text, 1), 1)
    .option(
      "--min-shares <n>",
      "shares of an account, and shares that met another's: CooRTweet's min_participation",
      (text) => readWhole("--min-shares", text, 1),
      1,
    );
  if (!readFlags(command, argv)) return 0;
  const given = command.opts<{ out?: string; window: number; minObjects: number; minShares: number }>();
  const out = needed("--out", given.out, command);
  const options = { windowMs: given.window, minObjects: given.minObjects, minShares: given.minShares };
  const list = await coSharePairs(command.args[0]!, out, options, () => performance.now());
  print(`${grouped(list.pairs)} pairs of ${grouped(list.shares)} shares in ${out}. Counts alone: nothing was tested.`);
  if (list.skipped > 0) print(`note: ${grouped(list.skipped)} rows lack an account, an object or a readable time.`);
  if (list.commonObjects > 0) {
    print(
      `note: ${grouped(list.commonObjects)} objects were shared by so many at once that they proposed no pairs; they count for every pair that met on another object, and pairs that met on nothing else are not listed.`,
    );
  }
  return 0;
}
