import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { SILENT } from "../../src/corpus/progress.ts";
import { readInputs } from "../../src/formats/intake.ts";
import { openStore } from "../../src/store/database.ts";

/** Real exports: row counts as their READMEs state them. Skipped by name where the data is not at hand. */
const DATASETS = process.env.MARIONET_DATASETS ?? join("..", "shared", "datasets");

interface Expected {
  readonly set: string;
  readonly files: RegExp;
  readonly format: string;
  readonly read: number;
  readonly kept: number;
  readonly accounts: number;
  readonly rejected?: Readonly<Record<string, number>>;
  readonly issues?: readonly string[];
  readonly resolutionMs: number;
}

const SETS: readonly Expected[] = [
  {
    ...{ set: "ira-tweets", files: /2015-11/, format: "ira", read: 73_097, kept: 73_097, accounts: 814 },
    ...{ issues: ["ids-derived"], resolutionMs: 60_000 },
  },
  {
    ...{ set: "ira-tweets", files: /2016-09/, format: "ira", read: 412_020, kept: 412_017, accounts: 405 },
    ...{ rejected: { "post-empty": 3 }, issues: ["ids-derived", "ids-repeated"], resolutionMs: 60_000 },
  },
  {
    ...{ set: "ira-tweets", files: /IRAhandle/, format: "fivethirtyeight", read: 100, kept: 100, accounts: 1 },
    ...{ issues: ["ids-destroyed", "zone-assumed"], resolutionMs: 60_000 },
  },
  {
    // One row stands twice; 39 posts share two objects each and are kept as two shares.
    ...{ set: "coortweet-russia", files: /tweets/, format: "coortweet", read: 35_125, kept: 35_124, accounts: 9509 },
    ...{ rejected: { "post-id-duplicate": 1 }, issues: ["post-id-duplicate", "ids-repeated"], resolutionMs: 1000 },
  },
  {
    ...{ set: "mixed-gopdebate", files: /posts/, format: "marionet", read: 9752, kept: 9752, accounts: 5987 },
    resolutionMs: 60_000,
  },
  {
    ...{
      set: "us-election-2024-x-control",
      files: /gz$/,
      format: "x-scrape",
      read: 106_423,
      kept: 15_873,
      accounts: 12_532,
    },
    ...{
      rejected: { "row-shifted": 90_538, "post-id-duplicate": 12 },
      issues: ["post-id-duplicate"],
      resolutionMs: 1000,
    },
  },
  {
    ...{ set: "gop-debate-2015-control", files: /csv$/, format: "generic", read: 13_871, kept: 13_871, accounts: 9829 },
    ...{ issues: ["ids-destroyed", "ids-derived", "zone-assumed", "ids-repeated"], resolutionMs: 60_000 },
  },
  {
    ...{ set: "live-event-control", files: /tweets/, format: "generic", read: 12_118, kept: 12_118, accounts: 11_037 },
    ...{ issues: ["zone-assumed"], resolutionMs: 1000 },
  },
  {
    ...{
      set: "telegram-news-channels",
      files: /gz$/,
      format: "telegram-channel",
      read: 14_846,
      kept: 14_846,
      accounts: 16,
    },
    resolutionMs: 1000,
  },
  {
    ...{ set: "format-samples", files: /coordination/, format: "toolkit", read: 100, kept: 100, accounts: 10 },
    resolutionMs: 1,
  },
];

describe("real exports", () => {
  for (const one of SETS) {
    const folder = join(DATASETS, one.set);
    test.skipIf(!existsSync(folder))(`${one.set} ${one.files}`, { timeout: 60_000 }, async () => {
      const files = readdirSync(folder).filter((name) => one.files.test(name) && !name.startsWith("README"));
      const store = await openStore(":memory:");
      const paths = files.sort().map((name) => join(folder, name));
      const intake = await readInputs(store, paths, {}, SILENT);
      const [found] = await store.rows<{ posts: number; moved: number; accounts: number }>(
        `select count(*) as posts, count(*) filter (post <> rowid) as moved, count(distinct account) as accounts from posts`,
      );
      store.close();
      expect(new Set(intake.files.map(({ format }) => format))).toEqual(new Set([one.format]));
      expect(intake).toMatchObject({ rowsRead: one.read, rowsKept: one.kept, accounts: one.accounts });
      expect(intake.rowsRead).toBe(intake.rowsKept + intake.rowsRejected);
      expect(Object.fromEntries(intake.rejectedByReason.map(({ code, rows }) => [code, rows]))).toEqual(
        one.rejected ?? {},
      );
      expect(intake.issues.map(({ code }) => code)).toEqual(one.issues ?? []);
      expect(intake.timeResolutionMs).toBe(one.resolutionMs);
      expect(found).toEqual({ posts: one.kept, moved: 0, accounts: one.accounts });
    });
  }
});
