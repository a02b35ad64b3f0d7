import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analysisFlags } from "../../scripts/analyze.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { repeatPeer } from "../../src/parity.ts";
import { LIKES } from "../../src/peers/catalogue.ts";
import { testFolder } from "../support/folder.ts";
import { goldenPlan } from "./golden-plan.ts";
import { PAGE, pageExamples } from "./page-examples.ts";

const page = readFileSync(PAGE, "utf8");

describe("the worked examples of docs/peers.md", () => {
  const examples = pageExamples(page);

  test.each(examples)("$name", async ({ name, input, args, outputs }) => {
    const folder = testFolder();
    const path = join(folder, name);
    writeFileSync(path, input);
    const out = join(folder, "case");
    const { parity } = analysisFlags(
      args.map((arg) => (arg === name ? path : arg === "case" ? out : arg)),
      undefined,
    )!;
    await repeatPeer(parity!, SILENT, () => 0);
    expect(outputs.length).toBeGreaterThan(0);
    for (const one of outputs) expect(readFileSync(join(out, one.path), "utf8")).toBe(one.text);
  });

  test("are all found: a table, a command, and what comes of it", () => {
    expect(examples.filter(({ args, outputs }) => args.length > 0 && outputs.length > 0)).toHaveLength(
      page.match(/^```sh$/gm)!.length,
    );
    expect(examples.length).toBeGreaterThanOrEqual(14);
  });
});

test("the page counts the golden files as they are covered, and names every mode", () => {
  const plan = goldenPlan().map(({ name }) => name);
  const covered = (prefix: string) => plan.filter((name) => name.startsWith(prefix)).length;
  for (const prefix of ["coortweet_", "cnt_", "coordinatedActivity_"]) {
    const row = page.split("\n").find((line) => line.startsWith(`| \`${prefix}`))!;
    expect(row).toContain(`${covered(prefix)} of ${covered(prefix)}`);
  }
  for (const like of LIKES) expect(page).toContain(`\`${like}\``);
});
