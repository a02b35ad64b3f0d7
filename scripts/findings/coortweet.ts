import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { dataset } from "../datasets.ts";
import { grouped } from "../progress.ts";
import { absent } from "./cells.ts";
import type { Runs } from "./runs.ts";

const WINDOW_MS = 60_000;

/** Does the kernel find exactly the pairs that a brute-force program found? */
export async function coortweetFindings(runs: Runs): Promise<string> {
  const shares = dataset("coortweet-russia", "russian_coord_tweets.csv.gz");
  const reference = dataset("coortweet-russia", "reference_edges_60s.csv.gz");
  if (shares === null || reference === null) return absent("coortweet-russia");
  const settings = { files: [shares], windowMs: WINDOW_MS, minObjects: 1, allPairs: true };
  const { pairsCsv, manifest, clusters } = await runs.analysed(settings);
  const wanted = edgesOf(gunzipSync(readFileSync(reference)).toString(), ["account_a", "account_b", "shared_objects"]);
  const { equal, different, missing, extra } = compareEdges(
    wanted,
    edgesOf(pairsCsv ?? "", ["source", "target", "objects"]),
  );
  const verdict = different + missing + extra === 0 ? "No difference." : "They differ.";
  return [
    `- Reference: ${grouped(wanted.size)} pairs. Equal in both accounts and number of shared objects: ${grouped(equal)}; another number: ${different}; missing: ${missing}; not in the reference: ${extra}. ${verdict}`,
    `- Of all these, ${manifest.counts.pairsSignificant} pairs are significant (one shared object is enough here, q <= 0.05), and ${clusters.length} clusters are reported.`,
  ].join("\n");
}

/** "a b", a < b, to the number of shared objects; `columns` name the two accounts and the number. Ids here hold no commas. */
function edgesOf(csv: string, columns: readonly [string, string, string]): Map<string, number> {
  const [header = "", ...lines] = csv.trimEnd().split(/\r?\n/);
  const at = columns.map((column) => header.split(",").indexOf(column));
  if (at.includes(-1)) throw new Error(`findings: no columns ${columns.join(", ")} in ${header}`);
  return new Map(
    lines.map((line) => {
      const cells = line.split(",");
      const [a, b, objects] = at.map((column) => cells[column]!);
      return [[a!, b!].sort().join(" "), Number(objects)];
    }),
  );
}

/** How two lists of pairs differ. */
export function compareEdges(wanted: ReadonlyMap<string, number>, had: ReadonlyMap<string, number>) {
  let equal = 0;
  let different = 0;
  let missing = 0;
  for (const [pair, objects] of wanted) {
    const found = had.get(pair);
    if (found === undefined) missing++;
    else if (found === objects) equal++;
    else different++;
  }
  return { equal, different, missing, extra: had.size - equal - different };
}
