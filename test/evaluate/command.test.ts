import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testFolder } from "../support/folder.ts";
import { marionet } from "../support/run.ts";

const ACCOUNTS = `account_id,handle,platform,cluster_id,reading,membership,score,role,posts,first_seen,last_seen
007,a,x,C01,unexplained,1,0.9,originator,30,,
b,b,x,C01,unexplained,1,0.8,amplifier,25,,
c,"c, c",x,C02,explained:fans,1,0.2,amplifier,25,,
'-100,d,x,,,,,,40,,
e,e,x,,,,,,1,,
`;

function caseFolder(labels: string): string {
  const folder = testFolder();
  writeFileSync(join(folder, "accounts.csv"), ACCOUNTS);
  writeFileSync(join(folder, "labels.csv"), labels);
  return folder;
}

test("evaluates a case against labels, as Markdown and as JSON, ids kept as text", async () => {
  const folder = caseFolder(
    "account_id,operation,role\n007,sneer,x\nb,sneer,x\nc,benign:fans,x\n-100,sneer,x\nz,organic,x\n",
  );
  const args = ["evaluate", folder, "--labels", join(folder, "labels.csv")];
  const card = JSON.parse((await marionet([...args, "--json"])).stdout);
  expect(card).toMatchObject({ column: "operation", accounts: 4, unlabelled: 1, unseen: 1 });
  expect(card.flags.map((line: { precision: number }) => line.precision)).toEqual([2 / 3, 1, 2 / 3]);
  expect(card.operations).toMatchObject([
    { operation: "sneer", accounts: 3, clusterId: "C01", precision: 1, recall: 2 / 3 },
  ]);
  const { code, stdout } = await marionet(args);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /\| sneer \| 3 \| 2 \| 1 \| 1\.00 \(1\.00 to 1\.00\) \| C01 \| 2 \| 2 \| 1\.00 \(\d\.\d\d to 1\.00\) \| 0\.67 \(/,
  );
  const plain = await marionet([...args, "--bootstrap", "0"]);
  expect(plain.stdout).toContain("| sneer | 3 | 2 | 1 | 1.00 | C01 | 2 | 2 | 1.00 | 0.67 | 0.80 |");
});

test.each([
  [["--labels", "labels.csv", "--positive", "snear"], /has the label snear .*it has benign:fans, organic, sneer/],
  [["--labels", "labels.csv", "--column", "kind"], /has no column kind; it has account_id, operation/],
  [["--labels", "none.csv"], /no file none\.csv/],
  [["--labels", "foreign.csv"], /None of the 5 accounts/],
  [["--labels", "labels.csv", "--min-posts", "-1"], /--min-posts is a whole number/],
  [["--labels", "labels.csv", "--bootstrap", "many"], /--bootstrap is a whole number/],
  [["--labels", "labels.csv", "--labels", "foreign.csv"], /--labels was given 2 times for 1 case;/],
  [["./", "--labels", "labels.csv"], /\.\/ is named twice/],
  [["--labels", "labels.csv", "--sites-labels", "labels.csv"], /holds no sites\.csv/],
  [[], /There is no labels\.csv beside \.; name the file with --labels/],
])("a mistake is one sentence: %j", async (args, sentence) => {
  const cwd = caseFolder("account_id,operation\n007,sneer\nb,benign:fans\nc,organic\n");
  writeFileSync(join(cwd, "foreign.csv"), "account_id,label\nnobody,ira\n");
  const { code, stdout, stderr } = await marionet(["evaluate", ".", ...args], { cwd });
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(sentence);
  expect(stderr.trim()).not.toContain("\n");
});

