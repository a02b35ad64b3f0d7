import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { controlText } from "../../scripts/findings/controls.ts";
import { compareEdges } from "../../scripts/findings/coortweet.ts";
import { mixedCopies, mixedScores } from "../../scripts/findings/mixed.ts";
import { createRuns, type FoundCase } from "../../scripts/findings/runs.ts";
import { sampleFindings } from "../../scripts/findings/sample.ts";
import { SECTIONS } from "../../scripts/findings/sections.ts";
import { keptFolder, testFolder } from "../support/folder.ts";
import { ROOT } from "../support/run.ts";

const runs = createRuns(keptFolder(), () => performance.now());

test("the page of findings says of the bundled world what the code finds in it today (else: npm run findings)", {
  timeout: 120_000,
}, async () => {
  const table = await sampleFindings(runs);
  const rows = table.split("\n").slice(2);
  const accounts = rows.map((row) => Number(row.split("|")[2]));
  expect(accounts.reduce((sum, count) => sum + count, 0)).toBe(1500);
  const page = readFileSync(join(ROOT, "docs", "findings.md"), "utf8");
  expect(page).toContain(table);
  for (const { title, meaning } of SECTIONS) expect(page).toContain(`## ${title}\n\n${meaning}\n`);
  expect(page).not.toMatch(/\/(?:home|tmp|work|Users)\//);
});

function found(key: string): FoundCase {
  const rejectedByReason = [{ code: "row-empty", reason: "The row is empty.", rows: 1200 }];
  return {
    manifest: {
      rows: { read: 3200, kept: 2000, rejected: 1200, rejectedByReason },
      counts: { accounts: 9, pairsTested: 36, pairsSignificant: 3 },
      control: { reruns: 20, clusters: [0, 1], power: [], powerSentence: "" },
    } as unknown as FoundCase["manifest"],
    clusters: [
      {
        clusterId: "C01",
        key,
        reading: "weak",
        accounts: 3,
        traces: ["same-text", "co-url"],
        observed: 1234,
        expected: 0.0123,
        q: 0.00001,
        stability: 0.876,
      },
    ],
    accounts: [
      { accountId: "a", clusterId: "C01", reading: "weak", score: 1, posts: 1 },
      { accountId: "b", clusterId: "C01", reading: "unexplained", score: 1, posts: 2 },
      { accountId: "c", clusterId: null, reading: null, score: 0, posts: 2 },
      { accountId: "d", clusterId: null, reading: null, score: 0, posts: 1 },
    ],
    pairsCsv: null,
  };
}

test("a cluster is printed with what a reader saw in it, or as not yet read", () => {
  const text = controlText(found("k1"), { k1: "Fans." });
  expect(text).toContain("- 3,200 rows read, 2,000 kept, 1,200 set aside; 9 accounts.");
  expect(text).toContain("- 1,200 set aside: The row is empty.");
  expect(text).toContain("- On shuffled data the same search finds 1 cluster in 20 reruns.");
  expect(text).toContain("| C01 | weak | 3 | same-text, co-url | 1,234 | 0.012 | 1.0e-5 | 0.88 | Fans. |");
  expect(controlText(found("k2"), { k1: "Fans." })).toContain("not yet read (key k2)");
  expect(controlText({ ...found("k1"), clusters: [] }, {})).toContain("Clusters: none.");
});

test("pairs that differ from the reference are counted by how they differ", () => {
  const wanted = new Map([
    ["a b", 1],
    ["a c", 2],
    ["b c", 3],
  ]);
  const had = new Map([
    ["a b", 1],
    ["a c", 9],
    ["x y", 1],
    ["x z", 1],
  ]);
  expect(compareEdges(wanted, had)).toEqual({ equal: 1, different: 1, missing: 1, extra: 2 });
});

test("copies of the mixed set are alike in repost marks and hashtags, and nothing else is touched", async () => {
  const folder = testFolder();
  const files = { posts: join(folder, "posts.csv"), labels: join(folder, "labels.csv") };
  writeFileSync(files.labels, "account_id,label\na,ira\nb,ira\nc,control\nd,control\n");
  writeFileSync(
    files.posts,
    [
      "post_id,account_id,created_at,text,kind",
      'p1,a,2015-12-15T18:06:00Z,"Wow, #Vegas and #Debate! it\'s #1",repost',
      "p2,c,2015-12-15T18:07:00Z,RT @x_1: so #debate #august,repost",
      "p3,d,2015-12-15T18:08:00Z,RT @y is a sign RT @z: no,post",
      "",
    ].join("\n"),
  );
  const copies = await mixedCopies({ ...runs, folder }, files);
  const texts = copies.slice(1).map(({ name, posts }) => [
    name,
    ...readFileSync(posts, "utf8")
      .trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split("Z,")[1]!.replaceAll('"', "")),
  ]);
  expect(copies[0]).toEqual({ name: "as published", posts: files.posts });
  expect(texts).toEqual([
    [
      "repost marks added",
      "RT @unknown: Wow, #Vegas and #Debate! it's #1,repost",
      "RT @x_1: so #debate #august,repost",
      "RT @y is a sign RT @z: no,post",
    ],
    [
      "marks added, common hashtags only",
      "RT @unknown: Wow,  and #Debate! it's ,repost",
      "RT @x_1: so #debate ,repost",
      "RT @y is a sign RT @z: no,post",
    ],
    ["repost marks removed", "Wow, #Vegas and #Debate! it's #1,", "so #debate #august,", "is a sign RT @z: no,"],
    ["marks removed, common hashtags only", "Wow,  and #Debate! it's ,", "so #debate ,", "is a sign RT @z: no,"],
  ]);
  const scores = await mixedScores(found("k1"), files.labels);
  expect(scores.any).toMatchObject({ accounts: 4, flagged: 2, precision: 1, recall: 1 });
  expect(scores.unexplained).toMatchObject({ flagged: 1, precision: 1, recall: 0.5 });
  expect(scores.anyActive).toMatchObject({ accounts: 2, covert: 1, flagged: 1, recall: 1 });
  expect(scores.unexplainedActive).toMatchObject({ accounts: 2, flagged: 1, recall: 1 });
});
