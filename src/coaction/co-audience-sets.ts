import { benjaminiHochberg } from "../math/fdr.ts";
import { poissonTail } from "../math/poisson.ts";
import { UnionFind } from "../math/union-find.ts";

/**
 * Question: which authors are answered by the same accounts, so that one crew may work for all of them?
 *
 * Two authors share k accounts. Were it drawn anew who answers whom, with each account answering as many authors and each author
 * answered by as many accounts as now (Chung and Lu 2002, doi 10.1073/pnas.252631999), they would share
 *     lambda = n_a n_b (sum over accounts of d (d - 1)) / (sum of d)^2
 * on average; P(K >= k) is its Poisson tail, Benjamini-Hochberg over all pairs of authors. Authors are joined where that is at most
 * `Q` and the smaller audience shares a quarter or more; sets are connected parts, every other author is a set of its own.
 * Cost: O(sum of d^2). Accounts that answer more than `BUSY` authors say nothing about any two and are left out and counted.
 *
 * Does not show coordination: neighbours of a small town answer the same authors.
 */
export interface AuthorSets {
  /** Authors of each set, ascending. */
  readonly sets: readonly (readonly number[])[];
  readonly busyAccounts: number;
}

const Q = 0.001;
const LEAST_OVERLAP = 0.25;
/** Shared accounts below which two authors are not joined, and audience below which an author is not looked at. */
const LEAST_SHARED = 3;
const LEAST_AUDIENCE = 5;
const BUSY = 500;

/** @param authorsOf distinct authors that each account answers */
export function coAudienceSets(authorsOf: readonly (readonly number[])[], authorCount: number): AuthorSets {
  const audience = new Uint32Array(authorCount);
  let answered = 0;
  let ordered = 0;
  let busyAccounts = 0;
  const audienceOf: number[][] = Array.from({ length: authorCount }, () => []);
  for (const [account, authors] of authorsOf.entries()) {
    if (authors.length > BUSY) {
      busyAccounts++;
      continue;
    }
    answered += authors.length;
    ordered += authors.length * (authors.length - 1);
    for (const author of authors) {
      audience[author]!++;
      audienceOf[author]!.push(account);
    }
  }
  const large = [...audience.keys()].filter((author) => audience[author]! >= LEAST_AUDIENCE);
  const links: { a: number; b: number; p: number }[] = [];
  const shared = new Map<number, number>();
  for (const a of large) {
    shared.clear();
    for (const account of audienceOf[a]!) {
      for (const b of authorsOf[account]!) {
        if (b > a && audience[b]! >= LEAST_AUDIENCE) shared.set(b, (shared.get(b) ?? 0) + 1);
      }
    }
    for (const [b, k] of shared) {
      if (k < LEAST_SHARED || k < LEAST_OVERLAP * Math.min(audience[a]!, audience[b]!)) continue;
      links.push({ a, b, p: poissonTail(k, (audience[a]! * audience[b]! * ordered) / (answered * answered)) });
    }
  }
  const q = benjaminiHochberg(
    Float64Array.from(links, ({ p }) => p),
    (large.length * (large.length - 1)) / 2,
  );
  const joined = new UnionFind(authorCount);
  for (const [i, { a, b }] of links.entries()) if (q[i]! <= Q) joined.join(a, b);
  return { sets: joined.groups().filter((set) => audience[set[0]!]! >= LEAST_AUDIENCE), busyAccounts };
}
