import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { HOME } from "./home.ts";
import { say } from "./terminal.ts";

/** What the page is made of. */
const SOURCES = ["web", "src", "vite.config.ts", "package-lock.json"];

/** Folder of the built page; builds it first when it is missing or older than its sources. An installed package has no sources. */
export function provideWebPage(): string {
  return providePage("web", "build:web");
}

/** The same of the page whose program is one script, for a copy of a case in one file. */
export function provideOneFilePage(): string {
  return providePage("one-file", "build:one-file");
}

function providePage(folder: string, script: string): string {
  const built = join(HOME, "dist", folder);
  const stamp = join(built, ".sources");
  if (!existsSync(join(HOME, "web", "index.html"))) return built;
  const wanted = fingerprint(SOURCES);
  const isThere = () => existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isThere()) return built;
  say("Building the page ...");
  // Beside its place, and put there whole: several processes may want it at once, and none may read half a page.
  const building = `${built}.building-${process.pid}`;
  try {
    const code = runScript(script, 2, ` --outDir ${JSON.stringify(building)}`);
    if (code !== 0) throw new Error(`the page could not be built (npm run ${script} ended with ${code})`);
    writeFileSync(join(building, ".sources"), wanted);
    if (!isThere()) {
      rmSync(built, { recursive: true, force: true });
      renameSync(building, built);
    }
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  return built;
}

/**
 * Run a script of package.json as npm would, its output to file descriptor `output`. Returns the exit code.
 *
 * @param more flags after the script's own, as a shell reads them
 */
export function runScript(name: string, output: 1 | 2, more = ""): number {
  const { scripts } = JSON.parse(readFileSync(join(HOME, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const line = scripts[name];
  if (line === undefined) throw new Error(`package.json has no script ${name}`);
  const key = Object.keys(process.env).find((variable) => variable.toUpperCase() === "PATH") ?? "PATH";
  const env = { ...process.env, [key]: `${join(HOME, "node_modules", ".bin")}${delimiter}${process.env[key] ?? ""}` };
  const { status } = spawnSync(line + more, { cwd: HOME, shell: true, env, stdio: ["ignore", output, 2] });
  return status ?? 1;
}

function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths.flatMap(filesBelow)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(HOME, path)))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(path: string): string[] {
  const whole = join(HOME, path);
  if (!existsSync(whole)) return [];
  const entries = readdirOrNull(whole);
  if (entries === null) return [path];
  return entries.sort().flatMap((name) => filesBelow(`${path}/${name}`));
}

function readdirOrNull(path: string): string[] | null {
  try {
    return readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOTDIR") return null;
    throw error;
  }
}
