import { activeTogether, withoutQuiet } from "./coaction/active.ts";
import { COMMON_LIMIT, countPairs } from "./coaction/kernel.ts";
import { layOut } from "./coaction/timeline.ts";
import { openStore } from "./store/database.ts";
import { PairListFile } from "./store/pair-list.ts";
import { readShareEvents, type ShareEvents } from "./store/share-events.ts";

export interface PairListOptions {
  readonly windowMs: number;
  /** Least number of distinct objects; 1 lists every pair that met. */
  readonly minObjects?: number;
  /**
   * Least number of shares of an account, before pairing and again among shares that met one: a pair needs one such account. CooRTweet's
   * `min_participation`. 1: no such rule.
   */
  readonly minShares?: number;
  /** Meetings on one object beyond which it proposes no pairs by itself. */
  readonly commonLimit?: number;
}

export interface PairList {
  /** Pairs written. */
  readonly pairs: number;
  readonly shares: number;
  /** Rows without an account, an object or a readable time. */
  readonly skipped: number;
  /** Objects so common that they proposed no pair by themselves. */
  readonly commonObjects: number;
  /** Milliseconds of each stage. */
  readonly stages: Readonly<Record<"reading" | "counting pairs" | "writing", number>>;
}

/**
 * The short way for share events (CooRTweet's columns): from CSV to the list of pairs, without significance, groups or a case. Pairs are
 * written as they are counted; no table of them exists in memory. A post is a row here: one that shares two objects counts for two.
 *
 * @param clock milliseconds from any origin; nothing but `stages` depends on it
 * @throws UserError when the file cannot be read as shares
 */
export async function coSharePairs(
  csvPath: string,
  outPath: string,
  options: PairListOptions,
  clock: () => number,
): Promise<PairList> {
  const { windowMs, minShares = 1 } = options;
  const beganMs = clock();
  const { timeline, accountIds, skipped, readMs } = await timelineOf(csvPath, minShares, clock);
  let writingMs = 0;
  const isKept = minShares > 1 ? activeTogether(timeline, windowMs, minShares) : undefined;
  const list = new PairListFile(outPath, accountIds);
  try {
    const { commonObjects } = countPairs(
      timeline,
      {
        windowMs,
        minObjects: options.minObjects ?? 1,
        commonLimit: options.commonLimit ?? 20 * COMMON_LIMIT,
        posts: true,
      },
      (rows) => {
        const fromMs = clock();
        list.write(rows, isKept);
        writingMs += clock() - fromMs;
      },
    );
    list.finish();
    const stages = { reading: readMs - beganMs, "counting pairs": clock() - readMs - writingMs, writing: writingMs };
    return { pairs: list.rows, shares: timeline.account.length, skipped, commonObjects, stages };
  } catch (error) {
    list.discard();
    throw error;
  }
}

/** By itself, so that the columns as they were read are given back before pairs are counted: at a hundred million rows they are gigabytes. */
async function timelineOf(csvPath: string, minShares: number, clock: () => number) {
  const { accountIds, objectCount, skipped, ...read } = await readShares(csvPath);
  const readMs = clock();
  const shares = minShares > 1 ? withoutQuiet(read, accountIds.length, minShares) : read;
  const count = shares.account.length;
  const accountCount = accountIds.length;
  const timeline = layOut({ trace: "co-share", count, accountCount, objectCount, ...shares, post: new Uint32Array(0) });
  return { timeline, accountIds, skipped, readMs };
}

/** The store is closed, and what it holds given back, before pairs are counted. */
export async function readShares(csvPath: string): Promise<ShareEvents> {
  const store = await openStore(":memory:");
  try {
    return await readShareEvents(store, csvPath);
  } finally {
    store.close();
  }
}
