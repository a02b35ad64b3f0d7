import { gatherUint32 } from "../math/order.ts";
import type { Random } from "../math/random.ts";
import type { Strata } from "./strata.ts";

/**
 * Question: what would the same posts look like if nobody had acted with anybody?
 *
 * Who wrote which post is dealt anew among the posts of one stratum: same kind of post, language, platform and block of four hours of
 * the day (UTC), see `strata.ts`. Each account keeps how much it does of each kind, in which language, where and at which hours; each object keeps its
 * posts, its times, its crowd and its tempo. Only who acted with whom is destroyed. All traces read the same dealing, so a post still
 * leaves all its marks by one hand.
 *
 * Why not shuffle times, or accounts, within each object: a crew that is most of its objects' audience meets itself there however the
 * cards fall. Such a shuffle leaves the crew standing and would call its clusters chance (measured in `test/clusters/shuffle.test.ts`;
 * for the pairwise form of the trap see `nulls/time.ts`).
 *
 * Source: restricted permutation, Good 2005, "Permutation, Parametric and Bootstrap Tests of Hypotheses", ch. 3 (exchange only what the
 * null calls exchangeable). Cost: O(posts).
 *
 * Does not show: chance given shared taste or a shared day. Accounts that care for one subject, or were awake in one week only, are mixed
 * with all others of their language and hours.
 */
/** Account of each post, or other element, after one dealing (Fisher-Yates within each stratum). */
export function deal(account: Uint32Array, { order, starts, count }: Strata, random: Random): Uint32Array {
  const hands = gatherUint32(account, order);
  for (let stratum = 0; stratum < count; stratum++) {
    const first = starts[stratum]!;
    for (let i = starts[stratum + 1]! - 1; i > first; i--) {
      const j = first + Math.floor(random() * (i - first + 1));
      const hand = hands[i]!;
      hands[i] = hands[j]!;
      hands[j] = hand;
    }
  }
  const dealt = new Uint32Array(account.length);
  for (let i = 0; i < order.length; i++) dealt[order[i]!] = hands[i]!;
  return dealt;
}
