import type { SharedBounds, SharedRows } from "../corpus/shared-rows.ts";
import { formatCount } from "../text/figures.ts";
import type { ClusterFile, OverviewFile } from "./explorer.ts";
import { type Packed, packRows, unpackRows } from "./packed.ts";

/** All that a one-file copy of a case carries. */
export interface SharedCase {
  readonly about: SharedAbout;
  readonly overview: OverviewFile;
  readonly clusters: readonly ClusterFile[];
  readonly rows: SharedRows;
}

/** What the copy is, said on its first screen. */
export interface SharedAbout {
  readonly madeMs: number;
  /** Of the program that made the copy. */
  readonly version: string;
  /** sha256 of the data inside, so that two copies can be told apart or known for the same. */
  readonly dataHash: string;
  readonly isPseudonymised: boolean;
  readonly hasTexts: boolean;
  readonly bounds: SharedBounds;
}

/** What the first screen needs, and comes in a block of its own, so that it shows before the rest is unpacked. */
export interface SharedFront {
  readonly about: SharedAbout;
  readonly overview: OverviewFile;
  /** What the copy holds and what it leaves out, in sentences. */
  readonly scope: readonly string[];
}

interface PackedRows {
  readonly totals: SharedRows["totals"];
  readonly tables: Readonly<Record<Table, Packed>>;
}

const TABLES = ["accounts", "posts", "objects", "actions", "pairs", "domains", "postDomains"] as const;
type Table = (typeof TABLES)[number];

/** The parts of a copy as texts of JSON, each in a block of its own: a page that needs one does not wait for the next. */
export interface SharedParts {
  readonly front: string;
  readonly clusters: string;
  readonly rows: string;
}

export function writeShared(shared: SharedCase): SharedParts {
  const { about, overview, clusters, rows } = shared;
  const tables = Object.fromEntries(TABLES.map((table) => [table, packRows(rows[table])])) as Record<Table, Packed>;
  return {
    front: JSON.stringify({ about, overview, scope: sharedScope(shared) } satisfies SharedFront),
    clusters: JSON.stringify(clusters),
    rows: JSON.stringify({ totals: rows.totals, tables } satisfies PackedRows),
  };
}

export function readFront(front: string): SharedFront {
  return JSON.parse(front) as SharedFront;
}

export function readClusters(clusters: string): readonly ClusterFile[] {
  return JSON.parse(clusters) as ClusterFile[];
}

export function readRows(rows: string): SharedRows {
  const { totals, tables } = JSON.parse(rows) as PackedRows;
  const unpacked = Object.fromEntries(TABLES.map((table) => [table, unpackRows(tables[table])]));
  return { ...unpacked, totals } as unknown as SharedRows;
}

/** The scope of `SharedFront`, and of what the terminal says. */
export function sharedScope({ about, rows }: Pick<SharedCase, "about" | "rows">): string[] {
  const { totals } = rows;
  const { touchesPerObject, objectsPerPair } = about.bounds;
  const part = (held: number, all: number, what: string) => `${formatCount(held)} of ${formatCount(all)} ${what}`;
  const scope = [
    `It holds what accounts in clusters did together: ${part(rows.posts.length, totals.posts, "posts")} of ${part(rows.accounts.length, totals.accounts, "accounts")}.`,
  ];
  scope.push(
    objectsPerPair === null
      ? "Of every pair within clusters all posts are here."
      : `Of each pair the ${objectsPerPair} rarest objects and their posts are here, so that the file does not grow too large; the rest is counted.`,
  );
  const cut = rows.objects.filter(({ touches }) => touches > touchesPerObject).length;
  scope.push(
    touchesPerObject === 0
      ? "What accounts outside clusters did with the same objects is left out, and counted."
      : cut === 0
        ? "Of every object shown all posts by others are here, too."
        : `Of ${formatCount(cut)} objects that many touched the first ${formatCount(touchesPerObject)} posts and all by accounts in clusters are here.`,
  );
  scope.push("Posts that had no part in any of this are left out; search looks through what is here.");
  if (!about.hasTexts)
    scope.push("Texts, tags, descriptions and the paths of links are left out: times, kinds and hosts remain.");
  if (about.isPseudonymised) {
    scope.push(
      "Names are keyed pseudonyms, also in texts and links; a person named in a text by another name than the account's is not hidden.",
    );
  }
  return scope;
}
