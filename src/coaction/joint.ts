import type { Participation } from "./participation.ts";

/** Times of posts that have been counted already, of each of the two accounts: a post is told by its time, the same in every trace. */
export interface Counted {
  readonly a: Set<number>;
  readonly b: Set<number>;
}

/**
 * The joint null of one trace, asked about any two accounts, listed or not. Walks the objects of both side by side; first actions only.
 */
export interface JointNull {
  readonly part: Participation;
  /** Multiple of an even share of the level that falls to this pair, decided before looking; 1 on average or less. */
  weightOf(a: number, b: number): number;
  /** Surprise of all meetings of the two, in bits; those with a post in `counted` are left out. */
  bits(a: number, b: number, counted: Counted | null): number;
  /** Chance of meetings so surprising in all; 1 for none. */
  chance(a: number, b: number, bits: number): number;
  /** Both in one. */
  p(a: number, b: number, counted: Counted | null): number;
  /** Never more than `p` with nothing counted, and cheap. */
  pAtLeast(a: number, b: number): number;
  /** Adds the posts of all meetings of the two. */
  count(a: number, b: number, counted: Counted): void;
}

/**
 * @param bitsOf surprise of a meeting on an object so far apart
 * @param least bits that a meeting must have to be counted (`nulls/surprise.ts`)
 * @param tail chance of such a sum for two accounts
 * @param tailAtLeast never more than `tail`, and cheap
 * @param weightOf as in `JointNull`
 */
export function jointNull(
  part: Participation,
  windowMs: number,
  bitsOf: (object: number, gapMs: number) => number,
  least: number,
  tail: (a: number, b: number, bits: number) => number,
  tailAtLeast: (a: number, b: number, bits: number) => number,
  weightOf: (a: number, b: number) => number,
): JointNull {
  const { shared, firstMs } = part;
  const bitsOfPair = (a: number, b: number, counted: Counted | null): number => {
    const count = shared.find(a, b);
    let sum = 0;
    for (let k = 0; k < count; k++) {
      const msOfA = firstMs[shared.ofA[k]!]!;
      const msOfB = firstMs[shared.ofB[k]!]!;
      const gapMs = Math.abs(msOfA - msOfB);
      if (gapMs > windowMs || (counted !== null && (counted.a.has(msOfA) || counted.b.has(msOfB)))) continue;
      const bits = bitsOf(part.object[shared.ofA[k]!]!, gapMs);
      if (bits >= least) sum += bits;
    }
    return sum;
  };
  return {
    part,
    weightOf,
    bits: bitsOfPair,
    chance: tail,
    p: (a, b, counted) => tail(a, b, bitsOfPair(a, b, counted)),
    pAtLeast: (a, b) => tailAtLeast(a, b, bitsOfPair(a, b, null)),
    count(a, b, counted) {
      const count = shared.find(a, b);
      for (let k = 0; k < count; k++) {
        const msOfA = firstMs[shared.ofA[k]!]!;
        const msOfB = firstMs[shared.ofB[k]!]!;
        if (Math.abs(msOfA - msOfB) > windowMs) continue;
        counted.a.add(msOfA);
        counted.b.add(msOfB);
      }
    },
  };
}
