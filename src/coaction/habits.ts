import type { Habits } from "../corpus/habits.ts";
import { startsOf } from "../math/order.ts";
import { LEAST_ACCOUNTS, type Strata } from "./strata.ts";

/** Posts by which an account's hours are drawn towards everybody's: it takes dozens of posts to show when somebody is awake. */
const PRIOR = 12;

/**
 * Who posts how much in which stratum, and how much one would expect there: with n_ug posts in all strata that differ in nothing but hours,
 * and F_s the share of stratum s in all posts of these, usual_us = n_ug (n_us + 12 F_s) / (n_ug + 12), so that an account of three posts in
 * one evening is not taken for one that lives by that evening.
 *
 * A stratum of fewer than `leastAccounts` (the only ones who quote, say) may be the crew: to deal posts among themselves would explain
 * whatever they do. Its posts are held against all posts instead.
 *
 * @param author of each post
 */
export function habitsOf(
  strata: Strata,
  author: Uint32Array,
  accountCount: number,
  leastAccounts = LEAST_ACCOUNTS,
): Habits {
  const { count, of, family } = strata;
  const written = Float64Array.from({ length: count }, (_, s) => strata.starts[s + 1]! - strata.starts[s]!);
  const size = written.map((posts, s) => (authorsOf(strata, author, s) < leastAccounts ? author.length : posts));
  const relatives = new Map<number, number[]>();
  for (let s = 0; s < count; s++) relatives.set(family[s]!, [...(relatives.get(family[s]!) ?? []), s]);
  const familySize = new Map<number, number>();
  for (const [own, members] of relatives)
    familySize.set(
      own,
      members.reduce((sum, s) => sum + size[s]!, 0),
    );
  const seen = new Map<number, number>();
  for (let i = 0; i < author.length; i++) {
    for (const s of relatives.get(family[of[i]!]!)!) {
      const key = author[i]! * count + s;
      seen.set(key, (seen.get(key) ?? 0) + (s === of[i] ? 1 : 0));
    }
  }
  const cells = [...seen].sort(([left], [right]) => left - right);
  const inFamily = new Map<string, number>();
  const familyOf = (key: number): string => `${Math.floor(key / count)} ${family[key % count]}`;
  for (const [key, posts] of cells) inFamily.set(familyOf(key), (inFamily.get(familyOf(key)) ?? 0) + posts);
  return {
    strata: count,
    stratumOf: of,
    size,
    starts: startsOf(
      Uint32Array.from(cells, ([key]) => Math.floor(key / count)),
      accountCount,
    ),
    stratum: Uint32Array.from(cells, ([key]) => key % count),
    posts: Uint32Array.from(cells, ([, posts]) => posts),
    usual: Float64Array.from(cells, ([key, posts]) => {
      const all = inFamily.get(familyOf(key))!;
      const share = written[key % count]! / familySize.get(family[key % count]!)!;
      return (all * (posts + PRIOR * share)) / (all + PRIOR);
    }),
  };
}

function authorsOf({ order, starts }: Strata, author: Uint32Array, stratum: number): number {
  const authors = new Set<number>();
  for (let i = starts[stratum]!; i < starts[stratum + 1]!; i++) authors.add(author[order[i]!]!);
  return authors.size;
}
