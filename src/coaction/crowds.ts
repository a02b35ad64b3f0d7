import type { Bicm } from "./nulls/bicm.ts";
import type { Participation } from "./participation.ts";
import type { ObjectTimeline } from "./timeline.ts";

/**
 * Question: of two crowds, how many accounts would be in both if the posts of each stratum (`strata.ts`) were dealt anew?
 *
 * x_uA = sum over strata of (posts of crowd A in s) (u's posts in s / all posts in s) is the number of A's posts that fall to u, who is in A
 * with chance 1 - e^-x. E = sum over u of (1 - e^-x_uA) (1 - e^-x_uB), by class of accounts as busy in this trace (`Bicm.accountClass`).
 * For the `EXACT` busiest accounts as it stands; for all others x_uA x_uB is summed over strata once for all crowds, which is never less and,
 * for x far below 1, the same.
 *
 * Cost: O(accounts x strata of an account^2) once, O(EXACT x strata) a crowd, O(EXACT + classes x strata of the crowd^2) a pair of crowds.
 * Does not show: shared subjects.
 */
export interface Crowds {
  /** Expected accounts in both, by class. */
  inBoth(a: number, b: number): Float64Array;
}

const EXACT = 4096;

/** @returns null without habits */
export function crowdsOf(part: Participation, timeline: ObjectTimeline, bicm: Bicm): Crowds | null {
  const { habits } = timeline;
  if (habits === undefined) return null;
  const { strata, stratumOf, size, starts, stratum, posts } = habits;
  const share = (i: number): number => posts[i]! / size[stratum[i]!]!;
  const present: number[] = [];
  for (let u = 0; u < part.accountCount; u++) if (part.starts[u + 1]! > part.starts[u]!) present.push(u);
  const busyness = (u: number): number => starts[u + 1]! - starts[u]! + postsOf(u);
  function postsOf(u: number): number {
    let sum = 0;
    for (let i = starts[u]!; i < starts[u + 1]!; i++) sum += posts[i]!;
    return sum;
  }
  const ranked = present.sort((left, right) => busyness(right) - busyness(left) || left - right);
  const exact = ranked.slice(0, EXACT);
  // Sum over the others of a_us a_us', by class, for the strata that occur.
  const together = new Map<number, Float64Array>();
  for (const u of ranked.slice(EXACT)) {
    for (let i = starts[u]!; i < starts[u + 1]!; i++) {
      for (let j = starts[u]!; j < starts[u + 1]!; j++) {
        const key = stratum[i]! * strata + stratum[j]!;
        const byClass = together.get(key) ?? new Float64Array(bicm.accountClasses);
        byClass[bicm.accountClass[u]!]! += share(i) * share(j);
        together.set(key, byClass);
      }
    }
  }
  const made = new Map<number, { mix: ReadonlyMap<number, number>; chance: Float32Array }>();
  const crowdOf = (object: number) => {
    const before = made.get(object);
    if (before !== undefined) return before;
    const mix = new Map<number, number>();
    for (let i = timeline.starts[object]!; i < timeline.starts[object + 1]!; i++) {
      const own = stratumOf[timeline.post[i]!]!;
      mix.set(own, (mix.get(own) ?? 0) + 1);
    }
    const chance = Float32Array.from(exact, (u) => {
      let x = 0;
      for (let i = starts[u]!; i < starts[u + 1]!; i++) x += (mix.get(stratum[i]!) ?? 0) * share(i);
      return 1 - Math.exp(-x);
    });
    const crowd = { mix, chance };
    made.set(object, crowd);
    return crowd;
  };
  return {
    inBoth(a, b) {
      const [left, right] = [crowdOf(a), crowdOf(b)];
      const expected = new Float64Array(bicm.accountClasses);
      for (let k = 0; k < exact.length; k++)
        expected[bicm.accountClass[exact[k]!]!]! += left.chance[k]! * right.chance[k]!;
      for (const [s, postsOfA] of left.mix) {
        for (const [t, postsOfB] of right.mix) {
          const byClass = together.get(s * strata + t);
          if (byClass === undefined) continue;
          for (let k = 0; k < expected.length; k++) expected[k]! += postsOfA * postsOfB * byClass[k]!;
        }
      }
      return expected;
    },
  };
}
