import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { between, pick, seeded } from "../../src/math/random.ts";
import { buildWorld } from "../../src/simulate/build.ts";
import { labelLines, postLines } from "../../src/simulate/rows.ts";
import { makeCase, readCsv, writePosts } from "../support/analysis.ts";
import { testFolder } from "../support/folder.ts";

const WORDS =
  "river bridge market cousin winter lamp garden stone letter window copper thread harbour violin pepper".split(" ");

test("three hundred accounts with random words: no signal, and the summary says so", async () => {
  const folder = testFolder();
  const random = seeded(11, "babble");
  const posts = Array.from({ length: 3000 }, (_, i) => ({
    post_id: `p${i}`,
    account_id: `u${i % 300}`,
    created_at: new Date(Date.UTC(2024, 0, 1) + between(random, 0, 14 * 86_400) * 1000).toISOString(),
    text: Array.from({ length: between(random, 1, 9) }, () => pick(random, WORDS)).join(" "),
    // A third of the posts link one of fifty pages, so that chance meetings there are plenty.
    urls: random() < 0.33 ? `https://site${between(random, 0, 9)}.example/page${between(random, 0, 4)}` : "",
  }));
  const made = await makeCase(folder, { files: [writePosts(join(folder, "posts.csv"), posts)] });
  expect(made.profiles).toEqual([]);
  expect(made.text("summary.md")).toContain("**No signal.**");
  expect(await made.csv("clusters.csv")).toEqual([]);
  expect(await made.csv("accounts.csv")).toHaveLength(300);
  const manifest = JSON.parse(made.text("case.json")) as {
    counts: Record<string, number>;
    traces: { pairsMet: number }[];
  };
  expect(manifest.counts).toMatchObject({ clusters: 0, posts: 3000, accounts: 300 });
  // The silence is no accident: there were pairs to judge.
  expect(manifest.traces.reduce((sum, { pairsMet }) => sum + pairsMet, 0)).toBeGreaterThan(100);
});

test.each([3, 4])(
  "a world without an operation (seed %i): no claim is made of mostly ordinary people",
  async (seed) => {
    const folder = testFolder();
    const options = {
      seed,
      difficulty: "easy" as const,
      accounts: 1000,
      days: 14,
      startMs: Date.UTC(2025, 2, 3),
      overrides: new Map(),
    };
    const { world } = buildWorld("organic", options);
    writeFileSync(join(folder, "posts.csv"), [...postLines(world)].join(""));
    writeFileSync(join(folder, "labels.csv"), [...labelLines(world)].join(""));
    const labels = new Map((await readCsv(join(folder, "labels.csv"))).map((row) => [row.account_id!, row.operation!]));
    const made = await makeCase(folder, { files: [join(folder, "posts.csv")] });
    for (const { reading, members, clusterId } of made.profiles) {
      const ordinary = members.filter(({ accountId }) => labels.get(accountId) === "organic").length;
      if (reading === "unexplained") expect([clusterId, ordinary / members.length < 0.5]).toEqual([clusterId, true]);
    }
  },
);
