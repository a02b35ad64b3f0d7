import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { VERSION } from "../../scripts/home.ts";
import { findSample, isCurrent, sampleArguments } from "../../scripts/sample.ts";
import { testFolder } from "../support/folder.ts";

test("the sample is known by its names, whatever else lies beside it", () => {
  const folder = testFolder();
  expect(() => findSample(folder)).toThrow("holds no posts");
  for (const name of ["posts.csv.gz", "accounts.csv", "labels.csv", "README.md"])
    writeFileSync(join(folder, name), name);
  const sample = findSample(folder);
  expect(sampleArguments(sample)).toEqual([join(folder, "posts.csv.gz"), "--accounts", join(folder, "accounts.csv")]);
  writeFileSync(join(folder, "indicators.csv"), "");
  expect(sampleArguments(findSample(folder)).slice(-2)).toEqual(["--sites", join(folder, "indicators.csv")]);
});

test("a case is taken up again only when version and every byte of the sample are the same", () => {
  const folder = testFolder();
  writeFileSync(join(folder, "posts.csv"), "a");
  writeFileSync(join(folder, "accounts.csv"), "b");
  const sample = findSample(folder);
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  const current = (manifest: string) => {
    mkdirSync(join(folder, "case"), { recursive: true });
    writeFileSync(join(folder, "case", "case.json"), manifest);
    return isCurrent(join(folder, "case"), sample);
  };
  const inputs = [{ sha256: sha256("b") }, { sha256: sha256("a") }];
  expect(isCurrent(join(folder, "none"), sample)).toBe(false);
  expect(current(JSON.stringify({ version: VERSION, inputs }))).toBe(true);
  expect(current(JSON.stringify({ version: "0.0.0", inputs }))).toBe(false);
  expect(current(JSON.stringify({ version: VERSION, inputs: inputs.slice(1) }))).toBe(false);
  expect(current(JSON.stringify({ version: VERSION, inputs: [inputs[0], { sha256: sha256("c") }] }))).toBe(false);
  expect(current(JSON.stringify({ version: VERSION }))).toBe(false);
  expect(current("{")).toBe(false);
});
