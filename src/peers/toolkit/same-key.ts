import type { MessageMarks } from "../../corpus/message-marks.ts";
import { orderByKey, orderByNumber, startsOf } from "../../math/order.ts";
import { weighPairs } from "./pair-weights.ts";
import type { PairOptions, UserPairs } from "./user-pairs.ts";

/**
 * Question: how many messages of one user had, within the window, a message of another with the same key? As the Coordination Network
 * Toolkit (commit daa0e11) answers it for co_retweet, co_reply, co_tweet, co_link and co_post.
 *
 * weight(A, B) = distinct messages m of A for which some message n of B, other than m, has the same key and t(m) - w <= t(n) <= t(m) + w.
 * So it is directed, counts a message once however many keys it shares, and counts a user's own other messages as a loop.
 *
 * Source: coordination_network_toolkit/compute_networks.py; Graham and the QUT Digital Observatory, doi 10.25912/RDF_1632782596538.
 * Cost: O(marks log marks + meetings) time, 20 bytes a mark; meetings are not kept. Like the toolkit it meets everybody within the window of a
 * viral key with everybody, which is what the weight asks for.
 * Does not show: whether so many messages met by chance; a network without a test has edges between any two who post enough.
 */
export function sameKeyPairs(marks: MessageMarks, options: PairOptions): UserPairs {
  const order = orderByKey(marks.key, marks.keyCount, orderByNumber(marks.timeS));
  const { first, end } = reach(marks, order, options.windowS);
  const placeOf = new Uint32Array(marks.count);
  for (let place = 0; place < order.length; place++) placeOf[order[place]!] = place;
  return weighPairs(marks, options, (mark, meet) => {
    const place = placeOf[mark]!;
    const message = marks.message[mark]!;
    for (let at = first[place]!; at < end[place]!; at++) {
      const other = order[at]!;
      if (marks.message[other] !== message) meet(marks.user[other]!);
    }
  });
}

/** By place in the order: where the marks of the same key within the window begin and end. Both only move forward. */
function reach(marks: MessageMarks, order: Uint32Array, windowS: number): { first: Uint32Array; end: Uint32Array } {
  const first = new Uint32Array(order.length);
  const end = new Uint32Array(order.length);
  const starts = startsOf(marks.key, marks.keyCount);
  for (let key = 0; key < marks.keyCount; key++) {
    let [low, high] = [starts[key]!, starts[key]!];
    for (let place = starts[key]!; place < starts[key + 1]!; place++) {
      const time = marks.timeS[order[place]!]!;
      while (marks.timeS[order[low]!]! < time - windowS) low++;
      while (high < starts[key + 1]! && marks.timeS[order[high]!]! <= time + windowS) high++;
      first[place] = low;
      end[place] = high;
    }
  }
  return { first, end };
}
