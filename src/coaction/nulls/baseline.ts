import type { Pairs } from "../../corpus/pairs.ts";
import { poissonBinomialTail } from "../../math/poisson-binomial.ts";
import { eachShared, type Participation } from "../participation.ts";
import type { ObjectTimeline } from "../timeline.ts";
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
  let longest = 0;
  for (let u = 0; u < part.accountCount; u++) longest = Math.max(longest, part.starts[u + 1]! - part.starts[u]!);
  const chances = new Float64Array(longest);
  return (a, b) => {
    let assessable = 0;
    let within = 0;
    let expected = 0;
    eachShared(part, a, b, (i, j) => {
      const larger = Math.max(chance[i]!, chance[j]!);
      if (Number.isNaN(larger)) return;
      chances[assessable++] = larger;
      expected += larger;
      if (Math.abs(part.firstMs[i]! - part.firstMs[j]!) <= pairs.windowMs) within++;
    });
    const p = assessable === 0 ? Number.NaN : poissonBinomialTail(chances, assessable, within);
    return { assessable, within, expected, p };
  };
}

/**
 * For each cell of `part` (an account on an object) the chance on that object as seen from outside the account's circle, or NaN. Plain
 * loops over columns: a circle's members have a hundred million actions between them in a large export, each looked at here.
 */
function chanceByCell(part: Participation, timeline: ObjectTimeline, pairs: Pairs): Float64Array {
  const { starts, object, popularity, tempo } = part;
  const matched = matchedObjects(part, timeline);
  const { fine, coarse, within, couples, objects } = matched;
  const circle = neighbours(pairs, part.accountCount);
  const chance = new Float64Array(part.cells).fill(Number.NaN);
  // Scratch, cleaned after each account: participants of the circle by object, and what is left out by class.
  const insiders = new Uint32Array(part.objectCount);
  const touched = new Uint32Array(part.objectCount);
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
  for (let u = 0; u < part.accountCount; u++) {
    if (circle.starts[u] === circle.starts[u + 1]) continue;
    let count = 0;
    for (let i = starts[u]!; i < starts[u + 1]!; i++) {
      insiders[object[i]!] = 1;
      touched[count++] = object[i]!;
    }
    const own = count;
    for (let k = circle.starts[u]!; k < circle.starts[u + 1]!; k++) {
      const neighbour = circle.of[k]!;
      for (let i = starts[neighbour]!, end = starts[neighbour + 1]!; i < end; i++) {
        const one = object[i]!;
        if (insiders[one]!++ === 0) touched[count++] = one;
      }
    }
    let gone = 0;
    for (let k = 0; k < count; k++) {
      const one = touched[k]!;
      if (k < own || insiders[one]! * 2 > popularity[one]!) touched[gone++] = one;
      insiders[one] = 0;
    }
    for (let k = 0; k < gone; k++) {
      leaveOut(touched[k]!, fine[touched[k]!]!);
      leaveOut(touched[k]!, coarse[touched[k]!]!);
    }
    for (let i = starts[u]!; i < starts[u + 1]!; i++) {
      if (popularity[object[i]!]! < 2) continue;
      const near = response(fine[object[i]!]!);
      chance[i] = Number.isNaN(near) ? response(coarse[object[i]!]!) : near;
    }
    for (let k = 0; k < gone; k++) {
      takeBack(fine[touched[k]!]!);
      takeBack(coarse[touched[k]!]!);
    }
  }
  return chance;
}

const couplesOf = (n: number): number => (n * (n - 1)) / 2;

/** All who are listed with each account, as adjacency lists. */
function neighbours(pairs: Pairs, accountCount: number): { starts: Uint32Array; of: Uint32Array } {
  const starts = new Uint32Array(accountCount + 1);
  for (let i = 0; i < pairs.count; i++) {
    starts[pairs.a[i]! + 1]!++;
    starts[pairs.b[i]! + 1]!++;
  }
  for (let u = 0; u < accountCount; u++) starts[u + 1]! += starts[u]!;
  const next = starts.slice(0, accountCount);
  const of = new Uint32Array(2 * pairs.count);
  for (let i = 0; i < pairs.count; i++) {
    of[next[pairs.a[i]!]!++] = pairs.b[i]!;
    of[next[pairs.b[i]!]!++] = pairs.a[i]!;
  }
  return { starts, of };
}
