import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fileHashes, testFolder } from "../support/folder.ts";
import { marionet, ROOT } from "../support/run.ts";

const SAMPLE = join(ROOT, "data", "sample");

test("the bundled sample is what its README's command makes, byte for byte, and small", async () => {
  const command = /npm run simulate -- (.*) --out data\/sample/.exec(
    readFileSync(join(SAMPLE, "README.md"), "utf8"),
  )![1]!;
  const folder = testFolder();
  expect(await marionet(["simulate", ...command.split(" "), "--out", folder])).toMatchObject({ code: 0, stdout: "" });
  const { "README.md": _, ...committed } = fileHashes(SAMPLE);
  expect(fileHashes(folder)).toEqual(committed);
  const bytes = Object.keys(committed).reduce((sum, name) => sum + statSync(join(SAMPLE, name)).size, 0);
  expect(bytes).toBeLessThan(3_600_000);
});

test("every scenario is told in two lines, and the truth goes to stdout when asked for", async () => {
  const { stdout } = await marionet(["simulate", "--list"]);
  for (const name of ["organic", "sneer-review", "fan-campaign", "syndication"]) {
    expect(stdout).toMatch(new RegExp(`^${name}\\n {2}\\S.*\\n {2}\\S.*\\n`, "m"));
  }
  const told = await marionet([
    "simulate",
    "--scenario",
    "organic",
    "--accounts",
    "400",
    "--out",
    testFolder(),
    "--json",
  ]);
  expect(JSON.parse(told.stdout)).toMatchObject({ simulated: true, scenario: "organic", accounts: 400, leaks: null });
});

test.each([
  [["--out", "x", "--scenario", "foo"], /^There is no scenario foo; choose from organic, .*sneer-review.*frame-up/],
  [["--out", "x", "--difficulty", "brutal"], /^--difficulty is one of easy, hard, evasive/],
  [["--out", "x", "--accounts", "many"], /^--accounts is a whole number/],
  [["--out", "x", "--set", "sneer-review.repliers"], /^--set is written as/],
  [["--out", "x", "--start", "2025-13-01"], /^--start is a day/],
  [["--seed", "2"], /^The flag --out is needed/],
  [["--out", join(ROOT, "package.json")], /package\.json is a file/],
])("a mistake is one sentence: %j", async (args, sentence) => {
  const { code, stdout, stderr } = await marionet(["simulate", ...args], { cwd: testFolder() });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(sentence);
  expect(stderr.trim()).not.toContain("\n");
});
