import { randomBytes } from "node:crypto";
import type { Command } from "commander";
import type { ParityOptions } from "../src/parity.ts";
import { type AnalysisOptions, analyze } from "../src/pipeline.ts";
import { openCase } from "./case.ts";
import { stopOnInterrupt } from "./ending.ts";
import { flagCommand, needed, readFlags, readMap, readShare, readWhole, readWindow } from "./flags.ts";
import { VERSION } from "./home.ts";
import { addLikeFlags, likeMain, likeOptions } from "./like.ts";
import { terminalProgress } from "./progress.ts";
import { machineReport, shortReport } from "./report.ts";
import { print } from "./terminal.ts";

/** `marionet analyze FILE... --out CASE`: a data set becomes a case. */
export async function main(argv: string[]): Promise<number> {
  const flags = analysisFlags(argv, process.env.MARIONET_KEY);
  if (flags === null) return 0;
  if (flags.parity !== null) return likeMain(flags.parity, flags.json);
  const endWatch = stopOnInterrupt();
  const clock = () => performance.now();
  const progress = terminalProgress(process.stderr, clock);
  if (flags.freshKey) {
    progress.note(
      "MARIONET_KEY is not set: a key was drawn and forgotten, so pseudonyms of this case match those of no other.",
    );
  }
  try {
    await analyze(flags.options, progress, clock);
  } finally {
    progress.done();
    endWatch();
  }
  const folder = openCase(flags.options.out);
  if (flags.json) print(JSON.stringify(machineReport(folder), null, 2));
  else for (const line of shortReport(folder)) print(line);
  return 0;
}

export interface AnalysisFlags {
  readonly options: AnalysisOptions;
  readonly json: boolean;
  /** Pseudonyms were asked for without a key; one was drawn. */
  readonly freshKey: boolean;
  /** `--like` was given: another tool's figures are repeated, and no analysis is made. */
  readonly parity: ParityOptions | null;
}

/**
 * Flags to options, or null when help was printed.
 *
 * @param key the secret of the pseudonyms; from the environment, because flags are seen by others and end in shell histories
 * @throws UserError
 */
export function analysisFlags(argv: readonly string[], key: string | undefined): AnalysisFlags | null {
  const command = describe();
  if (!readFlags(command, argv)) return null;
  const parity = likeOptions(command);
  const given = command.opts<Given>();
  const { accounts, sites, format, map, window: windowMs, pseudonymise } = given;
  // Only another tool may ask for shares at the very same instant.
  if (windowMs === 0 && parity === null) readWindow("--window", "0s");
  const drawn = pseudonymise && (key === undefined || key === "") ? randomBytes(32).toString("hex") : undefined;
  const options: AnalysisOptions = {
    files: command.args,
    out: needed("--out", given.out, command),
    ...(accounts === undefined ? {} : { accounts }),
    ...(sites === undefined ? {} : { sites }),
    ...(format === undefined ? {} : { format }),
    ...(map === undefined ? {} : { map }),
    ...(windowMs === undefined ? {} : { windowMs }),
    minObjects: given.minObjects,
    q: given.q,
    allPairs: given.allPairs === true,
    seed: given.seed,
    ...(given.reruns === undefined ? {} : { reruns: given.reruns }),
    pseudonymise: pseudonymise === true,
    ...(pseudonymise === true ? { key: drawn ?? key! } : {}),
    version: VERSION,
  };
  return { options, json: given.json === true, freshKey: drawn !== undefined, parity };
}

interface Given {
  readonly out?: string;
  readonly accounts?: string;
  readonly sites?: string;
  readonly format?: string;
  readonly map?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly window?: number;
  readonly minObjects: number;
  readonly q: number;
  readonly allPairs?: true;
  readonly seed: number;
  readonly reruns?: number;
  readonly pseudonymise?: true;
  readonly json?: true;
}

function describe(): Command {
  const command = flagCommand(
    "analyze",
    "Posts to a case: which accounts act as one, and how we know.",
    "posts.csv --accounts accounts.csv --out case",
  )
    .argument("<file...>", "exports of posts: CSV, JSON, JSONL or Parquet, also .gz")
    .option("--out <case>", "folder to write (needed); an older case there is replaced, its verdicts are kept")
    .option("--accounts <file>", "table of accounts")
    .option("--sites <file>", "table of web indicators (indicators.csv)")
    .option("--format <name>", "layout of the files, when it is not recognised")
    .option("--map <pairs>", "our names for columns of yours: account_id=user,created_at=date", (text) =>
      readMap("--map", text),
    )
    .option(
      "--window <time>",
      "together means within this time, for every trace: 60s, 5min, 6h, 1d (default: each trace its own)",
      (text) => readWindow("--window", text, 0),
    )
    .option("--min-objects <n>", "distinct objects a pair must share", (text) => readWhole("--min-objects", text, 1), 2)
    .option("--q <share>", "false discoveries to allow among the pairs", (text) => readShare("--q", text), 0.05)
    .option("--all-pairs", "write every pair, whatever its q")
    .option("--seed <n>", "seed of all that is drawn", (text) => readWhole("--seed", text, 0, 0xffffffff), 1)
    .option(
      "--reruns <n>",
      "reruns of the whole analysis on shuffled data; 0 turns them off (default: 99, fewer for large exports)",
      (text) => readWhole("--reruns", text, 0, 9999),
    )
    .option("--pseudonymise", "keyed hashes for names in all that is written; the key is read from MARIONET_KEY")
    .option("--json", "a summary for machines on stdout");
  addLikeFlags(command);
  return command;
}
