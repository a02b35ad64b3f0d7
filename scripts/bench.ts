import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import { reportUsage } from "./bench/measure.ts";
import { flagCommand, readChoice, readFlags, readWhole } from "./flags.ts";
import { HOME } from "./home.ts";
import { print } from "./terminal.ts";

interface BenchOptions {
  readonly rows?: number;
}

type Bench = (folder: string, clock: () => number, options: BenchOptions) => Promise<string>;

/** In the order of the page. Loaded on demand: a measured process must not pay for the browser that another part needs. */
const PARTS: Readonly<Record<string, { readonly title: string; readonly bench: Bench }>> = {
  coshare: {
    title: "Pairs within a window",
    bench: async (folder, clock, { rows }) =>
      (await import("./bench/coshare.ts")).benchCoShare(
        folder,
        rows === undefined ? [1_000_000, 10_000_000] : [rows],
        clock,
      ),
  },
  growth: {
    title: "Growth",
    bench: async (folder, clock) => (await import("./bench/growth.ts")).benchGrowth(folder, clock),
  },
  instructions: {
    title: "Instructions",
    bench: async (folder) => (await import("./bench/instructions.ts")).benchInstructions(folder),
  },
  viral: {
    title: "A viral object",
    bench: async (folder, clock) => (await import("./bench/viral.ts")).benchViral(folder, clock),
  },
  large: {
    title: "A hundred million rows",
    bench: async (folder, clock, { rows }) =>
      (await import("./bench/large.ts")).benchLarge(folder, rows ?? 100_000_000, clock),
  },
  significance: {
    title: "Significance",
    bench: async (folder, clock) => (await import("./bench/significance.ts")).benchSignificance(folder, clock),
  },
  communities: {
    title: "Communities",
    bench: async (folder, clock) => (await import("./bench/communities.ts")).benchCommunities(folder, clock),
  },
  ira: {
    title: "A whole analysis",
    bench: async (folder, clock) => (await import("./bench/ira.ts")).benchIra(folder, clock),
  },
  explorer: {
    title: "The explorer",
    bench: async (folder, clock) => (await import("./bench/explorer.ts")).benchExplorer(folder, clock),
  },
};

/** `npm run bench`: speed and memory beside others' on the same work, in `docs/performance.md`; each piece in a process of its own. */
export async function main(argv: string[]): Promise<number> {
  if (argv[0] === "--child") return child(argv.slice(1));
  const command = flagCommand("bench", "Speed and memory, measured side by side.", "coshare --rows 1000000")
    .argument(
      "[what]",
      `${Object.keys(PARTS).join(", ")} or all`,
      (text) => readChoice("What to measure", text, [...Object.keys(PARTS), "all"]),
      "all",
    )
    .option(
      "--rows <n>",
      "share events of coshare and large; a size of your own is printed, not kept for the page",
      (text) => readWhole("--rows", text, 1000),
    );
  if (!readFlags(command, argv)) return 0;
  const what = command.processedArgs[0] as string;
  const options = command.opts<BenchOptions>();
  const folder = resolve("out", "bench");
  mkdirSync(folder, { recursive: true });
  const clock = () => performance.now();
  const { keepSection, writePage } = await import("./bench/page.ts");
  for (const [name, { title, bench }] of Object.entries(PARTS)) {
    if (what !== name && what !== "all") continue;
    const text = await bench(folder, clock, options);
    print(`## ${title}\n\n${text}\n`);
    if (options.rows === undefined) keepSection(folder, name, text);
  }
  if (options.rows === undefined) writePage(folder, resolve(HOME, "docs"), PARTS);
  return 0;
}

async function child([work, ...args]: readonly string[]): Promise<number> {
  if (work === "duckdb" || work === "ours") {
    const { coShareChild } = await import("./bench/coshare-child.ts");
    reportUsage(await coShareChild(work, args));
  } else if (work === "significance") {
    const { significanceChild } = await import("./bench/significance.ts");
    reportUsage(await significanceChild(args));
  } else {
    if (work === "ira") await (await import("./bench/ira.ts")).iraChild(args);
    else if (work === "communities") (await import("./bench/communities.ts")).communitiesChild(args);
    else throw new Error(`bench: no child ${work}`);
    reportUsage();
  }
  return 0;
}
