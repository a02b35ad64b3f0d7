import { SILENT } from "../../src/corpus/progress.ts";
import { type Intake, type IntakeOptions, readInputs } from "../../src/formats/intake.ts";
import { openStore, type StoreOptions } from "../../src/store/database.ts";

export type Row = Readonly<Record<string, unknown>>;

export interface Tables {
  readonly intake: Intake;
  /** Without columns that are null in every row kept: what is not said is not there. */
  readonly posts: readonly Row[];
  readonly accounts: readonly Row[];
  readonly rejects: readonly Row[];
  readonly indicators: readonly Row[];
}

/** Reads files into a store in memory and returns its input tables, nulls left out. */
export async function readToTables(
  files: readonly string[],
  options: IntakeOptions = {},
  storeOptions: StoreOptions = {},
): Promise<Tables> {
  const store = await openStore(":memory:", storeOptions);
  try {
    const intake = await readInputs(store, files, options, SILENT);
    const table = async (sql: string) => (await store.rows<Record<string, unknown>>(sql)).map(withoutNulls);
    return {
      intake,
      posts: await table("select * from posts"),
      accounts: await table("select * from accounts"),
      rejects: await table("select file, row, code from rejects order by file, row"),
      indicators: await table("select * from indicators"),
    };
  } finally {
    store.close();
  }
}

function withoutNulls(row: Record<string, unknown>): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
