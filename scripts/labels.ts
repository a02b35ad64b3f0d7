import { UserError } from "../src/corpus/issue.ts";
import type { CaseAccount, CaseSite } from "../src/evaluate/join.ts";
import type { Store } from "../src/store/database.ts";

/** Columns that hold the truth in the label files we know, most telling first. */
export const LABEL_COLUMNS = ["operation", "label", "account_category"];

/**
 * The accounts of a case, as far as an evaluation needs them.
 *
 * @param file the case's accounts.csv
 */
export async function readAccounts(store: Store, file: string): Promise<CaseAccount[]> {
  await requireColumns(store, file, ["account_id", "cluster_id", "reading", "score", "posts"]);
  return store.rows<CaseAccount>(
    `select account_id as "accountId", nullif(cluster_id, '') as "clusterId", nullif(reading, '') as "reading",
       coalesce(try_cast(score as double), 0) as "score", coalesce(try_cast(posts as bigint), 0) as "posts"
     from ${csv(file)} where account_id is not null`,
  );
}

/** The sites of a case with their groups. @param file the case's sites.csv */
export async function readSites(store: Store, file: string): Promise<CaseSite[]> {
  await requireColumns(store, file, ["domain", "group"]);
  return store.rows<CaseSite>(
    `select domain, nullif("group", '') as "group" from ${csv(file)} where domain is not null`,
  );
}

/**
 * The truth by id of account (or domain of site), from `wanted` or else the first known column that tells accounts apart.
 *
 * @param key column of the id
 * @throws UserError when the file has no such column
 */
export async function readLabels(
  store: Store,
  file: string,
  wanted?: string,
  key: "account_id" | "domain" = "account_id",
): Promise<{ column: string; labels: Map<string, string> }> {
  const columns = await requireColumns(store, file, [key, ...(wanted === undefined ? [] : [wanted])]);
  const column = wanted ?? (await tellingColumn(store, file, columns));
  if (column === undefined) {
    throw new UserError(
      "column-missing",
      `${file} has none of the columns ${LABEL_COLUMNS.join(", ")}; name the one to use with --column.`,
    );
  }
  const rows = await store.rows<{ id: string; label: string }>(
    `select ${key} as id, coalesce("${column.replaceAll('"', '""')}", '') as label from ${csv(file)} where ${key} is not null`,
  );
  return { column, labels: new Map(rows.map(({ id, label }) => [id, label])) };
}

/** The first known column that tells accounts apart, or the first known one at all. */
async function tellingColumn(store: Store, file: string, columns: readonly string[]): Promise<string | undefined> {
  const known = LABEL_COLUMNS.filter((name) => columns.includes(name));
  for (const name of known) {
    const [row] = await store.rows<{ labels: number }>(`select count(distinct "${name}") as labels from ${csv(file)}`);
    if (row!.labels > 1) return name;
  }
  return known[0];
}

async function requireColumns(store: Store, file: string, needed: readonly string[]): Promise<string[]> {
  const described = await store.rows<{ column_name: string }>(`describe select * from ${csv(file)}`);
  const columns = described.map(({ column_name }) => column_name);
  const missing = needed.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    throw new UserError("column-missing", `${file} has no column ${missing.join(", ")}; it has ${columns.join(", ")}.`);
  }
  return columns;
}

const csv = (file: string): string => `read_csv('${file.replaceAll("'", "''")}', header = true, all_varchar = true)`;
