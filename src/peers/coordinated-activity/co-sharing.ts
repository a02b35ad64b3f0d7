import { NONE, type Shares } from "../../corpus/shares.ts";
import { GrowableFloat64, GrowableUint32 } from "../../math/growable.ts";
import { gatherUint32, identity, orderByKey, startsOf } from "../../math/order.ts";

/** Undirected pairs of accounts, by the first appearance of both. */
export interface SimilarAccounts {
  readonly count: number;
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** Cosine of the two, above 0. */
  readonly weight: Float64Array;
}

/**
 * Question: how alike are two accounts in what they share? As `coSharing` of *Unmasking the Web of Deceit* answers it.
 *
 * Objects of one row only are left out. Each account is a vector of its counts, times ln((1 + n) / (1 + accounts of the object)) + 1, n the
 * accounts, scaled to length 1; the weight is the dot product. Every pair above 0 is an edge: time plays no part, and there is no threshold.
 *
 * Source: Luceri, Pante, Burghardt, Ferrara 2024, doi 10.1145/3589334.3645529; its code makes a dense matrix of accounts by accounts, here only
 * pairs with an object in common are met. Cost: O(sum over objects of accounts squared) time, memory of one account and of the pairs found.
 * Does not show: coordination: any two who ever shared one link, years apart, have an edge.
 */
export function coSharing(shares: Shares): SimilarAccounts {
  const { accountStarts, object, weight, accounts, objectStarts, sharers, sharerWeight } = vectors(shares);
  const dot = new Float64Array(accounts.length);
  const met: number[] = [];
  const [source, target, cosine] = [new GrowableUint32(), new GrowableUint32(), new GrowableFloat64()];
  for (let a = 0; a < accounts.length; a++) {
    for (let i = accountStarts[a]!; i < accountStarts[a + 1]!; i++) {
      for (let k = objectStarts[object[i]!]!; k < objectStarts[object[i]! + 1]!; k++) {
        const b = sharers[k]!;
        if (b <= a) continue;
        if (dot[b] === 0) met.push(b);
        dot[b]! += weight[i]! * sharerWeight[k]!;
      }
    }
    for (const b of met.sort((left, right) => left - right)) {
      source.push(accounts[a]!);
      target.push(accounts[b]!);
      cosine.push(dot[b]!);
      dot[b] = 0;
    }
    met.length = 0;
  }
  const sources = source.take();
  return { count: sources.length, source: sources, target: target.take(), weight: cosine.take() };
}

interface Vectors {
  /** Accounts with an object in use, in order of first appearance. */
  readonly accounts: Uint32Array;
  /** By account: objects and weights at `accountStarts[a]..accountStarts[a + 1]`. */
  readonly accountStarts: Uint32Array;
  readonly object: Uint32Array;
  readonly weight: Float64Array;
  /** By object: the accounts that shared it, and their weights. */
  readonly objectStarts: Uint32Array;
  readonly sharers: Uint32Array;
  readonly sharerWeight: Float64Array;
}

function vectors(shares: Shares): Vectors {
  const { object: objectOf, account: accountOf, objectIds, accountIds } = shares;
  const rowsOf = new Uint32Array(objectIds.length);
  for (const object of objectOf) if (object !== NONE) rowsOf[object]!++;
  const used = identity(shares.count).filter((row) => objectOf[row] !== NONE && rowsOf[objectOf[row]!]! > 1);
  const numberOf = new Uint32Array(accountIds.length);
  let known = 0;
  for (const row of used) if (numberOf[accountOf[row]!] === 0) numberOf[accountOf[row]!] = ++known;
  const byObject = orderByKey(gatherUint32(objectOf, used), objectIds.length);
  const rows = gatherUint32(
    used,
    orderByKey(
      used.map((row) => numberOf[accountOf[row]!]! - 1),
      known,
      byObject,
    ),
  );
  const accounts: number[] = [];
  const [object, owner, weight] = [new GrowableUint32(), new GrowableUint32(), new GrowableFloat64()];
  const accountStarts = new GrowableUint32();
  const placeOf = new Int32Array(objectIds.length).fill(-1);
  const sharersOf = new Uint32Array(objectIds.length);
  const counts: number[] = [];
  let start = 0;
  for (const row of rows) {
    if (accounts.at(-1) !== accountOf[row]) {
      accounts.push(accountOf[row]!);
      start = object.length;
      accountStarts.push(start);
    }
    const one = objectOf[row]!;
    if (placeOf[one]! >= start) counts[placeOf[one]!]!++;
    else {
      placeOf[one] = object.length;
      sharersOf[one]!++;
      object.push(one);
      owner.push(accounts.length - 1);
      counts.push(1);
    }
  }
  accountStarts.push(object.length);
  const starts = accountStarts.take();
  const objects = object.take();
  for (let a = 0; a < accounts.length; a++) {
    let squares = 0;
    for (let i = starts[a]!; i < starts[a + 1]!; i++) {
      counts[i]! *= Math.log((1 + accounts.length) / (1 + sharersOf[objects[i]!]!)) + 1;
      squares += counts[i]! ** 2;
    }
    // Scaled twice, as there: the second time changes nothing but last digits.
    let again = 0;
    for (let i = starts[a]!; i < starts[a + 1]!; i++) {
      counts[i]! /= Math.sqrt(squares);
      again += counts[i]! ** 2;
    }
    for (let i = starts[a]!; i < starts[a + 1]!; i++) weight.push(counts[i]! / Math.sqrt(again));
  }
  const owners = owner.take();
  const weights = weight.take();
  const sharing = orderByKey(objects, objectIds.length);
  return {
    ...{ accounts: Uint32Array.from(accounts), accountStarts: starts, object: objects, weight: weights },
    objectStarts: startsOf(objects, objectIds.length),
    sharers: sharing.map((i) => owners[i]!),
    sharerWeight: Float64Array.from(sharing, (i) => weights[i]!),
  };
}
