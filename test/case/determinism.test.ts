import { join } from "node:path";
import { expect, test } from "vitest";
import { findSample, sampleArguments } from "../../scripts/sample.ts";
import { makeCase } from "../support/analysis.ts";
import { fileHashes, testFolder } from "../support/folder.ts";
import { marionet } from "../support/run.ts";

/** Times of the run live in case.json; DuckDB lays out its pages as it likes. */
const MAY_DIFFER = ["case.json", "case.duckdb"];

test("same input, parameters and seed: the same bytes, whatever the zone and language of the machine", {
  timeout: 300_000,
}, async () => {
  const runs = [];
  for (const env of [
    { TZ: "UTC", LANG: "C" },
    { TZ: "America/St_Johns", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" },
  ]) {
    // The folder's name is the name of the case: it must be the same.
    const out = join(testFolder(), "case");
    const { code, stderr } = await marionet(["analyze", ...sampleArguments(findSample()), "--out", out], { env });
    expect({ code, stderr: code === 0 ? "" : stderr }).toEqual({ code: 0, stderr: "" });
    runs.push(fileHashes(out));
  }
  const [first, second] = runs.map((hashes) =>
    Object.fromEntries(Object.entries(hashes).filter(([path]) => !MAY_DIFFER.includes(path))),
  );
  for (const path of [
    "accounts.csv",
    "clusters.csv",
    "clusters.json",
    "pairs.csv",
    "graphs/account.gexf",
    "summary.md",
    "rejects.csv",
    "sites.csv",
  ]) {
    expect(first).toHaveProperty([path]);
  }
  expect(second).toEqual(first);
});

test("the number of threads leaves no mark in any file", { timeout: 120_000 }, async () => {
  const sample = findSample();
  const runs = [];
  for (const threads of [1, 4]) {
    const { path } = await makeCase(testFolder(), { files: sample.posts, accounts: sample.accounts!, threads });
    runs.push(Object.entries(fileHashes(path)).filter(([name]) => !MAY_DIFFER.includes(name)));
  }
  expect(runs[0]!.length).toBeGreaterThan(12);
  expect(runs[1]).toEqual(runs[0]);
});
