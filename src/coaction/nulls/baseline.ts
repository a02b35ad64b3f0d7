import type { Pairs } from "../../corpus/pairs.ts";
import { poissonBinomialTail } from "../../math/poisson-binomial.ts";
import type { Participation } from "../participation.ts";
import type { ObjectTimeline } from "../timeline.ts";
import { eachCircle } from "./circles.ts";
import { matchedObjects } from "./matched.ts";

/**
 * Question: given WHICH objects two accounts share, is their timing tighter than that of others on comparable objects elsewhere?
 *
 * The chance pi_o that two participants of object o act within the window is taken from matched objects (`matched.ts`: same author or
 * outlet, else same size and hour), leaving out what belongs to the pair's own circle: the circle of an account is all who met it often
 * enough to be listed, and left out are all objects it took part in itself and all whose audience is for the larger part its circle.
 *     pi_o = (sum of c + w) / (sum of C(n, 2) + w),   c = pairs of participants within the window, w = mean of C(n, 2),
 * over the matched objects: one more of them is taken to have been as fast as can be, since the next one may be breaking news (Laplace's
 * rule of succession, object by object). Of the two accounts' values the larger counts. The number of shared objects within the window is
 * then Poisson-binomial. Fewer than `LEAST_MATCHED` matched objects: nothing is said about that object, and it is left out on both sides.
 *
 * Opposite weakness to `time.ts`: a crew that is all of its audience does not hide itself, but an object that everybody was fast on, for a
 * reason nobody can see in the data, makes everybody on it look in step. That objects are chosen by who took part, never by when, is what
 * keeps the test honest. Source: remedy of our own for the trap of exchanging times within an object; figures in docs/method.md.
 *
 * Cost: O(actions) to prepare, O(objects of the circle) an account, O(shared objects x observed) a pair.
 */
export type OutsideTest = (a: number, b: number) => Outside;

export interface Outside {
  /** Shared objects with a baseline, of those within the window, and how many the baseline expects. */
  readonly assessable: number;
  readonly within: number;
  readonly expected: number;
  /** NaN where no shared object has a baseline. */
  readonly p: number;
}

/** Matched objects outside the circle below which there is no baseline. */
export const LEAST_MATCHED = 10;

export function outsideTest(part: Participation, timeline: ObjectTimeline, pairs: Pairs): OutsideTest {
  const chance = chanceByCell(part, timeline, pairs);
  const both = part.shared;
  const chances = new Float64Array(both.ofA.length);
  return (a, b) => {
    const shared = both.find(a, b);
    let assessable = 0;
    let within = 0;
    let expected = 0;
    for (let k = 0; k < shared; k++) {
      const [i, j] = [both.ofA[k]!, both.ofB[k]!];
      const larger = Math.max(chance[i]!, chance[j]!);
      if (Number.isNaN(larger)) continue;
      chances[assessable++] = larger;
      expected += larger;
      if (Math.abs(part.firstMs[i]! - part.firstMs[j]!) <= pairs.windowMs) within++;
    }
    const p = assessable === 0 ? Number.NaN : poissonBinomialTail(chances, assessable, within);
    return { assessable, within, expected, p };
  };
}

/** For each cell of `part` (an account on an object) the chance on that object as seen from outside the account's circle, or NaN. */
function chanceByCell(part: Participation, timeline: ObjectTimeline, pairs: Pairs): Float64Array {
  const { starts, object, popularity, tempo } = part;
  const matched = matchedObjects(part, timeline);
  const { fine, coarse, within, couples, objects } = matched;
  const chance = new Float64Array(part.cells).fill(Number.NaN);
  // What is left out, by class; cleaned after each account.
  const outWithin = new Float64Array(matched.classCount);
  const outCouples = new Float64Array(matched.classCount);
  const outObjects = new Float64Array(matched.classCount);
  const leaveOut = (one: number, group: number): void => {
    const pairsOfAccounts = couplesOf(popularity[one]!);
    if (pairsOfAccounts === 0) return;
    outWithin[group]! += tempo[one]! * pairsOfAccounts;
    outCouples[group]! += pairsOfAccounts;
    outObjects[group]!++;
  };
  const takeBack = (group: number): void => {
    outWithin[group] = 0;
    outCouples[group] = 0;
    outObjects[group] = 0;
  };
  const response = (group: number): number => {
    const left = objects[group]! - outObjects[group]!;
    if (left < LEAST_MATCHED) return Number.NaN;
    const sum = couples[group]! - outCouples[group]!;
    const mean = sum / left;
    return Math.min(1, Math.max(0, (within[group]! - outWithin[group]! + mean) / (sum + mean)));
  };
  eachCircle(part, pairs, (u, gone, count) => {
    for (let k = 0; k < count; k++) {
      leaveOut(gone[k]!, fine[gone[k]!]!);
      leaveOut(gone[k]!, coarse[gone[k]!]!);
    }
    for (let i = starts[u]!; i < starts[u + 1]!; i++) {
      if (popularity[object[i]!]! < 2) continue;
      const near = response(fine[object[i]!]!);
      chance[i] = Number.isNaN(near) ? response(coarse[object[i]!]!) : near;
    }
    for (let k = 0; k < count; k++) {
      takeBack(fine[gone[k]!]!);
      takeBack(coarse[gone[k]!]!);
    }
  });
  return chance;
}

const couplesOf = (n: number): number => (n * (n - 1)) / 2;
