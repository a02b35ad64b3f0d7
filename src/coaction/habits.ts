import type { Habits } from "../corpus/habits.ts";
import { startsOf } from "../math/order.ts";
import type { Strata } from "./strata.ts";

/** @param author of each post */
export function habitsOf(strata: Strata, author: Uint32Array, accountCount: number): Habits {
  const seen = new Map<number, number>();
  for (let i = 0; i < author.length; i++) {
    const key = author[i]! * strata.count + strata.of[i]!;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const cells = [...seen].sort(([left], [right]) => left - right);
  return {
    strata: strata.count,
    stratumOf: strata.of,
    size: Float64Array.from({ length: strata.count }, (_, s) => strata.starts[s + 1]! - strata.starts[s]!),
    starts: startsOf(
      Uint32Array.from(cells, ([key]) => Math.floor(key / strata.count)),
      accountCount,
    ),
    stratum: Uint32Array.from(cells, ([key]) => key % strata.count),
    posts: Uint32Array.from(cells, ([, posts]) => posts),
  };
}
