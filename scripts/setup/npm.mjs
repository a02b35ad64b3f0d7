import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * How to call npm without a shell: on Windows `npm` is a .cmd file that Node will not spawn, and a shell stumbles over spaces.
 *
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npmCall() {
  const beside = dirname(process.execPath);
  const scripts = [
    // Set by npm itself; other package managers set it to themselves and do not know `npm ci`.
    process.env.npm_execpath,
    join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
    join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = scripts.find((path) => path !== undefined && basename(path) === "npm-cli.js" && existsSync(path));
  if (script !== undefined) return { command: process.execPath, args: [script], shell: false };
  return { command: "npm", args: [], shell: process.platform === "win32" };
}