test("takes several cases with the labels beside each, and says what they come to together", async () => {
  const world = (labels: string) => {
    const folder = testFolder();
    mkdirSync(join(folder, "case"));
    writeFileSync(join(folder, "case", "accounts.csv"), ACCOUNTS);
    writeFileSync(join(folder, "labels.csv"), labels);
    return folder;
  };
  const good = world("account_id,operation\n007,sneer\nb,sneer\nc,organic\ne,organic\n");
  const poor = world("account_id,operation\n007,sneer\nb,organic\nc,organic\ne,organic\n");
  const cases = [join(good, "case"), join(poor, "case")];
  const { code, stdout } = await marionet(["evaluate", ...cases, "--json", "--bootstrap", "20"]);
  expect(code).toBe(0);
  const told = JSON.parse(stdout) as {
    cases: { labels: string; flags: { precision: number }[] }[];
    over: { of: string; what: string; mean: number; cases: number; interval: unknown }[];
  };
  expect(told.cases.map(({ flags }) => flags[1]!.precision)).toEqual([1, 0.5]);
  expect(told.over.find(({ of, what }) => of === "in a cluster read as unexplained" && what === "precision")).toEqual({
    group: "flags",
    of: "in a cluster read as unexplained",
    what: "precision",
    cases: 2,
    mean: 0.75,
    lowest: 0.5,
    highest: 1,
    interval: null,
  });
  const swapped = await marionet([
    ...["evaluate", ...cases, "--json", "--bootstrap", "0"],
    ...["--labels", join(poor, "labels.csv"), "--labels", join(good, "labels.csv")],
  ]);
  const other = JSON.parse(swapped.stdout) as typeof told;
  expect(other.cases.map(({ flags }) => flags[1]!.precision)).toEqual([0.5, 1]);
  const text = await marionet(["evaluate", ...cases]);
  expect(text.stdout).toContain("# Evaluation of 2 cases");
  expect(text.stdout).toContain("| in a cluster read as unexplained | precision | 2 | 0.75 | 0.50 | 1.00 |");
});

test("intervals come out the same for the same seed, and otherwise for another", async () => {
  const folder = caseFolder("account_id,operation\n007,sneer\nb,organic\nc,sneer\n-100,organic\ne,sneer\n");
  const run = async (seed: string) =>
    (await marionet(["evaluate", folder, "--labels", join(folder, "labels.csv"), "--seed", seed, "--bootstrap", "50"]))
      .stdout;
  const [first, again, other] = [await run("1"), await run("1"), await run("2")];
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});

test("measures the groups of sites against labelled sites", async () => {
  const cwd = caseFolder("account_id,operation\n007,sneer\nb,benign:fans\nc,organic\n");
  writeFileSync(
    join(cwd, "sites.csv"),
    "domain,group,accounts,posts,indicators\na.example,S01,1,1,0\nb.example,S01,0,0,1\nc.example,,0,0,1\n",
  );
  writeFileSync(join(cwd, "truth.csv"), "domain,operation\nA[.]example,op\nb.example,op\nlost.example,op\n");
  const args = ["evaluate", ".", "--labels", "labels.csv", "--sites-labels", "truth.csv"];
  const { sites } = JSON.parse((await marionet([...args, "--json"], { cwd })).stdout);
  expect(sites).toMatchObject({
    column: "operation",
    unlabelled: 1,
    unseen: 1,
    sites: 3,
    pairs: { grouped: 1, right: 1, precision: 1, recall: 1 / 3 },
  });
  const { stdout } = await marionet(args, { cwd });
  expect(stdout).toContain("| op | 3 | 2 | 1 | S01 | 2 | 2 | 1.00 | 0.67 | 0.80 |");
  writeFileSync(join(cwd, "truth.csv"), "domain,operation\nlost.example,op\n");
  const foreign = await marionet(args, { cwd });
  expect([foreign.code, foreign.stderr]).toEqual([1, expect.stringMatching(/None of the 1 labelled sites/)]);
});

test("passes over a column that says the same of every account", async () => {
  const folder = caseFolder("account_id,account_category,operation\n007,left,IRA\nb,left,IRA\nc,right,IRA\n");
  const told = await marionet(["evaluate", folder, "--labels", join(folder, "labels.csv"), "--json"]);
  expect(JSON.parse(told.stdout)).toMatchObject({
    column: "account_category",
    clustering: [{ nmi: 1, ari: 1, items: 3 }],
  });
});

test("a folder that is no case is named", async () => {
  const { code, stderr } = await marionet(["evaluate", testFolder(), "--labels", "x.csv"]);
  expect([code, /holds no accounts\.csv/.test(stderr)]).toEqual([1, true]);
});
