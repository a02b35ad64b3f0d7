import type { Shares } from "../../corpus/shares.ts";
import { HashIndex } from "../../math/hash.ts";
import { gatherUint32, identity, orderByKey } from "../../math/order.ts";
import { ranksOf } from "../order.ts";
import { pickPairs, type SharedPairs } from "./pairs.ts";
import { keepParticipants } from "./participants.ts";

/** `flag_speed_share`: the pairs again, ordered by the two posts, each with 1 where it is also a fast one. */
export interface FlaggedPairs {
  readonly pairs: SharedPairs;
  readonly fast: Uint8Array;
}

/**
 * Question: which of the pairs also hold in a shorter window? As CooRTweet 2.1.3 answers it (`flag_speed_share`, R/flag_speed_share.R).
 *
 * Pairs at most `windowS` apart pass the second filter again, this time against every row of the file; a pair is then flagged when its
 * two posts are among those left, whatever the object: a slow pair never becomes fast by that, since its delay is that of the posts.
 * Cost: O(pairs log posts). Does not show: anything about chance.
 */
export function flagSpeedShare(
  shares: Shares,
  found: SharedPairs,
  windowS: number,
  minParticipation: number,
): FlaggedPairs {
  const { content, contentIds } = shares;
  const within = identity(found.count).filter((i) => found.deltaS[i]! <= windowS);
  const candidates = pickPairs(found, within);
  const kept = keepParticipants(shares, identity(shares.count), candidates, minParticipation);
  const fastPosts = new HashIndex(kept.length);
  for (const i of kept) fastPosts.intern(content[candidates.older[i]!]!, content[candidates.newer[i]!]!);

  const older = gatherUint32(content, found.older);
  const newer = gatherUint32(content, found.newer);
  const seen = new Uint8Array(contentIds.length);
  for (let i = 0; i < found.count; i++) seen[older[i]!] = seen[newer[i]!] = 1;
  const ranks = ranksOf(
    contentIds,
    identity(contentIds.length).filter((post) => seen[post] === 1),
  );
  const byNewer = orderByKey(gatherUint32(ranks, newer), contentIds.length);
  const order = orderByKey(gatherUint32(ranks, older), contentIds.length, byNewer);
  const fast = new Uint8Array(found.count);
  for (let i = 0; i < found.count; i++) {
    if (fastPosts.find(older[order[i]!]!, newer[order[i]!]!) >= 0) fast[i] = 1;
  }
  return { pairs: pickPairs(found, order), fast };
}
