import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { SILENT } from "../../src/corpus/progress.ts";
import { repeatPeer } from "../../src/parity.ts";
import { dataset } from "../support/datasets.ts";
import { keptFolder } from "../support/folder.ts";
import { csvRows, GOLDEN, goldenNames, goldenText } from "./golden.ts";
import { type GoldenCase, goldenPlan, type Input } from "./golden-plan.ts";

const PLAN = goldenPlan();
const russian = dataset("coortweet-russia", "russian_coord_tweets.csv.gz");
const sample = dataset("format-samples", "coordination_network_toolkit_sample.csv");

/**
 * What CooRTweet (R) and the toolkit (Python) wrote for the same files, byte for byte: every row, in their order, every digit. Only the
 * header differs by the names of the two ends, and `n_objects` was added to CooRTweet's edges by who made the files.
 */
describe("the peers' own output", () => {
  const folder = keptFolder();
  const runs = new Map<string, Promise<string>>();

  for (const one of PLAN) {
    const missing = GOLDEN === null || !goldenNames().includes(one.name) || pathOf(one.input) === null;
    test.skipIf(missing)(one.name, { timeout: 120_000 }, async () => {
      const out = await run(one);
      const ours = readFileSync(join(out, one.table), "utf8");
      if (one.options.like === "coordinatedactivity") expectCosines(ours, goldenText(one.name));
      else expect(firstDifference(ours, asOurs(one, goldenText(one.name)))).toBeNull();
    });
  }

  test.skipIf(GOLDEN === null)("no golden file is left out", () => {
    expect(goldenNames()).toEqual(PLAN.map(({ name }) => name).sort());
  });

  /** Each set of options once, whatever the number of tables looked at. */
  function run({ input, options }: GoldenCase): Promise<string> {
    const key = JSON.stringify([input, options]);
    const known = runs.get(key);
    if (known !== undefined) return known;
    const out = join(folder, `run-${runs.size}`);
    const made = repeatPeer({ files: [pathOf(input)!], out, version: "0.1.0", ...options }, SILENT, () => 0).then(
      () => out,
    );
    runs.set(key, made);
    return made;
  }

  function pathOf(input: Input): string | null {
    if (input === "sample") return sample;
    if (input === "german") return GOLDEN === null ? null : join(GOLDEN, "input", "coortweet_german_url.csv.gz");
    if (input === "german-toolkit") return GOLDEN === null ? null : join(GOLDEN, "input", "cnt_german_url.csv.gz");
    return input === "russian" || russian === null ? russian : withoutLinks(russian);
  }

  /** The russian file in the toolkit's columns, objects as posts answered, no links. */
  function withoutLinks(path: string): string {
    const made = join(folder, "russian-without-links.csv");
    const [, ...rows] = csvRows(gunzipSync(readFileSync(path)).toString());
    const lines = rows.map(
      ([object, account, content, time]) => `${content},${account},${account},,${object},,${time},`,
    );
    writeFileSync(made, `message_id,user_id,username,repost_id,reply_id,message,timestamp,urls\n${lines.join("\n")}\n`);
    return made;
  }
});

/** The first line that differs, or null; to compare two long texts outright would have a failure drawn for minutes. */
function firstDifference(ours: string, wanted: string): { row: number; ours: string; wanted: string } | null {
  if (ours === wanted) return null;
  const [left, right] = [ours.split("\n"), wanted.split("\n")];
  const row = left.findIndex((line, i) => line !== right[i]);
  return { row, ours: left[row] ?? "(no more)", wanted: right[row] ?? "(no more)" };
}

/** A golden table as this command writes it. */
function asOurs({ options, table }: GoldenCase, golden: string): string {
  if (options.like === "coortweet") return table === "pairs.csv" ? withoutCounts(golden) : golden;
  // Python's csv ends its lines as on Windows.
  const [, ...rows] = golden.trimEnd().split("\r\n");
  const network = options.like.slice("cnt-".length);
  return ["source,target,weight,edge_type", ...rows.map((row) => `${row},${network}`), ""].join("\n");
}

/** Without `n_objects`, once it is seen to be the number of objects listed. */
function withoutCounts(golden: string): string {
  const [header, ...rows] = csvRows(golden);
  const counts = header!.flatMap((name, i) =>
    name.startsWith("n_objects") ? [[i, header!.indexOf(name.replace("n_objects", "object_ids"))] as const] : [],
  );
  for (const row of rows) {
    for (const [count, list] of counts)
      expect(row[count]).toBe(row[list] === "" ? "" : String(row[list]!.split(",").length));
  }
  const cell = (text: string) => (text.includes(",") ? `"${text}"` : text);
  const first = counts[0]![0];
  const names = ["source", "target", ...header!.slice(2, first)];
  return [names.join(","), ...rows.map((row) => row.slice(0, first).map(cell).join(",")), ""].join("\n");
}

/** Pairs and order are the same; of the cosines, summed by another library, a handful differ by one in the twelfth digit. */
function expectCosines(ours: string, golden: string): void {
  const [, ...rows] = csvRows(ours);
  const [, ...wanted] = csvRows(golden);
  const names = (cells: readonly string[][]) => cells.map(([a, b]) => `${a} ${b}`).join("\n");
  expect(firstDifference(names(rows), names(wanted))).toBeNull();
  const off = rows.map((row, i) => Math.abs(Number(row[2]) - Number(wanted[i]![2])));
  const asPrinted = rows.filter((row, i) => Number(Number(row[2]).toPrecision(12)) === Number(wanted[i]![2]));
  expect(off.reduce((most, one) => Math.max(most, one), 0)).toBeLessThanOrEqual(1e-12);
  expect(rows.length - asPrinted.length).toBeLessThanOrEqual(5);
}
