import { benjaminiHochberg } from "../math/fdr.ts";
import { orderByKey, startsOf } from "../math/order.ts";
import { poissonTail } from "../math/poisson.ts";
import { poissonBinomialTail } from "../math/poisson-binomial.ts";
import { coAudienceSets } from "./co-audience-sets.ts";

/**
 * Question: which accounts come back to the same authors' posts, together, more than these authors' own weight explains?
 *
 * Pairs of accounts need many common posts before they stand out among millions of pairs; a crew of fifty with three to eight comments
 * each has hardly one such pair. So the account is asked, not the pair:
 *  1. authors with a common audience make one set (`co-audience-sets.ts`); any other author is a set of its own;
 *  2. concentration: of the n posts that an account answered, x are of the set; were its answers drawn from all answers, the set
 *     would get each with chance s, its share of the answers of everybody else: P(X >= x), X binomial. Benjamini-Hochberg over all
 *     accounts with two answers or more times all sets;
 *  3. repeat participation: a seed must meet the other seeds on `TOGETHER` posts or more on average. Loyal readers concentrate as well,
 *     but each on posts of its own choice;
 *  4. `LEAST_SEEDS` seeds make a crew; then everybody else in the set's audience is asked by the same two measures, Benjamini-Hochberg
 *     among that audience alone, half the meetings: that the set has a crew is known by then.
 * Source: the reference notes' repeat crew and exclusivity; the combination is our own. Cost: O(answers), the sets' O(sum of d^2), and
 * O(n x) for each account and set with two answers.
 *
 * Does not show why they come: fans of one artist and hunters of one prize do the same. Nor does it see a crew that answers everybody,
 * or one so large in its export that its authors get most of all answers.
 */
export interface ReplyCrew {
  /** Authors answered, and the accounts that answer them, both ascending. */
  readonly authors: readonly number[];
  readonly accounts: readonly number[];
  /** Chance that an account is as concentrated on these authors, same order as `accounts`. */
  readonly concentration: readonly number[];
  /** Those found among all accounts, before the audience was asked again. */
  readonly seeds: readonly number[];
  /** Chance of so many accounts as concentrated as the seeds in any set. */
  readonly p: number;
  /** Share of all answers to these authors that come from these accounts. */
  readonly closedLoop: number;
  /** Mean number of posts on which two seeds met. */
  readonly together: number;
}

export interface ReplyCrews {
  /** Largest first. */
  readonly crews: readonly ReplyCrew[];
  /** Accounts times sets that were asked. */
  readonly tested: number;
  /** Accounts that answer too many authors to say which of these belong together. */
  readonly busyAccounts: number;
}

/** Element i says that `account[i]` answered post `parent[i]` of `author[i]`; answers to oneself are left out beforehand. */
export interface Answered {
  readonly accountCount: number;
  readonly authorCount: number;
  readonly parentCount: number;
  readonly account: Uint32Array;
  readonly author: Uint32Array;
  readonly parent: Uint32Array;
}

export interface ReplyCrewOptions {
  /** False discovery rate of the seeds, and of those asked after them. */
  readonly seedQ: number;
  readonly q: number;
}

const LEAST_SEEDS = 4;
const TOGETHER = 1;
const TOGETHER_LATER = 0.5;
/** Beyond so many answers the binomial tail is taken as Poisson, which is larger and so errs on the safe side. */
const MANY = 400;

interface Concentration {
  readonly account: number;
  /** Distinct posts of the set that it answered. */
  readonly parents: readonly number[];
  readonly p: number;
}

