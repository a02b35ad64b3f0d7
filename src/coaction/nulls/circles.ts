import type { Pairs } from "../../corpus/pairs.ts";
import { orderByKey } from "../../math/order.ts";
import type { Participation } from "../participation.ts";

/**
 * Question: which objects belong to the circle of an account, those it took part in itself and those whose audience is for the larger part its
 * circle? The circle is all who are listed with it in `pairs`.
 *
 * Looking at all that everybody in a circle did is a walk of thousands of millions of steps in a large export, since the busiest accounts are in
 * everybody's circle. But a majority of an audience holds at least one of any half of it, and so one of that half whose own circles are
 * smallest. Each account therefore keeps only those of its objects where it is in that half, which of the busy are few; what a circle finds
 * among them is then counted out, until one side has the majority.
 *
 * Cost: O(sum of circle sizes over the quieter half of each audience, and half an audience for each object found).
 *
 * @param visit account, and the objects of its circle in the first `count` places of a column that the next account overwrites; its own come
 * first. Objects of a single account, which have no pair, may be missing from the others.
 */
export function eachCircle(
  part: Participation,
  pairs: Pairs,
  visit: (account: number, objects: Uint32Array, count: number) => void,
): void {
  const { starts, object, popularity } = part;
  const circle = circles(pairs, part.accountCount);
  const audience = audiences(part, circle.starts);
  const quiet = quieterHalves(part, audience);
  // Stamps of the account being looked at, so that nothing needs cleaning.
  const inCircle = new Uint32Array(part.accountCount);
  const looked = new Uint32Array(part.objectCount);
  const gone = new Uint32Array(part.objectCount);
  const isMajority = (one: number, stamp: number): boolean => {
    const from = audience.starts[one]!;
    const needed = (popularity[one]! >> 1) + 1;
    let inside = 0;
    for (let k = from, end = audience.starts[one + 1]!; k < end; k++) {
      if (inCircle[audience.of[k]!] === stamp) {
        if (++inside === needed) return true;
      } else if (inside + (end - k - 1) < needed) return false;
    }
    return false;
  };
  for (let u = 0; u < part.accountCount; u++) {
    const [first, end] = [circle.starts[u]!, circle.starts[u + 1]!];
    if (first === end) continue;
    const stamp = u + 1;
    let count = 0;
    for (let i = starts[u]!; i < starts[u + 1]!; i++) {
      looked[object[i]!] = stamp;
      gone[count++] = object[i]!;
    }
    for (let k = first; k < end; k++) inCircle[circle.of[k]!] = stamp;
    for (let k = first; k < end; k++) {
      const member = circle.of[k]!;
      for (let i = quiet.starts[member]!; i < quiet.starts[member + 1]!; i++) {
        const one = quiet.of[i]!;
        if (looked[one] === stamp) continue;
        looked[one] = stamp;
        if (2 * (end - first) > popularity[one]! && isMajority(one, stamp)) gone[count++] = one;
      }
    }
    visit(u, gone, count);
  }
}

/** Lists by number: number n owns `of[starts[n]..starts[n + 1]]`. */
interface Lists {
  readonly starts: Uint32Array;
  readonly of: Uint32Array;
}

function listsOf(sizes: Uint32Array): { starts: Uint32Array; of: Uint32Array; next: Uint32Array } {
  const starts = new Uint32Array(sizes.length + 1);
  for (let n = 0; n < sizes.length; n++) starts[n + 1] = starts[n]! + sizes[n]!;
  return { starts, of: new Uint32Array(starts.at(-1)!), next: starts.slice(0, sizes.length) };
}

/** All who are listed with each account. */
function circles(pairs: Pairs, accountCount: number): Lists {
  const sizes = new Uint32Array(accountCount);
  for (let i = 0; i < pairs.count; i++) {
    sizes[pairs.a[i]!]!++;
    sizes[pairs.b[i]!]!++;
  }
  const { starts, of, next } = listsOf(sizes);
  for (let i = 0; i < pairs.count; i++) {
    of[next[pairs.a[i]!]!++] = pairs.b[i]!;
    of[next[pairs.b[i]!]!++] = pairs.a[i]!;
  }
  return { starts, of };
}

/** Accounts of each object, those with the smallest circles first. */
function audiences(part: Participation, circleStarts: Uint32Array): Lists {
  const { accountCount, starts: cells, object } = part;
  const circleOf = Uint32Array.from({ length: accountCount }, (_, u) => circleStarts[u + 1]! - circleStarts[u]!);
  const largest = circleOf.reduce((top, one) => Math.max(top, one), 0);
  const { starts, of, next } = listsOf(part.popularity);
  for (const u of orderByKey(circleOf, largest + 1)) {
    for (let i = cells[u]!; i < cells[u + 1]!; i++) of[next[object[i]!]!++] = u;
  }
  return { starts, of };
}

/** Of each account the objects, shared ones only, where it is in the half of the audience that comes first; the middle one counts. */
function quieterHalves(part: Participation, audience: Lists): Lists {
  const { popularity } = part;
  const sizes = new Uint32Array(part.accountCount);
  const each = (take: (account: number, object: number) => void): void => {
    for (let object = 0; object < part.objectCount; object++) {
      if (popularity[object]! < 2) continue;
      const from = audience.starts[object]!;
      for (let k = from; k < from + ((popularity[object]! + 1) >> 1); k++) take(audience.of[k]!, object);
    }
  };
  each((account) => {
    sizes[account]!++;
  });
  const { starts, of, next } = listsOf(sizes);
  each((account, object) => {
    of[next[account]!++] = object;
  });
  return { starts, of };
}
