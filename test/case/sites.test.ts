import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
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
      urls: `https://${account === "c" ? "lone" : "twin1"}.example/page`,
    })),
  );
  const sites = join(folder, "indicators.csv");
  writeFileSync(
    sites,
    [
      "domain,indicator_type,indicator_value,first_seen,last_seen,source",
      "twin1.example,ip,192.0.2.1,,,scan",
      "twin2.example,ip,192.0.2.1,,,scan",
      "lone.example,ip,192.0.2.9,,,scan",
      "",
    ].join("\n"),
  );
  const made = await makeCase(folder, { files: [posts], sites });
  expect(made.text("sites.csv").split("\n")).toEqual([
    "domain,group,accounts,posts,indicators",
    "twin1.example,S01,2,2,1",
    "twin2.example,S01,0,0,1",
    "lone.example,,1,1,1",
    "",
  ]);
});
