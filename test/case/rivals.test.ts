import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { EXPLAINS } from "../../src/clusters/rivals/rival.ts";
import { buildWorld } from "../../src/simulate/build.ts";
import { accountLines, labelLines, postLines } from "../../src/simulate/rows.ts";
import { type MadeCase, makeCase, readCsv } from "../support/analysis.ts";
import { keptFolder } from "../support/folder.ts";

/** What each benign group of a world is to be read as. */
const EXPECTED = new Map([
  ["benign:fan-campaign", "explained:fans"],
  ["benign:sports", "explained:sports"],
  // Alert accounts that pass on the agencies' headlines: news is what they share, feeds is what they are.
  ["benign:breaking-news", "explained:news-shock explained:feeds"],
  ["benign:petition", "explained:petition"],
  ["benign:giveaway", "explained:giveaway"],
  ["benign:training-day", "explained:training"],
]);

describe("a world without an operation: its groups are explained by what they are", () => {
  const folder = keptFolder();
  let made: MadeCase;
  let labels: Map<string, string>;

  beforeAll(async () => {
    const { world } = buildWorld("organic", {
      seed: 1,
      difficulty: "easy",
      accounts: 4000,
      days: 14,
      startMs: Date.UTC(2025, 2, 3),
      overrides: new Map(),
    });
    writeFileSync(join(folder, "posts.csv"), [...postLines(world)].join(""));
    writeFileSync(join(folder, "accounts.csv"), [...accountLines(world)].join(""));
    writeFileSync(join(folder, "labels.csv"), [...labelLines(world)].join(""));
    labels = new Map((await readCsv(join(folder, "labels.csv"))).map((row) => [row.account_id!, row.operation!]));
    made = await makeCase(folder, { files: [join(folder, "posts.csv")], accounts: join(folder, "accounts.csv") });
  }, 120_000);

  /** The label of most members. */
  const groupOf = (members: readonly { accountId: string }[]): string => {
    const counts = new Map<string, number>();
    for (const { accountId } of members)
      counts.set(labels.get(accountId)!, (counts.get(labels.get(accountId)!) ?? 0) + 1);
    return [...counts].sort((left, right) => right[1] - left[1])[0]![0];
  };

  test("each group of a kind that is asked about, unless it is weak", () => {
    const seen = new Set<string>();
    for (const { clusterId, members, reading } of made.profiles) {
      const expected = EXPECTED.get(groupOf(members));
      if (expected === undefined || reading === "weak") continue;
      expect(expected.split(" "), `${clusterId} ${groupOf(members)}`).toContain(reading);
      seen.add(reading);
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });

  test("every cluster says all its rivals, the best first, and the reading follows from them", () => {
    for (const { reading, rivals, topRival } of made.profiles) {
      const scores = rivals.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((left, right) => right - left));
      if (reading.startsWith("explained:")) {
        expect(reading).toBe(`explained:${topRival}`);
        expect(scores[0]).toBeGreaterThanOrEqual(EXPLAINS);
      }
      if (reading === "unexplained") expect(scores[0]).toBeLessThan(EXPLAINS);
    }
  });

  test("ids follow the order of readings, and tables and counts agree", async () => {
    const place = { unexplained: 0, explained: 1, weak: 2 } as Record<string, number>;
    const places = made.profiles.map(({ reading }) => place[reading.split(":")[0]!]!);
    expect(places).toEqual([...places].sort((left, right) => left - right));
    const rows = await made.csv("clusters.csv");
    expect(rows.map(({ cluster_id, reading, top_rival }) => [cluster_id, reading, top_rival || null])).toEqual(
      made.profiles.map(({ clusterId, reading, topRival }) => [clusterId, reading, topRival]),
    );
    const accounts = new Map((await made.csv("accounts.csv")).map((row) => [row.account_id!, row]));
    for (const { clusterId, reading, members } of made.profiles) {
      for (const { accountId } of members)
        expect(accounts.get(accountId)).toMatchObject({ cluster_id: clusterId, reading });
    }
    const { counts } = JSON.parse(made.text("case.json")) as { counts: Record<string, number> };
    expect(counts.clustersExplained).toBe(places.filter((one) => one === 1).length);
    expect(counts.clusters).toBe(counts.clustersUnexplained! + counts.clustersExplained! + counts.clustersWeak!);
  });
});
