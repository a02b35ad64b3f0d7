import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { benchCommunities, communitiesChild } from "./bench/communities.ts";
import { benchCoShare, coShareChild } from "./bench/coshare.ts";
import { benchExplorer } from "./bench/explorer.ts";
import { benchIra, iraChild } from "./bench/ira.ts";
import { reportUsage } from "./bench/measure.ts";
import { flagCommand, readChoice, readFlags, readWhole } from "./flags.ts";

const PARTS = ["ira", "coshare", "communities", "explorer"] as const;
type Part = (typeof PARTS)[number];

/** `npm run bench`: speed and memory as Markdown tables; each piece of work in a process of its own. */
export async function main(argv: string[]): Promise<number> {
  if (argv[0] === "--child") return child(argv.slice(1));
  const command = flagCommand("bench", "Speed and memory, measured side by side.", "coshare --rows 1000000")
    .argument(
      "[what]",
      `${PARTS.join(", ")} or all`,
      (text) => readChoice("What to measure", text, [...PARTS, "all"]),
      "all",
    )
    .option("--rows <n>", "share events of coshare", (text) => readWhole("--rows", text, 1000), 10_000_000);
  if (!readFlags(command, argv)) return 0;
  const what = command.processedArgs[0] as Part | "all";
  const folder = resolve("out", "bench");
  mkdirSync(folder, { recursive: true });
  const clock = () => performance.now();
  const parts: string[] = [];
  const isAsked = (part: Part): boolean => what === part || what === "all";
  if (isAsked("ira")) parts.push(await benchIra(folder, clock));
  if (isAsked("communities")) parts.push(await benchCommunities(folder, clock));
  if (isAsked("coshare")) parts.push(await benchCoShare(folder, command.opts<{ rows: number }>().rows, clock));
  if (isAsked("explorer")) parts.push(await benchExplorer(folder, clock));
  process.stdout.write(`${parts.join("\n\n")}\n`);
  return 0;
}

async function child([work, ...args]: readonly string[]): Promise<number> {
  if (work === "duckdb" || work === "ours") await coShareChild(work, args);
  else if (work === "ira") await iraChild(args);
  else if (work === "leiden" || work === "louvain") communitiesChild(work, args);
  else throw new Error(`bench: no child ${work}`);
  reportUsage();
  return 0;
}
