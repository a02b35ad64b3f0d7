import type { Term } from "../corpus/narratives.ts";
import { logOdds, termsOf } from "../text/distinguishing.ts";

/** A text as it is compared, and who wrote it. */
export interface NormalText {
  readonly account: number;
  readonly normal: string;
}

/** A term must be used so often by the cluster, and by more than one of its accounts, to be the cluster's. */
const LEAST_POSTS = 3;
const LEAST_ACCOUNTS = 2;
/** Standard errors from which a term counts as telling. */
const LEAST_Z = 3;
/** How many times as often, in posts, the cluster must use it: what everybody says a little less of tells nobody apart. */
const LEAST_RATIO = 2;
/** Of a word that hardly ever stands outside a phrase the phrase says it all. */
const COVERED = 0.8;

/**
 * Terms that tell a cluster's texts from those of everybody else, most telling first (`text/distinguishing.ts`). Words covered by a phrase
 * that stands as well are left to it. O(words of all texts).
 */
export function distinguishingTerms(cluster: readonly NormalText[], others: readonly NormalText[]): readonly Term[] {
  const own = new Map<string, { posts: number; accounts: Set<number> }>();
  let ownUses = 0;
  for (const { account, normal } of cluster) {
    for (const term of termsOf(normal)) {
      ownUses++;
      const known = own.get(term);
      if (known === undefined) own.set(term, { posts: 1, accounts: new Set([account]) });
      else {
        known.posts++;
        known.accounts.add(account);
      }
    }
  }
  for (const [term, { posts, accounts }] of own) {
    if (posts < LEAST_POSTS || accounts.size < LEAST_ACCOUNTS) own.delete(term);
  }
  const outside = new Map<string, number>();
  let otherUses = 0;
  for (const { normal } of others) {
    for (const term of termsOf(normal)) {
      otherUses++;
      if (own.has(term)) outside.set(term, (outside.get(term) ?? 0) + 1);
    }
  }
  const telling = [...own]
    .map(([term, { posts, accounts }]): Term => {
      const used = outside.get(term) ?? 0;
      const z = logOdds({ inside: posts, outside: used }, ownUses, otherUses);
      return { term, posts, accounts: accounts.size, others: used, z };
    })
    .filter(
      ({ z, posts, others: used }) => z >= LEAST_Z && posts * others.length >= LEAST_RATIO * used * cluster.length,
    )
    .sort((x, y) => y.z - x.z || (x.term < y.term ? -1 : 1));
  const inPhrases = new Map<string, number>();
  for (const { term, posts } of telling) {
    for (const word of term.split(" ").length > 1 ? term.split(" ") : []) {
      inPhrases.set(word, Math.max(inPhrases.get(word) ?? 0, posts));
    }
  }
  return telling.filter(({ term, posts }) => term.includes(" ") || (inPhrases.get(term) ?? 0) < COVERED * posts);
}
