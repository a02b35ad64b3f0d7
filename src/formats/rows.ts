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
  const { path } = source.inspection;
  if (error.message.includes("maximum_object_size")) {
    return new UserError(
      "json-too-large",
      `${path} holds a single JSON object of over 500 MB; split it, or write one object a line.`,
    );
  }
  const place = /Malformed JSON .* in (?:line|record\/value) (\d+)/.exec(error.message)?.[1];
  if (place === undefined) return error;
  // DuckDB's number is one too high: it tells the record that it would have read next.
  return new UserError(
    "json-broken",
    `${path} is not valid JSON (record ${Number(place) - 1}); check that it is whole.`,
  );
}
