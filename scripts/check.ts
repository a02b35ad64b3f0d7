import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { provideChromium } from "./chromium.ts";
import { HOME, VERSION } from "./home.ts";
import { countTests, type Tally, tallyLine, type VitestReport } from "./tally.ts";
import { say } from "./terminal.ts";
import { runScript } from "./webpage.ts";

const REPORT = join(HOME, "out", "vitest.json");

/**
 * `npm test`: types, lint, a build that starts, and every test; closes with one line "N passed, N failed, N skipped".
 * With patterns, only the test files whose path matches one.
 */
export async function main(argv: string[]): Promise<number> {
  const chromium = provideChromium();
  if (chromium !== null) process.env.MARIONET_CHROME = chromium;
  const tallies: Tally[] = [];
  if (argv.length === 0) {
    tallies.push(check("typecheck", runScript("typecheck", 1) === 0));
    tallies.push(check("lint", runScript("lint", 1) === 0));
    tallies.push(
      check(
        "build",
        runScript("build:web", 1) === 0 &&
          runScript("build:one-file", 1) === 0 &&
          runScript("build:cli", 1) === 0 &&
          builtBinaryStarts(),
      ),
    );
  } else {
    process.stdout.write(`Only tests that match ${argv.join(" ")}: no typecheck, lint or build.\n`);
  }
  tallies.push(runVitest(argv));
  const skipped = tallies.flatMap((tally) => tally.skippedNames);
  if (skipped.length > 0) process.stdout.write(`\nSkipped:\n${skipped.map((name) => `  ${name}\n`).join("")}`);
  const failed = tallies.flatMap((tally) => tally.failedNames);
  if (failed.length > 0) process.stdout.write(`\nFailed:\n${failed.map((name) => `  ${name}\n`).join("")}`);
  process.stdout.write(`\n${tallyLine(tallies)}\n`);
  return failed.length > 0 ? 1 : 0;
}

function check(name: string, good: boolean): Tally {
  process.stdout.write(`${good ? "ok" : "FAILED"}  ${name}\n`);
  return { passed: good ? 1 : 0, failedNames: good ? [] : [name], skippedNames: [] };
}

/** The bundle as a user gets it: does it find its packages and know its version? */
function builtBinaryStarts(): boolean {
  const binary = join(HOME, "dist", "marionet.js");
  const version = spawnSync(process.execPath, [binary, "--version"], { encoding: "utf8" });
  const help = spawnSync(process.execPath, [binary, "analyze", "--help"], { encoding: "utf8" });
  const good = version.stdout.trim() === VERSION && help.status === 0 && help.stdout.includes("--out");
  if (!good) say(`The built binary does not start: ${version.stderr}${help.stderr}`);
  return good;
}

function runVitest(patterns: readonly string[]): Tally {
  mkdirSync(join(HOME, "out"), { recursive: true });
  rmSync(REPORT, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(HOME, "node_modules", "vitest", "vitest.mjs"),
      "run",
      ...patterns,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${REPORT}`,
    ],
    { cwd: HOME, stdio: ["ignore", 1, 2] },
  );
  const report = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, "utf8")) as VitestReport) : null;
  return countTests(report, status, HOME);
}
