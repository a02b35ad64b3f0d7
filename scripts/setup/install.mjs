import { spawn } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { npmCall } from "./npm.mjs";

/**
 * Runs `npm ci` in `root` when `node_modules` is missing or no longer what the lock file asks for.
 *
 * The witness is `node_modules/.package-lock.json`, which npm writes last: an interrupted install has none, and an install made
 * by hand counts as long as it fits. A linked `node_modules` belongs to another checkout and is used as it is.
 *
 * @param {string} root folder of package.json
 * @returns {Promise<string | null>} one sentence when it cannot be done, else null
 */
export async function installPackages(root) {
  const modules = join(root, "node_modules");
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return null;
  if (isInstalled(root)) return null;
  process.stderr.write("Installing the packages of the lock file (once; about 100 MB) ...\n");
  const npm = npmCall();
  // Development packages are needed to run from source, whatever NODE_ENV says.
  const code = await run(npm.command, [...npm.args, "ci", "--include=dev", "--no-audit", "--no-fund"], root, npm.shell);
  if (code === 0) return null;
  return `npm ci did not finish (exit code ${code}): see its message above; without a connection to a package registry Marionet cannot be installed.`;
}

/** @param {string} root */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (wanted === null || present === null) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === "") continue;
    const found = present[path];
    if (found === undefined ? !mayBeAbsent(entry) : !isSame(entry, found)) return false;
  }
  return true;
}

/** npm notes the hash of what it fetched; the lock file may lack that of a package for another system. */
function isSame(wanted, found) {
  return found.version === wanted.version && (wanted.integrity === undefined || found.integrity === wanted.integrity);
}

/** Packages for other machines are left out by npm; one for this machine must be there (a folder copied from a Mac lacks it). */
function mayBeAbsent(entry) {
  if (entry.optional !== true) return false;
  const fits = (list, value) => list === undefined || list.includes(value);
  const forThisMachine =
    (entry.os !== undefined || entry.cpu !== undefined) &&
    fits(entry.os, process.platform) &&
    fits(entry.cpu, process.arch);
  // Which C library there is only npm knows; `libc` packages come in twos, and one of them is always absent.
  return !forThisMachine || entry.libc !== undefined;
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages ?? null;
  } catch {
    // Missing or cut short: the same as not installed.
    return null;
  }
}

function run(command, args, cwd, shell) {
  return new Promise((resolve) => {
    // stdout stays the command's own: what npm prints goes to stderr.
    const child = spawn(command, args, { cwd, shell, stdio: ["ignore", 2, 2] });
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 130));
  });
}
