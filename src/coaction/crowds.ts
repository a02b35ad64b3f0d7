import type { Bicm } from "./nulls/bicm.ts";
import type { Participation } from "./participation.ts";
import type { ObjectTimeline } from "./timeline.ts";

/**
 * Question: of two crowds, how many accounts would be in both if the posts of each stratum (`strata.ts`) were dealt anew?
 *
 * Of A's posts in stratum s, m_As of N_s, none falls to u with chance (1 - m_As / N_s)^(u's posts in s), so that u is in A with chance
 * p_uA = 1 - product over s. E = sum over u of p_uA p_uB, by class of accounts as busy in this trace (`Bicm.accountClass`). For the `EXACT`
 * busiest accounts as it stands; for all others p_uA is taken as the sum over s of m_As (u's posts in s) / N_s, which is never less and, far
 * below 1, the same, so that the sum over accounts is made once for all crowds.
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
  const written = (u: number): number => posts.subarray(starts[u]!, starts[u + 1]!).reduce((sum, one) => sum + one, 0);
  const ranked = present
    .map((u) => ({ u, posts: written(u) }))
    .sort((left, right) => right.posts - left.posts || left.u - right.u)
    .map(({ u }) => u);
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
      let logNone = 0;
      for (let i = starts[u]!; i < starts[u + 1]!; i++) {
        const part = (mix.get(stratum[i]!) ?? 0) / size[stratum[i]!]!;
        if (part > 0) logNone += posts[i]! * Math.log1p(-part);
      }
      return -Math.expm1(logNone);
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
