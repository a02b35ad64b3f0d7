import type { Command } from "commander";
import type { ParityManifest } from "../src/case/parity-manifest.ts";
import { NO_CLAIM, settingsOf, worded } from "../src/case/parity-summary.ts";
import { UserError } from "../src/corpus/issue.ts";
import { EMPTY_LINKS, type EmptyLinks, OBJECT_CHOICES, type ObjectChoice } from "../src/formats/peer-selection.ts";
import { type ParityOptions, repeatPeer } from "../src/parity.ts";
import { LIKES, type Like, peerOf } from "../src/peers/catalogue.ts";
import type { Subgraph } from "../src/peers/coortweet/subgraph.ts";
import { COORTWEET_DEFAULTS, TOOLKIT_DEFAULTS } from "../src/peers/options.ts";
import { stopOnInterrupt } from "./ending.ts";
import { needed, readBetween, readChoice, readWhole, readWindow } from "./flags.ts";
import { VERSION } from "./home.ts";
import { grouped, terminalProgress } from "./progress.ts";
import { print } from "./terminal.ts";

/** Flags of `analyze --like`: the same input, as another tool would have it. */
export function addLikeFlags(command: Command): void {
  const whole = (flag: string, least: number) => (text: string) => readWhole(flag, text, least);
  command
    .optionsGroup("As another tool has it (docs/peers.md):")
    .option(
      "--like <tool>",
      `repeat that tool's tables, defects included, and claim nothing: ${LIKES.join(", ")}`,
      (text) => readChoice("--like", text, LIKES),
    )
    .option("--objects <what>", `what is shared, where the export does not say: ${OBJECT_CHOICES.join(", ")}`, (text) =>
      readChoice("--objects", text, OBJECT_CHOICES),
    )
    .option("--min-participation <n>", "coortweet: rows an account needs (default: 2)", whole("--min-participation", 0))
    .option("--edge-weight <share>", "coortweet: share of edges whose weight is the threshold (default: 0.5)", (text) =>
      readBetween("--edge-weight", text),
    )
    .option(
      "--subgraph <n>",
      "coortweet: 0 all, 1 heavy edges, 2 heavy fast edges, 3 those with neighbours (default: 0)",
      (text) => readWhole("--subgraph", text, 0, 3),
    )
    .option("--fast <time>", "coortweet: a second, shorter window", (text) => readWindow("--fast", text, 0))
    .option("--keep-loops", "keep accounts that meet themselves")
    .option("--min-edge-weight <n>", "cnt: least weight of an edge (default: 2)", whole("--min-edge-weight", 1))
    .option("--similarity <share>", "cnt-co_similar_tweet: least similarity (default: 0.8)", (text) =>
      readBetween("--similarity", text),
    )
    .option("--min-tokens <n>", "cnt-co_similar_tweet: tokens a text needs (default: 1)", whole("--min-tokens", 1))
    .option("--empty-links <what>", "cnt-co_link: do messages without a link match each other: match, skip", (text) =>
      readChoice("--empty-links", text, EMPTY_LINKS),
    );
}

export interface LikeGiven {
  readonly like?: Like;
  readonly out?: string;
  readonly format?: string;
  readonly map?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly window?: number;
  readonly fast?: number;
  readonly objects?: ObjectChoice;
  readonly minParticipation?: number;
  readonly edgeWeight?: number;
  readonly subgraph?: number;
  readonly keepLoops?: true;
  readonly minEdgeWeight?: number;
  readonly similarity?: number;
  readonly minTokens?: number;
  readonly emptyLinks?: EmptyLinks;
}

/** Which tools each flag speaks to; of cnt, which network. */
const SPEAKS_TO: Readonly<Record<string, readonly string[]>> = {
  objects: ["coortweet", "coordinatedactivity"],
  minParticipation: ["coortweet"],
  edgeWeight: ["coortweet"],
  subgraph: ["coortweet"],
  fast: ["coortweet"],
  keepLoops: ["coortweet", "cnt"],
  minEdgeWeight: ["cnt"],
  similarity: ["cnt-co_similar_tweet"],
  minTokens: ["cnt-co_similar_tweet"],
  emptyLinks: ["cnt-co_link"],
  window: ["coortweet", "cnt"],
};
/** Flags of the analysis that no peer knows. */
const ANALYSIS_ONLY = ["accounts", "sites", "minObjects", "q", "allPairs", "seed", "reruns"];

/**
 * Options of a parity run, or null when `--like` was not given.
 *
 * @throws UserError flags that do nothing here, or contradict each other
 */
