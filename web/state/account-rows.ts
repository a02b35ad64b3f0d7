import type { AccountTable } from "../../src/corpus/account-table.ts";
import { isReading } from "./filter.ts";
import type { View, Who } from "./view.ts";

/**
 * Which rows of the table of accounts are shown, in which order: positions in its columns. O(n) for the filter, O(n log n) for a sort;
 * ties keep the order of the case. Nothing here weighs an account: every column is a count, a time or a name.
 */
export function accountRows(
  table: AccountTable,
  { sort, find, who, cluster }: Pick<View, "sort" | "find" | "who" | "cluster">,
): Uint32Array {
  const within = table.clusters.findIndex((entry) => entry.clusterId === cluster);
  const wanted = table.clusters.map((entry) => isWanted(entry.reading, who));
  const words = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const texts = words.length === 0 ? [] : textsOf(table);
  const rows = new Uint32Array(table.account.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const own = table.cluster[i]!;
    if (cluster !== null && (own !== within || own < 0)) continue;
    if (who !== "all" && (own < 0 ? who !== "none" : wanted[own] !== true)) continue;
    if (words.length > 0 && !words.every((word) => texts[i]!.includes(word))) continue;
    rows[count++] = i;
  }
  return ordered(table, rows.subarray(0, count), sort);
}

/** Columns that can be sorted by. */
export const ACCOUNT_SORTS = [
  "account",
  "platform",
  "cluster",
  "reading",
  "role",
  "posts",
  "pairs",
  "first",
  "last",
] as const;

export function accountName(table: AccountTable, row: number): string {
  return table.handle[row] ?? table.id[row] ?? "";
}

function isWanted(reading: string, who: Who): boolean {
  if (who === "none") return false;
  return who === "all" || who === "members" || isReading(reading, who);
}

const kept = new WeakMap<AccountTable, string[]>();

/** All that typing may find of each account, in lower case; made when somebody types. */
function textsOf(table: AccountTable): string[] {
  const known = kept.get(table);
  if (known !== undefined) return known;
  const clusters = table.clusters.map((entry) => `${entry.clusterId} ${entry.name} ${entry.reading}`);
  const texts = table.account.map((_, i) =>
    [
      table.handle[i] ?? "",
      table.id[i],
      clusters[table.cluster[i]!] ?? "",
      table.platforms[table.platform[i]!] ?? "",
      table.roles[table.role[i]!] ?? "",
    ]
      .join(" ")
      .toLowerCase(),
  );
  kept.set(table, texts);
  return texts;
}

function ordered(table: AccountTable, rows: Uint32Array, sort: string): Uint32Array {
  const name = ACCOUNT_SORTS.find((entry) => entry === sort.replace(/^-/, ""));
  if (name === undefined) return rows;
  const sign = sort.startsWith("-") ? -1 : 1;
  const keys = keysOf(table, name);
  return rows.sort((x, y) => {
    const a = keys[x]!;
    const b = keys[y]!;
    return a < b ? -sign : a > b ? sign : x - y;
  });
}

/** What is missing sorts as the smallest number, or behind every word. */
function keysOf(table: AccountTable, name: (typeof ACCOUNT_SORTS)[number]): ArrayLike<number | string> {
  const named = (words: readonly string[], column: readonly number[]) => column.map((at) => words[at] ?? "\uffff");
  if (name === "account") return table.account.map((_, i) => accountName(table, i).toLowerCase());
  if (name === "platform") return named(table.platforms, table.platform);
  if (name === "role") return named(table.roles, table.role);
  if (name === "reading")
    return named(
      table.clusters.map((entry) => entry.reading),
      table.cluster,
    );
  if (name === "cluster") return table.cluster.map((at) => (at < 0 ? table.clusters.length : at));
  return Float64Array.from(table[name], (value) => value ?? Number.NEGATIVE_INFINITY);
}
