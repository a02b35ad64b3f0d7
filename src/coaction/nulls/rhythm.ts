/**
 * Question: how much oftener than any two accounts are these two awake in the same hours?
 *
 * f_u(h) = share of account u's posts in hour h of the day (UTC), each post spread over five hours (weights 1 2 3 2 1) and the whole
 * shrunk towards everybody's by `PRIOR` posts, so that a handful of posts makes no rhythm. rho_uv = sum over h of f_u(h) f_v(h), divided
 * by the same sum for two posts drawn at random. Two accounts of one time zone act within any given window of each other about rho times as
 * often as the object's tempo says, whatever they act on; the rates of the nulls are multiplied by it where it is above 1, never lowered.
 * The weights bound rho: about 5 where everybody else is spread over the day.
 *
 * A crew on one schedule raises its own rho, and pays for it: at most some two bits a meeting.
 * Cost: 24 multiplications a pair.
 *
 * Does not show: that few others are awake when these two are. A tenth of the world in a time zone of its own meets ten times as often
 * as the rest, and this measure says little more than 1: that is left to `publics.ts`. Nor weekdays, holidays, and hours that two accounts share on some days only.
 */
export interface Rhythm {
  /** At least 1. */
  factor(a: number, b: number): number;
}

const HOURS = 24;
const PRIOR = 12;
const SPREAD = [1, 2, 3, 2, 1] as const;
const SPREAD_SUM = 9;

/** Every trace of a case, and every rerun on it, asks about the same hours. */
const known = new WeakMap<Uint32Array, Rhythm>();

/** @param posts posts of account u in hour h at `u * 24 + h`; never changed afterwards */
export function rhythm(posts: Uint32Array): Rhythm {
  const before = known.get(posts);
  if (before !== undefined) return before;
  const made = rhythmOf(posts);
  known.set(posts, made);
  return made;
}

function rhythmOf(posts: Uint32Array): Rhythm {
  const accounts = posts.length / HOURS;
  if (!Number.isInteger(accounts)) throw new Error(`rhythm: ${posts.length} is no multiple of ${HOURS}`);
  const everybody = new Float64Array(HOURS);
  const share = new Float32Array(posts.length);
  for (let u = 0; u < accounts; u++) spread(posts, u * HOURS, everybody, 0);
  const all = everybody.reduce((sum, one) => sum + one, 0);
  if (all === 0) return { factor: () => 1 };
  for (let h = 0; h < HOURS; h++) everybody[h]! /= all;
  const own = new Float64Array(HOURS);
  for (let u = 0; u < accounts; u++) {
    own.fill(0);
    spread(posts, u * HOURS, own, 0);
    const sum = own.reduce((total, one) => total + one, 0);
    for (let h = 0; h < HOURS; h++) share[u * HOURS + h] = (own[h]! + PRIOR * everybody[h]!) / (sum + PRIOR);
  }
  const usual = everybody.reduce((sum, one) => sum + one * one, 0);
  return {
    factor(a, b) {
      let sum = 0;
      for (let h = 0; h < HOURS; h++) sum += share[a * HOURS + h]! * share[b * HOURS + h]!;
      return Math.max(1, sum / usual);
    },
  };
}

function spread(from: Uint32Array, start: number, to: Float64Array, at: number): void {
  for (let h = 0; h < HOURS; h++) {
    const count = from[start + h]!;
    if (count === 0) continue;
    for (let k = 0; k < SPREAD.length; k++) {
      to[at + ((h + k + HOURS - 2) % HOURS)]! += (count * SPREAD[k]!) / SPREAD_SUM;
    }
  }
}