export function likeOptions(command: Command): ParityOptions | null {
  const given = command.opts<LikeGiven>();
  const named = (name: string) => command.getOptionValueSource(name) === "cli";
  const flag = (name: string) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const { like } = given;
  for (const [name, tools] of Object.entries(SPEAKS_TO)) {
    if (!named(name) || (name === "window" && like === undefined)) continue;
    if (like === undefined) throw new UserError("flags", `${flag(name)} needs --like ${tools.join(" or ")}.`);
    if (!tools.includes(like) && !tools.includes(peerOf(like)))
      throw new UserError("flags", `${flag(name)} does nothing with --like ${like}: leave it out.`);
  }
  if (like === undefined) return null;
  const idle = ANALYSIS_ONLY.find(named);
  if (idle !== undefined)
    throw new UserError(
      "flags",
      `${flag(idle)} does nothing with --like: ${like} tests nothing and groups nothing. Leave it out.`,
    );
  if (named("pseudonymise"))
    throw new UserError(
      "flags",
      "--pseudonymise does not go with --like: what it repeats hangs on the ids. Replace them in the input first.",
    );
  const subgraph = (given.subgraph ?? COORTWEET_DEFAULTS.subgraph) as Subgraph;
  if (subgraph === 1 && given.fast !== undefined)
    throw new UserError(
      "flags",
      "--subgraph 1 does not go with --fast, as CooRTweet refuses it: take 2 or 3, or leave --fast out.",
    );
  if (subgraph >= 2 && given.fast === undefined)
    throw new UserError(
      "flags",
      `--subgraph ${subgraph} is made of fast edges: give a shorter window with --fast, such as --fast 10s.`,
    );
  const seconds = (ms: number | undefined, otherwise: number) => (ms === undefined ? otherwise : ms / 1000);
  const keepLoops = given.keepLoops === true;
  return {
    ...{ files: command.args, out: needed("--out", given.out, command), like, version: VERSION },
    ...(given.format === undefined ? {} : { format: given.format }),
    ...(given.map === undefined ? {} : { map: given.map }),
    ...(given.objects === undefined ? {} : { objects: given.objects }),
    ...(given.emptyLinks === undefined ? {} : { emptyLinks: given.emptyLinks }),
    coortweet: {
      windowS: seconds(given.window, COORTWEET_DEFAULTS.windowS),
      minParticipation: given.minParticipation ?? COORTWEET_DEFAULTS.minParticipation,
      edgeWeight: given.edgeWeight ?? COORTWEET_DEFAULTS.edgeWeight,
      fastS: given.fast === undefined ? null : given.fast / 1000,
      ...{ subgraph, keepLoops },
    },
    toolkit: {
      windowS: seconds(given.window, TOOLKIT_DEFAULTS.windowS),
      minEdgeWeight: given.minEdgeWeight ?? TOOLKIT_DEFAULTS.minEdgeWeight,
      similarity: given.similarity ?? TOOLKIT_DEFAULTS.similarity,
      minTokens: given.minTokens ?? TOOLKIT_DEFAULTS.minTokens,
      keepLoops,
    },
  };
}

/** Runs it and says what came of it. */
export async function likeMain(options: ParityOptions, json: boolean): Promise<number> {
  const endWatch = stopOnInterrupt();
  const clock = () => performance.now();
  const progress = terminalProgress(process.stderr, clock);
  let manifest: ParityManifest;
  try {
    manifest = await repeatPeer(options, progress, clock);
  } finally {
    progress.done();
    endWatch();
  }
  if (json) print(JSON.stringify({ case: options.out, ...manifest }, null, 2));
  else for (const line of likeReport(manifest, options.out)) print(line);
  return 0;
}

/** What a person reads at the end of a parity run. */
export function likeReport(manifest: ParityManifest, out: string): string[] {
  const { like, rows, counts, issues, tables } = manifest;
  return [
    `As ${like.title} ${like.version} has it: ${settingsOf(manifest.parameters).join(", ")}.`,
    `${grouped(rows.kept)} of ${grouped(rows.read)} rows taken in; ${Object.entries(counts)
      .map(([name, count]) => `${worded(name)} ${grouped(count)}`)
      .join(", ")}.`,
    ...rows.rejectedByReason.map(({ rows: count, reason }) => `  ${grouped(count)} set aside: ${reason} (rejects.csv)`),
    ...tables.map(({ path, rows: count }) => `  ${path}: ${grouped(count)} rows`),
    ...issues.map(({ message }) => `note: ${message}`),
    NO_CLAIM,
    `Look next: ${out}/summary.md; docs/peers.md tells what differs from Marionet's own way.`,
  ];
}
