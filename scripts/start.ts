import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../src/corpus/issue.ts";
import { main as analyze } from "./analyze.ts";
import { main as explore } from "./explore.ts";
import { flagCommand, readFlags } from "./flags.ts";
import { HOME, VERSION } from "./home.ts";
import { say } from "./terminal.ts";
import { provideWebPage } from "./webpage.ts";

const SAMPLE = join(HOME, "data", "sample");
const CASE = join("out", "sample");

/** `npm start`: the bundled sample, analysed when that has not been done, in the browser. */
export async function main(argv: string[]): Promise<number> {
  const command = flagCommand(
    "start",
    "Analyse the bundled sample and look at it in the browser.",
    "npm start -- --no-open",
  )
    .option("--port <n>", "port to serve on (default: a free one)")
    .option("--no-open", "print the address only");
  if (!readFlags(command, argv)) return 0;
  const { port, open } = command.opts<{ port?: string; open: boolean }>();
  provideWebPage();
  const sample = sampleFiles(SAMPLE);
  if (!isCurrent(CASE, sample)) {
    say("Analysing the bundled sample, a simulated world ...");
    // Its summary goes to stderr here: the one line on stdout is the address.
    const code = await withStdoutAsStderr(() => analyze(analysisArguments(sample)));
    if (code !== 0) return code;
  }
  return explore([CASE, ...(port === undefined ? [] : ["--port", port]), ...(open ? [] : ["--no-open"])]);
}

interface Sample {
  readonly posts: readonly string[];
  readonly accounts: string | null;
  readonly sites: string | null;
}

function sampleFiles(folder: string): Sample {
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  const named = (stem: string) => names.filter((name) => name.startsWith(`${stem}.`)).map((name) => join(folder, name));
  const posts = named("posts");
  if (posts.length === 0)
    throw new UserError(
      "sample-missing",
      `${folder} holds no posts: run npm run simulate, or fetch the repository again.`,
    );
  return { posts, accounts: named("accounts")[0] ?? null, sites: named("indicators")[0] ?? null };
}

function analysisArguments({ posts, accounts, sites }: Sample): string[] {
  return [
    ...posts,
    ...(accounts === null ? [] : ["--accounts", accounts]),
    ...(sites === null ? [] : ["--sites", sites]),
    "--out",
    CASE,
  ];
}

/** Whether the case at `path` was made by this version from these very bytes. */
export function isCurrent(path: string, { posts, accounts, sites }: Sample): boolean {
  const manifest = readManifest(join(path, "case.json"));
  if (manifest === null || manifest.version !== VERSION) return false;
  const files = [...posts, accounts, sites].filter((file) => file !== null);
  const wanted = files.map((file) => createHash("sha256").update(readFileSync(file)).digest("hex"));
  const had = manifest.inputs?.map(({ sha256 }) => sha256) ?? [];
  return had.length === wanted.length && wanted.every((hash) => had.includes(hash));
}

interface ManifestHead {
  readonly version?: string;
  readonly inputs?: readonly { readonly sha256: string }[];
}

/** Null when there is none, or none that can be read: then the sample is analysed anew, and nothing is lost. */
function readManifest(path: string): ManifestHead | null {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, "utf8")) as ManifestHead;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
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
