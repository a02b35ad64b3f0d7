import { join } from "node:path";
import { type Detection, detection } from "../../src/evaluate/detection.ts";
import type { Outcome } from "../../src/evaluate/outcome.ts";
import { openStore } from "../../src/store/database.ts";
import { markdownTable } from "../bench/table.ts";
import { dataset } from "../datasets.ts";
import { absent, readingsText, share } from "./cells.ts";
import { type FoundCase, outcomesOf, type Runs } from "./runs.ts";

/** From the README of the data set: k equal texts, accounts flagged, precision, recall. */
const BASELINES = [
  [2, 273, 0.12, 0.38],
  [3, 97, 0.26, 0.29],
  [5, 16, 0.19, 0.03],
] as const;

/** A copy of the set in which the two origins are alike in one more way; SQL for the text and the kind of a post. */
interface Copy {
  readonly name: string;
  readonly text: string;
  readonly kind: string;
}

const MARKED_TEXT = String.raw`case when kind = 'repost' and not regexp_matches(text, '^RT @\w')
  then 'RT @unknown: ' || text else text end`;
const BARE_TEXT = String.raw`regexp_replace(text, '^RT @\w+:?\s*', '')`;
/** Tags of one evening alone (#VegasGOPDebate) tell the origins apart by the calendar; the words stay, the tags of both stay. */
const withCommonTags = (
  text: string,
): string => String.raw`array_to_string(list_transform(string_split(${text}, '#'), (piece, i) ->
  case when i = 1 then piece
       when list_contains(tags, lower(regexp_extract(piece, '^\w+'))) then '#' || piece
       else regexp_replace(piece, '^\w+', '') end), '')`;

const COPIES: readonly Copy[] = [
  { name: "repost marks added", text: MARKED_TEXT, kind: "kind" },
  { name: "marks added, common hashtags only", text: withCommonTags(MARKED_TEXT), kind: "kind" },
  { name: "repost marks removed", text: BARE_TEXT, kind: "''" },
  { name: "marks removed, common hashtags only", text: withCommonTags(BARE_TEXT), kind: "''" },
];

export function mixedFiles(): { readonly posts: string; readonly labels: string } | null {
  const posts = dataset("mixed-gopdebate", "posts.csv");
  const labels = dataset("mixed-gopdebate", "labels.csv");
  return posts === null || labels === null ? null : { posts, labels };
}

export interface MixedScores {
  readonly any: Detection;
  readonly unexplained: Detection;
  /** The same over accounts with two posts or more. */
  readonly anyActive: Detection;
  readonly unexplainedActive: Detection;
}

/** Flagged accounts against the label `ira`. */
export async function mixedScores(found: FoundCase, labels: string): Promise<MixedScores> {
  const outcomes = await outcomesOf(found, labels, "label");
  const active = outcomes.filter(({ posts }) => posts >= 2);
  const isAny = ({ clusterId }: Outcome) => clusterId !== null;
  const isUnexplained = ({ reading }: Outcome) => reading === "unexplained";
  const score = (of: readonly Outcome[], isFlagged: (outcome: Outcome) => boolean) =>
    detection(
      of.map(isFlagged),
      of.map(({ label }) => label === "ira"),
    );
  return {
    any: score(outcomes, isAny),
    unexplained: score(outcomes, isUnexplained),
    anyActive: score(active, isAny),
    unexplainedActive: score(active, isUnexplained),
  };
}

/** Can accounts of an operation be told from ordinary ones who talk about the same thing? */
export async function mixedFindings(runs: Runs): Promise<string> {
  const files = mixedFiles();
  if (files === null) return absent("mixed-gopdebate");
  const rows: string[][] = BASELINES.map(([k, flagged, precision, recall]) => [
    "as published",
    `plain: ${k} equal texts`,
    "5987",
    "87",
    String(flagged),
    share(precision),
    share(recall),
    share((2 * precision * recall) / (precision + recall)),
  ]);
  const clusters: string[] = [];
  for (const { name, posts } of await mixedCopies(runs, files)) {
    const found = await runs.analysed({ files: [posts] });
    clusters.push(`${name}: ${readingsText(found.clusters)}`);
    const scores = await mixedScores(found, files.labels);
    rows.push(
      [name, "in any cluster", ...detectionCells(scores.any)],
      [name, "in a cluster read unexplained", ...detectionCells(scores.unexplained)],
      [name, "in any cluster, of 2 posts or more", ...detectionCells(scores.anyActive)],
      [name, "unexplained, of 2 posts or more", ...detectionCells(scores.unexplainedActive)],
    );
  }
  return [
    markdownTable(["texts", "flagged when", "accounts", "covert", "flagged", "precision", "recall", "F1"], rows),
    `Clusters: ${clusters.join("; ")}.`,
  ].join("\n\n");
}

function detectionCells({ accounts, covert, flagged, precision, recall, f1 }: Detection): string[] {
  return [String(accounts), String(covert), String(flagged), share(precision), share(recall), share(f1)];
}

/** The set as published, then its copies, which are written into the folder of the runs. */
export async function mixedCopies(
  runs: Runs,
  { posts, labels }: { readonly posts: string; readonly labels: string },
): Promise<{ readonly name: string; readonly posts: string }[]> {
  const store = await openStore(":memory:");
  const quoted = (path: string) => `'${path.replaceAll("'", "''")}'`;
  const csv = (path: string) => `read_csv(${quoted(path)}, header = true, all_varchar = true)`;
  const copies = [{ name: "as published", posts }];
  try {
    await store.run(`create table posts as select * from ${csv(posts)}`);
    await store.run(String.raw`create table both_origins as select list(tag) as tags from (
      select tag from (select label, unnest(regexp_extract_all(lower(text), '#(\w+)', 1)) as tag
        from posts join ${csv(labels)} using (account_id))
      group by tag having count(distinct label) = 2)`);
    for (const [i, { name, text, kind }] of COPIES.entries()) {
      const out = join(runs.folder, `mixed-copy-${i + 1}.csv`);
      await store.run(`copy (select post_id, account_id, created_at, ${text} as text, ${kind} as kind
        from posts, both_origins order by post_id) to ${quoted(out)} (header, delimiter ',')`);
      copies.push({ name, posts: out });
    }
  } finally {
    store.close();
  }
  return copies;
}
