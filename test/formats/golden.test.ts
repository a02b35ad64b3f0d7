import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readToTables } from "./tables.ts";

/**
 * One folder a format: `input.*` as a user would bring it and `expected.json`, the normal form it must come to. UPDATE_GOLDEN=1
 * writes the expectations anew: read them before committing them.
 */
const GOLDEN = "test/golden/formats";

for (const folder of readdirSync(GOLDEN).sort()) {
  test(`${folder} comes to its normal form`, async () => {
    const input = readdirSync(join(GOLDEN, folder)).find((name) => name.startsWith("input."));
    const tables = await readToTables([join(GOLDEN, folder, input ?? "")]);
    const { intake, posts, accounts, rejects } = tables;
    const file = intake.files[0];
    const found = {
      format: file?.format,
      rowsRead: intake.rowsRead,
      rowsKept: intake.rowsKept,
      rowsRejected: intake.rowsRejected,
      timeResolutionMs: intake.timeResolutionMs,
      issues: intake.issues.map(({ code }) => code),
      posts,
      accounts,
      rejects,
    };
    const path = join(GOLDEN, folder, "expected.json");
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(path, `${JSON.stringify(found, null, 1)}\n`);
    expect(found).toEqual(JSON.parse(readFileSync(path, "utf8")));
    expect(intake.rowsRead).toBe(intake.rowsKept + intake.rowsRejected);
    expect(posts.map(({ post }) => post)).toEqual(posts.map((_, i) => i));
  });
}
