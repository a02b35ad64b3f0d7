import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openCase } from "../../scripts/case.ts";
import { sectionOf } from "../../scripts/summarize.ts";
import { overviewCluster, overviewFile, writeCase } from "../support/case.ts";
import { testFolder } from "../support/folder.ts";
import { marionet } from "../support/run.ts";

const SUMMARY =
  "# Case\n\nTwo clusters.\n\n## C01 first\n\nOne <b>& two</b>.\n\n### Evidence\n\n- E1\n\n## C02 second\n\nOther.\n";
const FILES = {
  "summary.md": SUMMARY,
  "clusters.json": JSON.stringify([{ clusterId: "C01" }, { clusterId: "C02" }]),
  "pairs.csv": "source,target\na,b\n",
  "accounts.csv": "account_id\na\n",
  "graphs/account.gexf": "<gexf/>\n",
};
const twoClusters = () =>
  writeCase(
    testFolder(),
    overviewFile({ clusters: [overviewCluster(), overviewCluster({ clusterId: "C02" })] }),
    FILES,
  );

describe("a case is opened only if it is one", () => {
  test("what is wrong is said", () => {
    const folder = testFolder();
    expect(() => openCase(join(folder, "none"))).toThrow(/^There is no case at/);
    writeFileSync(join(folder, "file"), "");
    expect(() => openCase(join(folder, "file"))).toThrow(/is a file, not a case/);
    expect(() => openCase(folder)).toThrow(/is no whole case, case\.json is missing/);
    expect(() => openCase(writeCase(folder, overviewFile({ version: "99.1.0" })))).toThrow(
      /was written by Marionet 99\.1\.0/,
    );
    expect(() => openCase(writeCase(folder, overviewFile(), { "case.json": "{" }))).toThrow(/case\.json is damaged/);
    expect(() => openCase(writeCase(folder, overviewFile(), { "case.json": "{}" }))).toThrow(/of an unknown version/);
  });

  test("a later patch of the same series reads it", () => {
    expect(openCase(writeCase(testFolder(), overviewFile({ version: "0.1.99" }))).overview.rowsRead).toBe(12400);
  });
});

test("the section of a cluster ends where the next begins", () => {
  expect(sectionOf(SUMMARY, "C01")).toBe("## C01 first\n\nOne <b>& two</b>.\n\n### Evidence\n\n- E1\n");
  expect(sectionOf(SUMMARY, "C02")).toBe("## C02 second\n\nOther.\n");
  expect(sectionOf(SUMMARY, "C0")).toBeNull();
});

describe("summarize", () => {
  test("prints the summary, one cluster of it, or the profiles", async () => {
    const path = twoClusters();
    const [whole, one, html, json] = await Promise.all([
      marionet(["summarize", path]),
      marionet(["summarize", path, "--cluster", "2"]),
      marionet(["summarize", path, "--cluster", "c01", "--format", "html"]),
      marionet(["summarize", path, "--cluster", "C02", "--json"]),
    ]);
    expect(whole).toMatchObject({ code: 0, stdout: SUMMARY, stderr: "" });
    expect(one.stdout).toBe("## C02 second\n\nOther.\n");
    expect(html.stdout).toContain("<p>One &#60;b&#62;&#38; two&#60;/b&#62;.</p>");
    expect(html.stdout).not.toContain("Other.");
    expect(JSON.parse(json.stdout)).toEqual({ clusterId: "C02" });
  });

  test("names the clusters there are", async () => {
    const { code, stdout, stderr } = await marionet(["summarize", twoClusters(), "--cluster", "9"]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/ has no cluster 9; it has C01 to C02\.\n$/);
  });
});

describe("export", () => {
  test("copies bytes to stdout or a file", async () => {
    const path = twoClusters();
    const out = join(path, "..", "new", "a.csv");
    const [gexf, csv] = await Promise.all([
      marionet(["export", path, "--format", "gexf"]),
      marionet(["export", path, "--format", "csv", "--part", "accounts", "--out", out]),
    ]);
    expect(gexf).toMatchObject({ code: 0, stdout: "<gexf/>\n", stderr: "" });
    expect(csv).toMatchObject({ code: 0, stdout: "" });
    expect(readFileSync(out, "utf8")).toBe(FILES["accounts.csv"]);
    expect(existsSync(`${out}.tmp`)).toBe(false);
  });

  test.each([
    [["--format", "stix"], '--format is one of gexf, csv, not "stix".'],
    [["--format", "csv", "--part", "site"], '--part is one of pairs, accounts, clusters, not "site".'],
    [["--format", "gexf", "--part", "site"], "is no whole case, graphs/site.gexf is missing"],
    [[], "The flag --format is needed."],
  ])("%j", async (flags, sentence) => {
    const { code, stdout, stderr } = await marionet(["export", twoClusters(), ...flags]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(sentence);
  });
});
