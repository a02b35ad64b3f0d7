import { statSync } from "node:fs";
import type { DuckDBVector } from "@duckdb/node-api";
import { UserError } from "../corpus/issue.ts";
import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import { HashIndex } from "../math/hash.ts";
import type { Store } from "./database.ts";
import { halves } from "./interned.ts";

/** Shares as typed columns, with the ids of the accounts by number. */
export interface ShareEvents {
  readonly account: Uint32Array;
  readonly object: Uint32Array;
  readonly timeMs: Float64Array;
  readonly accountIds: readonly string[];
  readonly objectCount: number;
  /** Rows without an account, an object or a readable time. */
  readonly skipped: number;
}

/**
 * Reads CooRTweet's columns (object_id, account_id, timestamp_share) without keeping a row: DuckDB parses and hashes, the hashes are
 * numbered here, and an id becomes a string once, when its account is first seen. Ids are told apart by 64 bits of hash.
 *
 * @throws UserError when the file or a column is missing
 */
export async function readShareEvents(store: Store, path: string): Promise<ShareEvents> {
  const accounts = new HashIndex(1 << 16);
  const objects = new HashIndex(1 << 16);
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const room = Math.max(1 << 16, Math.ceil(bytes / ROW_BYTES));
  const account = new GrowableUint32(room);
  const object = new GrowableUint32(room);
  const timeMs = new GrowableFloat64(room);
  const accountIds: string[] = [];
  let skipped = 0;
  const milliseconds = "try_cast(timestamp_share as double) * 1000";
  // A row without account, object or time has no time here: one number to look at instead of three cells.
  const sql = `select hash(account_id), hash(object_id),
      case when account_id is null or object_id is null then 'nan'::double else coalesce(${milliseconds}, 'nan'::double) end, account_id
    from read_csv('${path.replaceAll("'", "''")}', header = true, all_varchar = true)`;
  try {
    for await (const chunk of bytes > AT_ONCE_BYTES ? store.chunks(sql) : store.chunksAtOnce(sql)) {
      const rows = chunk.rowCount;
      const accountHash = halves(chunk.getColumnVector(0));
      const objectHash = halves(chunk.getColumnVector(1));
      const times = (chunk.getColumnVector(2) as DuckDBVector & { items: Float64Array }).items;
      const ids = chunk.getColumnVector(3);
      for (let i = 0; i < rows; i++) {
        const time = times[i]!;
        if (Number.isNaN(time)) {
          skipped++;
          continue;
        }
        const known = accounts.size;
        const number = accounts.intern(accountHash[2 * i]!, accountHash[2 * i + 1]!);
        if (number === known) accountIds.push(ids.getItem(i) as string);
        account.push(number);
        object.push(objects.intern(objectHash[2 * i]!, objectHash[2 * i + 1]!));
        timeMs.push(time);
      }
    }
  } catch (error) {
    throw new UserError(
      "shares-unreadable",
      `${path} cannot be read as shares (${firstLine(error)}); it needs the columns account_id, object_id and timestamp_share.`,
    );
  }
  return {
    account: account.take(),
    object: object.take(),
    timeMs: timeMs.take(),
    accountIds,
    objectCount: objects.size,
    skipped,
  };
}

/**
 * A row of a share takes so many bytes, or more. Room for all rows is made at once: each growth of a column would leave one half as long to
 * the collector, at a hundred million rows as much again as they take. Room that is never written to takes no memory.
 */
const ROW_BYTES = 28;
/** Up to so large a file its rows are made all at once, on all threads; DuckDB's own columns of a larger one would take gigabytes. */
const AT_ONCE_BYTES = 1e9;

function firstLine(error: unknown): string {
  return (error as Error).message.split("\n")[0] ?? "";
}
