import { Command, CommanderError } from "commander";
import { unknownName } from "./flags.ts";
import { VERSION } from "./home.ts";

/** What each `scripts/<name>.ts` offers: read flags, call `src`, print; the number is the exit code. */
export interface Script {
  main(argv: string[]): Promise<number>;
}

export interface Entry {
  readonly about: string;
  readonly load: () => Promise<Script>;
}

/** Every subcommand of the `marionet` binary. Loaded on demand, so that `--help` does not wait for DuckDB. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  analyze: { about: "posts to a case: which accounts act as one, and how we know", load: () => import("./analyze.ts") },
  explore: { about: "look at a case in the browser, on this machine only", load: () => import("./explore.ts") },
  summarize: { about: "what an analyst reads first, as Markdown, HTML or JSON", load: () => import("./summarize.ts") },
  export: { about: "a case for other tools", load: () => import("./export.ts") },
  pairs: { about: "shares to the list of pairs within a window, counts alone", load: () => import("./pairs.ts") },
  simulate: { about: "a labelled world to test against", load: () => import("./simulate.ts") },
  evaluate: { about: "a case against known labels", load: () => import("./evaluate.ts") },
  bench: { about: "speed and memory, measured side by side", load: () => import("./bench.ts") },
  start: { about: "analyse the bundled sample and look at it", load: () => import("./start.ts") },
};

/** Run `argv[0]` of `commands` with the rest, or answer --help, --version and misspelt names. Returns the exit code. */
export async function dispatch(commands: Readonly<Record<string, Entry>>, argv: readonly string[]): Promise<number> {
  const [name = "--help", ...rest] = argv;
  if (Object.hasOwn(commands, name)) {
    const script = await commands[name]!.load();
    return script.main(rest);
  }
  const door = frontDoor(commands);
  try {
    door.parse([name, ...rest], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof CommanderError) throw unknownName(name, Object.keys(commands));
    throw error;
  }
  throw unknownName(name, Object.keys(commands));
}

function frontDoor(commands: Readonly<Record<string, Entry>>): Command {
  const door = new Command("marionet")
    .description(
      "Marionet finds and explains covert influence operations: an export of posts in, clusters with evidence out.",
    )
    .version(VERSION)
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .addHelpText(
      "after",
      "\nEach command explains itself: marionet analyze --help\nExample:\n  marionet analyze posts.csv --out case && marionet explore case",
    );
  for (const [name, entry] of Object.entries(commands)) door.command(name).description(entry.about);
  return door;
}