export function replyCrews(answered: Answered, { seedQ, q }: ReplyCrewOptions = { seedQ: 0.01, q: 0.05 }): ReplyCrews {
  const { starts, author, parent } = distinctAnswers(answered);
  const authorsOf = Array.from({ length: answered.accountCount }, (_, account) => [
    ...new Set(author.subarray(starts[account]!, starts[account + 1]!)),
  ]);
  const { sets, busyAccounts } = coAudienceSets(authorsOf, answered.authorCount);
  const setOf = new Int32Array(answered.authorCount).fill(-1);
  for (const [i, set] of sets.entries()) for (const one of set) setOf[one] = i;
  const weight = new Float64Array(sets.length);
  for (const one of author) if (setOf[one]! >= 0) weight[setOf[one]!]!++;
  const asked: Concentration[][] = sets.map(() => []);
  let eligible = 0;
  for (let account = 0; account < answered.accountCount; account++) {
    const from = starts[account]!;
    const n = starts[account + 1]! - from;
    if (n < 2) continue;
    eligible++;
    const own = new Map<number, number[]>();
    for (let i = from; i < from + n; i++) {
      const set = setOf[author[i]!]!;
      if (set < 0) continue;
      const known = own.get(set);
      if (known === undefined) own.set(set, [parent[i]!]);
      else known.push(parent[i]!);
    }
    for (const [set, parents] of own) {
      const x = parents.length;
      // Where nobody else answers anything there is nothing to be held against.
      if (x < 2 || author.length === n) continue;
      const share = (weight[set]! - x) / (author.length - n);
      asked[set]!.push({ account, parents, p: concentration(n, x, share) });
    }
  }
  const tested = eligible * sets.length;
  const flat = asked.flat();
  const level = benjaminiHochberg(
    Float64Array.from(flat, ({ p }) => p),
    tested,
  );
  const loyal = new Set(flat.filter((_, i) => level[i]! <= seedQ));
  const crews: ReplyCrew[] = [];
  for (const [i, candidates] of asked.entries()) {
    const seeds = meeting(candidates.filter((one) => loyal.has(one)));
    if (seeds.length < LEAST_SEEDS) continue;
    const members = grow(candidates, seeds, audienceOf(authorsOf, setOf, i), q);
    members.sort((left, right) => left.account - right.account);
    const weakest = seeds.reduce((largest, { p }) => Math.max(largest, p), 0);
    crews.push({
      authors: sets[i]!,
      accounts: members.map(({ account }) => account),
      concentration: members.map(({ p }) => p),
      seeds: seeds.map(({ account }) => account).sort((left, right) => left - right),
      p: Math.min(1, poissonTail(seeds.length, eligible * weakest) * sets.length),
      closedLoop: members.reduce((sum, { parents }) => sum + parents.length, 0) / weight[i]!,
      together: mean(togetherOf(seeds, seeds)),
    });
  }
  crews.sort((left, right) => right.accounts.length - left.accounts.length || left.authors[0]! - right.authors[0]!);
  return { crews, tested, busyAccounts };
}

/** Each post answered counts once an account: whoever quarrels under one post is not loyal to its author. */
function distinctAnswers({ accountCount, parentCount, account, author, parent }: Answered): {
  starts: Uint32Array;
  author: Uint32Array;
  parent: Uint32Array;
} {
  const order = orderByKey(account, accountCount, orderByKey(parent, parentCount));
  const kept = order.filter(
    (position, i) =>
      i === 0 || account[position] !== account[order[i - 1]!] || parent[position] !== parent[order[i - 1]!],
  );
  return {
    starts: startsOf(
      kept.map((position) => account[position]!),
      accountCount,
    ),
    author: kept.map((position) => author[position]!),
    parent: kept.map((position) => parent[position]!),
  };
}

function concentration(n: number, x: number, share: number): number {
  if (n > MANY) return x <= n * share ? 1 : poissonTail(x, n * share);
  return poissonBinomialTail(new Float64Array(n).fill(share), n, x);
}

/** The accounts that meet the others of their kind; whoever does not is taken away until all do. */
function meeting(loyal: readonly Concentration[]): readonly Concentration[] {
  let left = loyal;
  for (;;) {
    const together = togetherOf(left, left);
    const stay = left.filter((_, i) => together[i]! >= TOGETHER);
    if (stay.length === left.length || stay.length < LEAST_SEEDS) return stay;
    left = stay;
  }
}

function grow(
  candidates: readonly Concentration[],
  seeds: readonly Concentration[],
  audience: number,
  q: number,
): Concentration[] {
  const level = benjaminiHochberg(
    Float64Array.from(candidates, ({ p }) => p),
    audience,
  );
  const isSeed = new Set(seeds);
  const together = togetherOf(candidates, seeds);
  return candidates.filter((one, i) => isSeed.has(one) || (level[i]! <= q && together[i]! >= TOGETHER_LATER));
}

/** Mean number of posts on which each of `some` met an account of `seeds` other than itself. Cost: O(posts answered). */
function togetherOf(some: readonly Concentration[], seeds: readonly Concentration[]): number[] {
  const seedsOn = new Map<number, number>();
  for (const { parents } of seeds) for (const one of parents) seedsOn.set(one, (seedsOn.get(one) ?? 0) + 1);
  const isSeed = new Set(seeds);
  return some.map((one) => {
    const self = isSeed.has(one) ? 1 : 0;
    if (seeds.length === self) return 0;
    const met = one.parents.reduce((sum, parent) => sum + (seedsOn.get(parent) ?? 0) - self, 0);
    return met / (seeds.length - self);
  });
}

function audienceOf(authorsOf: readonly (readonly number[])[], setOf: Int32Array, set: number): number {
  return authorsOf.reduce((count, authors) => (authors.some((one) => setOf[one] === set) ? count + 1 : count), 0);
}

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
