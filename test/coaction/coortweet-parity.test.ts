import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { dataset } from "../support/datasets.ts";
import { testFolder } from "../support/folder.ts";
import { marionet } from "../support/run.ts";

const shares = dataset("coortweet-russia", "russian_coord_tweets.csv.gz");
const reference = dataset("coortweet-russia", "reference_edges_60s.csv.gz");

/** Edges as "a b" with a < b, to the number of shared objects. */
function edges(csv: string, columns: readonly [string, string, string]): Map<string, number> {
  const [header = "", ...lines] = csv.trimEnd().split(/\r?\n/);
  const at = columns.map((column) => header.split(",").indexOf(column));
  expect(at).not.toContain(-1);
  return new Map(
    lines.map((line) => {
      const cells = line.split(",");
      const [a, b, objects] = at.map((i) => cells[i]!);
      return [[a!, b!].sort().join(" "), Number(objects)];
    }),
  );
}

test.skipIf(shares === null || reference === null)(
  "co-shares within 60 s are exactly the 6,206 edges of the brute-force reference, with p and q beside each",
  { timeout: 300_000 },
  async () => {
    const out = join(testFolder(), "case");
    const flags = ["--window", "60s", "--min-objects", "1", "--all-pairs", "--out", out];
    expect(await marionet(["analyze", shares!, ...flags])).toMatchObject({ code: 0 });
    const csv = readFileSync(join(out, "pairs.csv"), "utf8");
    const wanted = edges(gunzipSync(readFileSync(reference!)).toString(), ["account_a", "account_b", "shared_objects"]);
    expect(wanted.size).toBe(6206);
    expect(csv.trimEnd().split("\n")).toHaveLength(6207);
    expect(edges(csv, ["source", "target", "objects"])).toEqual(wanted);
    for (const column of ["p", "q"]) {
      const shares = [...edges(csv, ["source", "target", column]).values()];
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    }
  },
);
