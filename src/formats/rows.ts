import { UserError } from "../corpus/issue.ts";
import type { Store } from "../store/database.ts";
import { planReading, type Source } from "../store/reader.ts";

export interface RowsTaken {
  readonly added: number;
  /** Row of the first record, where rows are not numbered in the reading. */
  readonly firstRow: number;
  /** Row of a quote that is never closed, or null. */
  readonly openQuoteRow: number | null;
}

/**
 * Reads a file's wanted columns through `take`, which gets a SELECT of `row`, `code`, `c<n>` and returns how many rows it took: straight
 * from the file when that gives as many rows as the file has lines, else (DuckDB refused, or would shift rows) from a mended copy.
 */
export async function readRows(
  store: Store,
  source: Source,
  wanted: readonly number[],
  take: (reading: string) => Promise<number>,
): Promise<RowsTaken> {
  for (const mend of [false, true]) {
    const reading = await planReading(store, source, wanted, mend);
    try {
      await store.run("begin");
      const added = await take(reading.sql);
      if (reading.rowsExpected === null || reading.rowsExpected === added) {
        await store.run("commit");
        return { added, firstRow: reading.firstRow, openQuoteRow: reading.copy?.openQuoteRow ?? null };
      }
      await store.run("rollback");
    } catch (error) {
      await store.run("rollback");
      if (source.json !== null) throw brokenJson(source, error as Error);
      // A second failure is no fault of the file any more.
      if (reading.copy !== null || source.inspection.container === "parquet") throw error;
    } finally {
      await reading.copy?.remove();
    }
  }
  throw new Error(`formats/rows: the mended copy of ${source.inspection.path} lost rows`);
}

function brokenJson(source: Source, error: Error): Error {
  if (!/JSON/i.test(error.message)) return error;
  const where = /at byte \d+ in [a-z/]+ \d+/.exec(error.message)?.[0];
  const place = where === undefined ? "" : ` (${where})`;
  return new UserError("json-broken", `${source.inspection.path} is not valid JSON${place}; check that it is whole.`);
}
