import { join, relative } from "node:path";
import { main as analyze } from "./analyze.ts";
import { main as explore } from "./explore.ts";
import { flagCommand, readFlags } from "./flags.ts";
import { HOME } from "./home.ts";
import { findSample, isCurrent, sampleArguments } from "./sample.ts";
import { say } from "./terminal.ts";
import { provideWebPage } from "./webpage.ts";

const CASE = join("out", "sample");

/** `npm start`: the bundled sample, analysed when that has not been done, in the browser. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand("start", "Analyse the bundled sample and look at it in the browser.", "--no-open")
    .option("--port <n>", "port to serve on (default: a free one)")
    .option("--no-open", "print the address only");
  if (!readFlags(command, argv)) return 0;
  const { port, open } = command.opts<{ port?: string; open: boolean }>();
  provideWebPage();
  // As it would be typed: a case can be handed over, and must not tell where its maker keeps things.
  const sample = findSample(relative(process.cwd(), join(HOME, "data", "sample")) || ".");
  if (!isCurrent(CASE, sample)) {
    say("Analysing the bundled sample, a simulated world ...");
    // Its report goes to stderr here: what stdout carries is the address.
    const code = await withStdoutAsStderr(() => analyze([...sampleArguments(sample), "--out", CASE]));
    if (code !== 0) return code;
  }
  return explore([CASE, ...(port === undefined ? [] : ["--port", port]), ...(open ? [] : ["--no-open"])]);
}

async function withStdoutAsStderr<T>(work: () => Promise<T>): Promise<T> {
  const write = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof write;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}
