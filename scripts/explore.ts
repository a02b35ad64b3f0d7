import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { UserError } from "../src/corpus/issue.ts";
import { createServer } from "../src/serve/server.ts";
import { type EventList, readEvents } from "../src/text/event-list.ts";
import { openCase } from "./case.ts";
import { flagCommand, needed, readFlags, readWhole } from "./flags.ts";
import { type ShareFlags, shareAsOneFile } from "./share.ts";
import { print, say } from "./terminal.ts";
import { provideWebPage } from "./webpage.ts";

/** `explore CASE`: serve one case on this machine until Ctrl-C; the address goes to stdout. Or write it as one file. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand(
    "explore",
    "Look at a case in the browser, on this machine only.",
    "out/sample --port 8080",
  )
    .argument("<case>", "folder written by analyze")
    .option("--events <file>", "a CSV of time and label, drawn on the timeline")
    .option("--port <n>", "port to serve on (default: a free one)")
    .option("--no-open", "print the address only")
    .option("--single-file <out.html>", "instead of serving, write a copy that opens by itself, without a network")
    .option("--pseudonymise", "in the copy: keyed hashes for names; the key is read from MARIONET_KEY")
    .option("--no-text", "in the copy: no texts, tags, descriptions and paths of links")
    .option("--max-mb <n>", "in the copy: largest size in megabytes (default: 25); less is held, and said, to fit");
  if (!readFlags(command, argv)) return 0;
  const { port, open, events, ...share } = command.opts<
    { port?: string; open: boolean; events?: string } & Partial<Omit<ShareFlags, "events">>
  >();
  // Before the page is built, which takes seconds.
  const folder = openCase(needed("CASE", command.args[0], command));
  const list = events === undefined ? null : readEventFile(events);
  if (share.singleFile !== undefined) {
    await shareAsOneFile(folder, { ...share, singleFile: share.singleFile, text: share.text !== false, events: list });
    return 0;
  }
  if (share.pseudonymise === true || share.text === false || share.maxMb !== undefined) {
    throw new UserError(
      "flags",
      "--pseudonymise, --no-text and --max-mb are about the copy that --single-file writes.",
    );
  }
  const { path } = folder;
  const server = await createServer(path, {
    webRoot: provideWebPage(),
    nowMs: Date.now,
    onFault: (error) => say(`A question of the page could not be answered: ${String(error)}`),
    ...(list === null ? {} : { events: list }),
    ...(port === undefined ? {} : { port: readWhole("--port", port, 0, 65_535) }),
  });
  print(server.url);
  say("Serving on this machine only; end it with Ctrl-C.");
  if (open) openBrowser(server.url);
  await interrupted();
  await server.close();
  return 0;
}

/** Errors: `UserError` when the file cannot be read or holds no event. Rows that are left out are said. */
function readEventFile(path: string): EventList {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UserError("file-missing", `The list of events ${path} cannot be read; check the path.`);
  }
  const list = readEvents(text, basename(path));
  if (list.events.length === 0) {
    throw new UserError(
      "events-empty",
      `${path} holds no event; a row is a time and a label, as in: 2016-11-08 20:00,polls close.`,
    );
  }
  for (const line of list.skipped) say(`${basename(path)}, ${line}: left out.`);
  return list;
}

/** Ask the desktop for its browser. Where there is none the address has been printed, which is enough. */
function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url];
  if (program === undefined) return;
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => say("No browser could be opened; follow the address above."));
  child.unref();
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
