import type { Shares } from "../../corpus/shares.ts";
import type { SharedPairs } from "./pairs.ts";

/**
 * The second filter of CooRTweet (`filter_min_participation`): places of the pairs of which one side at least is a post of an account
 * that has `minParticipation` of `rows` among the posts of all pairs. One side is enough, so the other may have met nobody else; and
 * the rows of a post are counted whatever they share. Not repeated until nothing changes.
 */
export function keepParticipants(
  shares: Shares,
  rows: Uint32Array,
  pairs: SharedPairs,
  minParticipation: number,
): Uint32Array {
  const { account, content, contentIds, accountIds } = shares;
  const inPairs = new Uint8Array(contentIds.length);
  for (let i = 0; i < pairs.count; i++) {
    inPairs[content[pairs.older[i]!]!] = 1;
    inPairs[content[pairs.newer[i]!]!] = 1;
  }
  const rowsOf = new Uint32Array(accountIds.length);
  for (const row of rows) if (inPairs[content[row]!] === 1) rowsOf[account[row]!]!++;
  const kept = new Uint8Array(contentIds.length);
  for (const row of rows) {
    if (inPairs[content[row]!] === 1 && rowsOf[account[row]!]! >= minParticipation) kept[content[row]!] = 1;
  }
  const places = new Uint32Array(pairs.count);
  let count = 0;
  for (let i = 0; i < pairs.count; i++) {
    if (kept[content[pairs.older[i]!]!] === 1 || kept[content[pairs.newer[i]!]!] === 1) places[count++] = i;
  }
  return places.subarray(0, count);
}
