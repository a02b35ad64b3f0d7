import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Profile } from "../../src/clusters/profile.ts";
import { SILENT } from "../../src/corpus/progress.ts";
import { type AnalysisOptions, analyze } from "../../src/pipeline.ts";
import { openStore, type Store } from "../../src/store/database.ts";

/** A case made in this process, and what is asked of it most. */
export interface MadeCase {
  readonly path: string;
  text(name: string): string;
  readonly profiles: readonly Profile[];
  /** Rows of a CSV file of the case, every cell as text. */
  csv(name: string): Promise<Record<string, string>[]>;
  rows<T extends object>(sql: string): Promise<T[]>;
}

export async function makeCase(folder: string, options: Partial<AnalysisOptions>): Promise<MadeCase> {
  const path = join(folder, "case");
  // Reruns only where a test asks for them: they cost more than all the rest.
  const defaults = { files: [], minObjects: 2, q: 0.05, allPairs: false, seed: 1, reruns: 0, pseudonymise: false };
  await analyze({ ...defaults, out: path, version: "0.1.0", ...options }, SILENT, () => 0);
  const text = (name: string) => readFileSync(join(path, name), "utf8");
  const asking = async <T>(where: string, ask: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore(where, where === ":memory:" ? {} : { readOnly: true });
    try {
      return await ask(store);
    } finally {
      store.close();
    }
  };
  return {
    path,
    text,
    profiles: JSON.parse(text("clusters.json")) as Profile[],
    csv: (name) => readCsv(join(path, name)),
    rows: (sql) => asking(join(path, "case.duckdb"), (store) => store.rows(sql)),
  };
}

export async function readCsv(path: string): Promise<Record<string, string>[]> {
  const store = await openStore(":memory:");
  try {
    return await store.rows(
      `select * from read_csv('${path.replaceAll("'", "''")}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', max_line_size = 100000000)`,
    );
  } finally {
    store.close();
  }
}

/** A table of posts in Marionet's plain layout; cells by column, the rest empty. */
export function writePosts(path: string, posts: readonly Readonly<Record<string, string>>[]): string {
  const columns = [
    "post_id",
    "account_id",
    "account_handle",
    "account_name",
    "platform",
    "created_at",
    "kind",
    "text",
    "language",
    "target_post_id",
    "target_account_id",
    "urls",
    "hashtags",
    "mentions",
  ];
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [columns, ...posts.map((post) => columns.map((column) => post[column] ?? ""))];
  writeFileSync(path, `${lines.map((line) => line.map(cell).join(",")).join("\n")}\n`);
  return path;
}
