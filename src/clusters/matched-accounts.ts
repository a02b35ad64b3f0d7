import type { Matching } from "../corpus/compare.ts";
import { type Random, seeded } from "../math/random.ts";

/** What an account is matched by. */
export interface Matchable {
  readonly account: number;
  readonly platform: string | null;
  /** Most frequent language of its posts, as exported. */
  readonly language: string | null;
  readonly posts: number;
}

/**
 * Question: what would the same measurements say of accounts that are like the members but in no cluster?
 *
 * For each member one account is drawn at random, without putting back, among those of the same platform and main language with between
 * half and twice as many posts; where there is none left, the nearest (by factor) in posts of the same platform and language; where there is none of
 * those, nobody. Drawn with a seed: the same case and seed give the same accounts. O((n + m) log n).
 *
 * It matches what is listed and nothing else: not subject, age or audience. Clusters are what the analysis found beyond chance, so
 * those outside are quieter by construction; the comparison shows what is ordinary here, it is no test.
 */
export function matchAccounts(
  members: readonly Matchable[],
  pool: readonly Matchable[],
  seed: number,
): { readonly accounts: readonly number[]; readonly matching: Matching } {
  const random = seeded(seed, "matched accounts");
  const stalls = new Map<string, Stall>();
  for (const one of pool) {
    const key = keyOf(one);
    const stall = stalls.get(key) ?? { rows: [], left: [] };
    stalls.set(key, stall);
    stall.rows.push(one);
  }
  for (const stall of stalls.values()) {
    stall.rows.sort((x, y) => x.posts - y.posts || x.account - y.account);
    stall.left = stall.rows.map((_, i) => i);
  }
  const accounts: number[] = [];
  let close = 0;
  for (const member of [...members].sort((x, y) => x.account - y.account)) {
    const stall = stalls.get(keyOf(member));
    if (stall === undefined || stall.left.length === 0) continue;
    const { at, isClose } = choose(stall, member.posts, random);
    const [taken] = stall.left.splice(at, 1);
    accounts.push(stall.rows[taken!]!.account);
    if (isClose) close++;
  }
  return {
    accounts: accounts.sort((x, y) => x - y),
    matching: {
      wanted: members.length,
      close,
      near: accounts.length - close,
      none: members.length - accounts.length,
      pool: pool.length,
      seed,
    },
  };
}

/** Accounts of one platform and language by number of posts, and those not yet drawn. */
interface Stall {
  readonly rows: Matchable[];
  left: number[];
}

function keyOf({ platform, language }: Matchable): string {
  return `${platform ?? ""}\u0000${language ?? ""}`;
}

/** A place in `left`. */
function choose(stall: Stall, posts: number, random: Random): { at: number; isClose: boolean } {
  const from = firstAtLeast(stall, posts / 2);
  const to = firstAtLeast(stall, posts * 2 + 1);
  if (to > from) return { at: from + Math.floor(random() * (to - from)), isClose: true };
  // Nobody within the bounds: `from` is the first above them, the one before it the last below.
  const above = stall.rows[stall.left[from] ?? -1];
  const below = stall.rows[stall.left[from - 1] ?? -1];
  if (below === undefined) return { at: from, isClose: false };
  // Nearest by factor: ten posts are to a hundred as a hundred are to a thousand.
  const isAbove = above !== undefined && above.posts * below.posts < posts * posts;
  return { at: isAbove ? from : from - 1, isClose: false };
}

function firstAtLeast({ rows, left }: Stall, posts: number): number {
  let low = 0;
  let high = left.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[left[middle]!]!.posts < posts) low = middle + 1;
    else high = middle;
  }
  return low;
}
