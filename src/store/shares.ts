import type { DuckDBVector } from "@duckdb/node-api";
import { NONE, type Shares } from "../corpus/shares.ts";
import { GrowableFloat64, GrowableUint32 } from "../math/growable.ts";
import type { Store } from "./database.ts";
import { halves, Interned } from "./interned.ts";

/**
 * Shares as typed columns, in the order in which `select` gives them: its columns are account, object, content (texts; an object may be
 * null) and time in seconds (null: none). A row without a post id counts for its account and meets nothing.
 */
export async function readShares(store: Store, select: string): Promise<Shares> {
  const [accounts, objects, contents] = [new Interned(), new Interned(), new Interned()];
  const [account, object, content] = [new GrowableUint32(), new GrowableUint32(), new GrowableUint32()];
  const timeS = new GrowableFloat64();
  const sql = `select account, hash(account), object, hash(object), coalesce(content, '') as content, hash(coalesce(content, '')),
    coalesce(case when content is not null then "time" end, 'nan'::double), object is null from (${select})`;
  for await (const chunk of store.chunksAtOnce(sql)) {
    const vector = (column: number) => chunk.getColumnVector(column);
    const [accountIds, objectIds, contentIds] = [vector(0), vector(2), vector(4)];
    const [accountHash, objectHash, contentHash] = [halves(vector(1)), halves(vector(3)), halves(vector(5))];
    const times = (vector(6) as DuckDBVector & { items: Float64Array }).items;
    const isMissing = vector(7);
    for (let row = 0; row < chunk.rowCount; row++) {
      account.push(accounts.number(accountHash, accountIds, row));
      object.push(isMissing.getItem(row) === true ? NONE : objects.number(objectHash, objectIds, row));
      content.push(contents.number(contentHash, contentIds, row));
      timeS.push(times[row]!);
    }
  }
  return {
    count: account.length,
    ...{ account: account.take(), object: object.take(), content: content.take(), timeS: timeS.take() },
    ...{ accountIds: accounts.texts, objectIds: objects.texts, contentIds: contents.texts },
    contentOfObject: objects.numbersIn(contents, NONE),
  };
}
