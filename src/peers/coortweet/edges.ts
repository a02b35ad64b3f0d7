import type { Shares } from "../../corpus/shares.ts";
import { GrowableFloat64, GrowableUint32 } from "../../math/growable.ts";
import { HashIndex } from "../../math/hash.ts";
import { orderByKey, startsOf } from "../../math/order.ts";
import { ExactSum } from "../sum.ts";
import type { SharedPairs } from "./pairs.ts";

/** Pairs of accounts with what CooRTweet counts of each, in order of their first pair of shares. */
export interface Edges {
  readonly count: number;
  /** The two accounts; `low` is the one whose id sorts first. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** Pairs of shares, once for each object: n times m where one shared n times and the other m times. */
  readonly weight: Float64Array;
  readonly meanDeltaS: Float64Array;
  /** Distinct posts that were the older one, and the newer one: not those of one account and of the other. */
  readonly olderPosts: Float64Array;
  readonly newerPosts: Float64Array;
  /** The smaller of the two over the larger. */
  readonly symmetry: Float64Array;
  /** Distinct objects in order of occurrence: `objects[objectStarts[e]..objectStarts[e + 1])`. */
  readonly objectStarts: Uint32Array;
  readonly objects: Uint32Array;
}

/**
 * Question: how often, how fast and with how many posts did two accounts share the same objects? As CooRTweet 2.1.3 answers it (the
 * aggregation of `generate_coordinated_network`).
 *
 * Accounts are put in order by name, posts stay ordered by time: so the two counts of posts, and the symmetry made of them, mix both
 * accounts. Cost: O(pairs of shares). Does not show: who of the two came first, how many distinct objects, and what chance would do.
 *
 * @param ranks of the accounts by name
 */
export function aggregateEdges(shares: Shares, pairs: SharedPairs, ranks: Uint32Array): Edges {
  const { account, content, contentIds, objectIds } = shares;
  const index = new HashIndex();
  const [low, high] = [new GrowableUint32(), new GrowableUint32()];
  const edgeOf = new Uint32Array(pairs.count);
  for (let i = 0; i < pairs.count; i++) {
    const older = account[pairs.older[i]!]!;
    const newer = account[pairs.newer[i]!]!;
    const inOrder = ranks[older]! <= ranks[newer]!;
    const known = index.size;
    const edge = index.intern(inOrder ? older : newer, inOrder ? newer : older);
    if (edge === known) {
      low.push(inOrder ? older : newer);
      high.push(inOrder ? newer : older);
    }
    edgeOf[i] = edge;
  }
  const count = index.size;
  const order = orderByKey(edgeOf, count);
  const starts = startsOf(edgeOf, count);
  // Marked with the number of the edge + 1, so that nothing has to be wiped between two edges.
  const olderMark = new Uint32Array(contentIds.length);
  const newerMark = new Uint32Array(contentIds.length);
  const objectMark = new Uint32Array(objectIds.length + 1);
  const weight = new Float64Array(count);
  const olderPosts = new Float64Array(count);
  const newerPosts = new Float64Array(count);
  const means = new GrowableFloat64(count + 1);
  const objects = new GrowableUint32();
  const objectStarts = new Uint32Array(count + 1);
  for (let edge = 0; edge < count; edge++) {
    const sum = new ExactSum();
    for (let k = starts[edge]!; k < starts[edge + 1]!; k++) {
      const i = order[k]!;
      sum.add(pairs.deltaS[i]!);
      const older = content[pairs.older[i]!]!;
      const newer = content[pairs.newer[i]!]!;
      const object = pairs.object[i]!;
      const slot = Math.min(object, objectIds.length);
      if (olderMark[older] !== edge + 1) olderPosts[edge]!++;
      if (newerMark[newer] !== edge + 1) newerPosts[edge]!++;
      if (objectMark[slot] !== edge + 1) objects.push(object);
      olderMark[older] = newerMark[newer] = objectMark[slot] = edge + 1;
    }
    weight[edge] = starts[edge + 1]! - starts[edge]!;
    means.push(sum.mean());
    objectStarts[edge + 1] = objects.length;
  }
  const symmetry = olderPosts.map(
    (older, edge) => Math.min(older, newerPosts[edge]!) / Math.max(older, newerPosts[edge]!),
  );
  return {
    ...{ count, low: low.take(), high: high.take(), weight, meanDeltaS: means.take() },
    ...{ olderPosts, newerPosts, symmetry, objectStarts, objects: objects.take() },
  };
}
