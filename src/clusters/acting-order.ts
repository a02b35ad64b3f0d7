import { regularisedGammaQ } from "../math/gamma.ts";
import { poissonBinomialTail } from "../math/poisson-binomial.ts";

/**
 * Question: does this member ever act before the others of its group, or could it be an outsider who repeats what the group does?
 *
 * An outsider can only react: it can come right behind the first of the group or long after, but it cannot be first. Were all members
 * on an object equals, each of the k there would be first with chance 1/k, and its place u = (rank - 1) / (k - 1) would be uniform on
 * 0, 1/(k - 1), ..., 1, with mean 1/2 and variance (k + 1) / (12 (k - 1)). Hence two tests over the objects an account met others on:
 *     first:  P(F <= f), F Poisson-binomial with chances 1/k, over the objects to which no stranger came right before the first;
 *     place:  mean of u against 1/2, normal approximation, two-sided.
 * A joiner is (almost) never first AND EITHER first less often than an equal would be, OR keeps to one end of the order: significantly
 * at its head without ever being first (reacts to the opener), or after four fifths of the others (waits for all of them).
 * Source: the "joiner test" of the reference notes (edge symmetry near 0); the two tails are our own. Cost: O(objects x firsts).
 *
 * Does not show: that a joiner is an outsider. Telephones in a rack that are always worked through in one order are never first either;
 * that costs them the name of core, not their membership. Nor does it catch an outsider who waits a varying time on few objects.
 */
export interface ActingOrder {
  /** Deeds on which the order was looked at. */
  readonly objects: number;
  /** Of these with no stranger right before: on which being first means something. */
  readonly clear: number;
  /** Times it was the first of the group on those, and how often an equal would have been. */
  readonly first: number;
  readonly expectedFirst: number;
  /** Mean place, 0 always first to 1 always last; 0.5 for an equal. */
  readonly place: number;
  readonly pFirst: number;
  readonly pPlace: number;
  readonly isJoiner: boolean;
}

/** Where a member stood among the members on one object: rank from 1 (ties share the mean of their ranks), of `size` members. */
export interface Place {
  readonly rank: number;
  readonly size: number;
  /** Nobody from outside had been there within the window before the first member: whoever was first did not react to a stranger. */
  readonly isClear: boolean;
}

/** Up to this share of firsts an account "almost always" acts second. */
const RARELY_FIRST = 0.1;
/** Losing the name of core is no accusation, letting an outsider have it would be: the levels are generous. */
const FIRST_LEVEL = 0.05;
const PLACE_LEVEL = 0.1;
/** Place from which on an account comes after nearly everybody. */
const NEARLY_LAST = 0.8;

export function actingOrder(places: readonly Place[]): ActingOrder {
  let first = 0;
  const chances: number[] = [];
  let expectedFirst = 0;
  let sum = 0;
  let variance = 0;
  for (const { rank, size, isClear } of places) {
    if (!(size >= 2 && rank >= 1 && rank <= size)) throw new Error(`clusters: place ${rank} of ${size}`);
    if (isClear) {
      if (rank === 1) first++;
      expectedFirst += 1 / size;
      chances.push(1 / size);
    }
    sum += (rank - 1) / (size - 1);
    variance += (size + 1) / (12 * (size - 1));
  }
  const objects = places.length;
  if (objects === 0) {
    return { objects, clear: 0, first, expectedFirst, place: 0.5, pFirst: 1, pPlace: 1, isJoiner: false };
  }
  const clear = chances.length;
  const pFirst = 1 - poissonBinomialTail(chances, clear, first + 1);
  const place = sum / objects;
  const z = (sum - objects / 2) / Math.sqrt(variance);
  const pPlace = regularisedGammaQ(0.5, (z * z) / 2);
  const atAnEnd = pPlace <= PLACE_LEVEL && (place < 0.5 || place >= NEARLY_LAST);
  return {
    objects,
    clear,
    first,
    expectedFirst,
    place,
    pFirst,
    pPlace,
    isJoiner: first <= RARELY_FIRST * clear && (pFirst <= FIRST_LEVEL || atAnEnd),
  };
}
