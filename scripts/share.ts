import { randomBytes } from "node:crypto";
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { UserError } from "../src/corpus/issue.ts";
import { openCase as openSource } from "../src/serve/case-source.ts";
import { inMegabytes, LIMIT_BYTES, oneFile } from "../src/serve/one-file.ts";
import type { EventList } from "../src/text/event-list.ts";
import { type CaseFolder, readJson } from "./case.ts";
import { readWhole } from "./flags.ts";
import { VERSION } from "./home.ts";
import { print, say } from "./terminal.ts";
import { provideOneFilePage } from "./webpage.ts";

export interface ShareFlags {
  /** Where the file goes. */
  readonly singleFile: string;
  readonly pseudonymise?: true;
  /** False: without what people wrote. */
  readonly text: boolean;
  readonly maxMb?: string;
  /** Drawn on the timeline of the copy, too. */
  readonly events: EventList | null;
}

/** Write a case as one page that opens without server and network; its path goes to stdout, what it holds to stderr. */
export async function shareAsOneFile(folder: CaseFolder, flags: ShareFlags): Promise<void> {
  const limitBytes = flags.maxMb === undefined ? LIMIT_BYTES : readWhole("--max-mb", flags.maxMb, 1, 500) * 1_000_000;
  refusePlace(flags.singleFile);
  const { parameters } = readJson<{ parameters?: { pseudonymise?: boolean } }>(folder.file("case.json"));
  const source = await openSource(folder.path, { events: flags.events });
  try {
    const made = await oneFile(source, provideOneFilePage(), {
      madeMs: Date.now(),
      version: VERSION,
      key: flags.pseudonymise === true ? pseudonymKey() : null,
      withTexts: flags.text,
      isPseudonymised: parameters?.pseudonymise === true,
      limitBytes,
    });
    writeWhole(flags.singleFile, made.html);
    print(flags.singleFile);
    say(`One file of ${inMegabytes(made.bytes)}, data sha256 ${made.about.dataHash}.`);
    for (const sentence of made.scope) say(sentence);
    if (!made.about.isPseudonymised) say("Names stand in it as exported; --pseudonymise replaces them.");
  } finally {
    source.close();
  }
}

/** From the environment, because flags are seen by others and end in shell histories. */
function pseudonymKey(): string {
  const { MARIONET_KEY: key } = process.env;
  if (key !== undefined && key !== "") return key;
  say("MARIONET_KEY is not set: a key was drawn and forgotten, so pseudonyms of this file match those of no other.");
  return randomBytes(32).toString("hex");
}

/** Before minutes of work are lost. @throws UserError */
function refusePlace(path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) {
    throw new UserError("share-is-folder", `${path} is a folder; name a file for the copy with --single-file.`);
  }
  if (!existsSync(dirname(path))) {
    throw new UserError("share-no-folder", `There is no folder ${dirname(path)} to write ${path} into; make it first.`);
  }
}

/** Beside its place first, so that nobody opens half a file. */
function writeWhole(path: string, text: string): void {
  const beside = `${path}.writing-${process.pid}`;
  try {
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new UserError(
      "share-not-writable",
      `${path} cannot be written (${(error as Error).message}); name another file.`,
    );
  }
}
