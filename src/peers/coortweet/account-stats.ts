import { NONE, type Shares } from "../../corpus/shares.ts";
import { HashIndex } from "../../math/hash.ts";
import { compareByCodePoint } from "../order.ts";
import { ExactSum } from "../sum.ts";
import type { Network } from "./network.ts";
import type { SharedPairs } from "./pairs.ts";
import { heavyLines, type WeightFilter } from "./weight-filter.ts";

export interface AccountStat {
  readonly accountId: string;
  readonly meanDeltaS: number;
  readonly meanSymmetry: number;
  /** The same over the fast window; NaN where there is none. */
  readonly fastMeanDeltaS: number;
  readonly fastMeanSymmetry: number;
  readonly posts: number;
}

/**
 * Question: how fast and how evenly does an account share with its neighbours, and how many posts of it did? As CooRTweet 2.1.3 answers
 * it (`account_stats`).
 *
 * Means over the account's lines of their mean delay and symmetry; lines with the same values of all of these count once, which shifts
 * the mean of every account that has two alike. Posts are counted over all pairs (or all fast pairs), whether or not the line is heavy.
 * Cost: O(lines + pairs). Does not show: whether the account leads or follows.
 *
 * @param pairs those that the network was made of, and which of them are fast
 */
export function accountStats(
  shares: Shares,
  pairs: SharedPairs,
  isFast: Uint8Array | null,
  network: Network,
  filter: WeightFilter,
): AccountStat[] {
  const { full, fast, lines, fastLines, vertices, from, to } = network;
  const alike = new Map<number, Set<string>>();
  const sums = new Map<number, readonly [ExactSum, ExactSum, ExactSum, ExactSum]>();
  const add = (account: number, values: readonly number[]): void => {
    const seen = alike.get(account) ?? new Set();
    const key = values.join(" ");
    if (seen.has(key)) return;
    alike.set(account, seen.add(key));
    const four = sums.get(account) ?? [new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()];
    for (const [i, value] of values.entries()) if (!Number.isNaN(value)) four[i]!.add(value);
    sums.set(account, four);
  };
  for (const line of heavyLines(network, filter)) {
    const [edge, quick] = [lines[line]!, fastLines[line]!];
    const values = [full.meanDeltaS[edge]!, full.symmetry[edge]!];
    if (fast === null || quick === NONE) values.push(Number.NaN, Number.NaN);
    else values.push(fast.meanDeltaS[quick]!, fast.symmetry[quick]!);
    add(vertices[from[line]!]!, values);
    add(vertices[to[line]!]!, values);
  }
  const posts = postsInPairs(shares, pairs, filter === "fast" ? isFast : null);
  const stats: AccountStat[] = [];
  for (const [account, [delta, symmetry, fastDelta, fastSymmetry]] of sums) {
    if (posts[account] === 0) continue;
    stats.push({
      accountId: shares.accountIds[account]!,
      ...{ meanDeltaS: delta.mean(), meanSymmetry: symmetry.mean() },
      ...{ fastMeanDeltaS: fastDelta.mean(), fastMeanSymmetry: fastSymmetry.mean(), posts: posts[account]! },
    });
  }
  return stats.sort((a, b) => compareByCodePoint(a.accountId, b.accountId));
}

/** Distinct posts of each account in the pairs, those with `only` set where it is given. */
function postsInPairs(shares: Shares, pairs: SharedPairs, only: Uint8Array | null): Uint32Array {
  const { account, content, accountIds } = shares;
  const posts = new Uint32Array(accountIds.length);
  const seen = new HashIndex(pairs.count);
  const see = (row: number): void => {
    const known = seen.size;
    if (seen.intern(account[row]!, content[row]!) === known) posts[account[row]!]!++;
  };
  for (let i = 0; i < pairs.count; i++) {
    if (only !== null && only[i] !== 1) continue;
    see(pairs.older[i]!);
    see(pairs.newer[i]!);
  }
  return posts;
}
