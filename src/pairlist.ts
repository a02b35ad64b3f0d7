import { coAct } from "./coaction/kernel.ts";
import { openStore } from "./store/database.ts";
import { writePairList } from "./store/pair-list.ts";
import { readShareEvents } from "./store/share-events.ts";

export interface PairListOptions {
  readonly windowMs: number;
  /** Least number of distinct objects; 1 lists every pair that met. */
  readonly minObjects?: number;
}

/**
 * The short way for share events (CooRTweet's columns): from CSV to the list of pairs, without significance, groups or a case.
 *
 * @returns pairs written
 * @throws UserError when the file cannot be read as shares
 */
export async function coSharePairs(csvPath: string, outPath: string, options: PairListOptions): Promise<number> {
  const store = await openStore(":memory:");
  try {
    const { accountIds, objectCount, ...columns } = await readShareEvents(store, csvPath);
    const { pairs } = coAct(
      {
        trace: "co-share",
        count: columns.account.length,
        accountCount: accountIds.length,
        objectCount,
        ...columns,
        post: new Uint32Array(columns.account.length),
      },
      // Every pair is listed, also those that met on nothing but a viral object: that is what such a list is for.
      {
        windowMs: options.windowMs,
        minObjects: options.minObjects ?? 1,
        commonLimit: Number.POSITIVE_INFINITY,
        sorted: false,
      },
    );
    writePairList(outPath, pairs, accountIds);
    return pairs.count;
  } finally {
    store.close();
  }
}
