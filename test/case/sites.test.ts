import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SiteLinksFile } from "../../src/corpus/site-table.ts";
import { makeCase, writePosts } from "../support/analysis.ts";
import { testFolder } from "../support/folder.ts";

test("sites.csv names the group of every site that carries indicators or is pushed by a cluster", async () => {
  const folder = testFolder();
  const posts = writePosts(
    join(folder, "posts.csv"),
    ["a", "b", "c"].map((account, i) => ({
      post_id: account,
      account_id: account,
      created_at: `2026-01-05T10:0${i}:00Z`,
      kind: "post",
      urls: `https://${account === "c" ? "own3" : "twin1"}.example/page`,
    })),
  );
  const sites = join(folder, "indicators.csv");
  const rows = [
    ...["twin1", "twin2"].flatMap((name) => ["ip", "analytics"].map((type) => [name, type, `${type} of twins`])),
    ...Array.from({ length: 12 }, (_, i) =>
      ["ip", "analytics"].map((type) => [`own${i}`, type, `${type} ${i}`]),
    ).flat(),
  ];
  writeFileSync(
    sites,
    [
      "domain,indicator_type,indicator_value,first_seen,last_seen,source",
      ...rows.map(([name, type, value]) => `${name}.example,${type},${value},,,scan`),
      "",
    ].join("\n"),
  );
  const made = await makeCase(folder, { files: [posts], sites });
  const lines = made.text("sites.csv").trimEnd().split("\n");
  expect(lines.slice(0, 3)).toEqual([
    "domain,group,accounts,posts,indicators",
    "twin1.example,S01,2,2,2",
    "twin2.example,S01,0,0,2",
  ]);
  expect(lines).toHaveLength(1 + 2 + 12);
  expect(lines).toContain("own3.example,,1,1,2");
  const { links, total } = JSON.parse(made.text("explorer/sites.json")) as SiteLinksFile;
  const twins = links.find(({ a, b }) => a === "twin1.example" && b === "twin2.example");
  // Two values, each on two of fourteen sites.
  expect(twins?.indicatorBits).toBeCloseTo(2 * Math.log2(14 / 2), 9);
  expect(twins).toMatchObject({ sharedAccounts: 0, sharedTexts: 0 });
  expect(total).toBe(links.length);
});
