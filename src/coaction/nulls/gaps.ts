import { ALWAYS_MS } from "../../corpus/trace.ts";
import { GrowableUint8 } from "../../math/growable.ts";

/**
 * Question: two accounts acted on this object so far apart; how unusually close is that, for this object?
 *
 * F_o(d) = share of the object's C(n, 2) pairs of first actions at most d apart. If the object's times were dealt out anew among its own
 * participants, any two of them would be a random pair, so P(F_o(gap) <= x) <= x, ties included, and given that they lie within the
 * window W the extra bits E = log2(F_o(W) / F_o(gap)) are at most exponential: P(E >= e) <= 2^-e. No shape of the object's life is
 * assumed, and no unit of time: a burst sets its own measure, and so does a crew that takes twenty minutes where others take days.
 *
 * F_o is counted on a ladder of half octaves from W down to a second, a gap rounded up to the next rung and E down to a quarter bit:
 * both make a meeting less surprising than it is. Objects of two accounts have one pair, F = 1 and no E; they take no room.
 * Cost: O(n) an object and rung; memory one byte a rung for each object of three accounts or more.
 *
 * Does not show: closeness that the hours of day explain (`dealing.ts`), nor anything where a crew is all of the audience: E is then
 * zero on average, and what is left is that nobody else came.
 */
export interface Gaps {
  /** E, in quarters of a bit, for two first actions so far apart on this object; 0 beyond the window. */
  quarters(object: number, gapMs: number): number;
  /** The largest E this object can give, in quarters of a bit. */
  most(object: number): number;
}

/** Steps of a bit, here and in `surprise.ts`. */
export const QUARTERS = 4;
/** Below a second nothing is told apart: most exports give whole seconds. */
const FINEST_MS = 1000;
const RUNGS_PER_OCTAVE = 2;
/** A byte holds no more; 2^63 pairs of accounts are never seen. */
const MOST_QUARTERS = 255;

export class GapLadder implements Gaps {
  /** Row of each object in `extra`, -1 for none. */
  private readonly row: Int32Array;
  private readonly extra = new GrowableUint8();
  /** Longest gap of each rung, falling from the window. */
  private readonly rungMs: Float64Array;

  constructor(
    objectCount: number,
    readonly windowMs: number,
  ) {
    this.row = new Int32Array(objectCount).fill(-1);
    // Without a bound on time there is no closeness either.
    const octaves = windowMs >= ALWAYS_MS ? 0 : Math.log2(windowMs / FINEST_MS);
    const rungs = 1 + Math.max(0, Math.floor(RUNGS_PER_OCTAVE * octaves));
    this.rungMs = Float64Array.from({ length: rungs }, (_, k) => windowMs / 2 ** (k / RUNGS_PER_OCTAVE));
  }

  /**
   * Takes in one object.
   *
   * @param times first actions of its accounts, ascending, in the first `n` places
   * @returns pairs within the window
   */
  add(object: number, times: Float64Array, n: number): number {
    const all = pairsWithin(times, n, this.windowMs);
    if (n < 3 || all < 2) return all;
    this.row[object] = this.extra.length / this.rungMs.length;
    this.extra.push(0);
    let quarters = 0;
    let within = all;
    for (let k = 1; k < this.rungMs.length; k++) {
      // Once no pair is so close, nobody asks for this rung or those below.
      if (within > 0) within = pairsWithin(times, n, this.rungMs[k]!);
      if (within > 0) quarters = Math.min(MOST_QUARTERS, Math.floor(QUARTERS * Math.log2(all / within)));
      this.extra.push(quarters);
    }
    return all;
  }

  quarters(object: number, gapMs: number): number {
    const row = this.row[object]!;
    if (row < 0 || gapMs > this.windowMs) return 0;
    const last = this.rungMs.length - 1;
    const steps = gapMs > 0 ? Math.floor(RUNGS_PER_OCTAVE * Math.log2(this.windowMs / gapMs)) : last;
    let rung = Math.min(last, steps);
    // The logarithm may be a hair too large: never a rung shorter than the gap.
    while (this.rungMs[rung]! < gapMs) rung--;
    return this.extra.at(row * this.rungMs.length + rung);
  }

  most(object: number): number {
    const row = this.row[object]!;
    return row < 0 ? 0 : this.extra.at((row + 1) * this.rungMs.length - 1);
  }
}

/** Pairs of ascending times at most so far apart; two pointers. */
function pairsWithin(times: Float64Array, n: number, gapMs: number): number {
  let within = 0;
  let tail = 0;
  for (let i = 0; i < n; i++) {
    while (times[i]! - times[tail]! > gapMs) tail++;
    within += i - tail;
  }
  return within;
}
