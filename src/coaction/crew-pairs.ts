import type { Answered, ReplyCrew } from "./reply-crews.ts";

/** Two accounts of a crew, a < b, and how many of its authors' posts both answered. */
export interface CrewPair {
  readonly a: number;
  readonly b: number;
  readonly posts: number;
  /** Chance that the less concentrated of the two answers these authors so much. */
  readonly p: number;
}

/**
 * The pairs that join a crew to one group of accounts: each account with the seeds whom it met on `leastPosts` posts or more, whatever
 * the time between them. With the seeds only, since it is them whom everybody was held against; so the cost is O(accounts x seeds) at
 * most, however many fans one author has. Sorted by (a, b).
 */
export function crewPairs(crew: ReplyCrew, { account, author, parent }: Answered, leastPosts = 2): CrewPair[] {
  const wanted = new Set(crew.authors);
  const chances = new Map(crew.accounts.map((one, i) => [one, crew.concentration[i]!]));
  const parentsOf = new Map<number, Set<number>>(crew.accounts.map((one) => [one, new Set()]));
  for (let i = 0; i < account.length; i++) {
    if (wanted.has(author[i]!)) parentsOf.get(account[i]!)?.add(parent[i]!);
  }
  const isSeed = new Set(crew.seeds);
  const pairs: CrewPair[] = [];
  for (const [one, parents] of parentsOf) {
    for (const seed of crew.seeds) {
      // Two seeds meet once, not once from either side.
      if (seed === one || (isSeed.has(one) && seed < one)) continue;
      const theirs = parentsOf.get(seed)!;
      let posts = 0;
      for (const parent of parents) if (theirs.has(parent)) posts++;
      if (posts < leastPosts) continue;
      pairs.push({
        a: Math.min(one, seed),
        b: Math.max(one, seed),
        posts,
        p: Math.max(chances.get(one)!, chances.get(seed)!),
      });
    }
  }
  return pairs.sort((left, right) => left.a - right.a || left.b - right.b);
}
