import { poissonBinomialTail } from "../../math/poisson-binomial.ts";
import type { IdentityFacts } from "../../store/identity-facts.ts";
import { formatExpected, formatRelation } from "../../text/figures.ts";
import { isComparable, usableAccounts } from "./controls.ts";
import type { IdentitySign } from "./sign.ts";

const DAY_MS = 86_400_000;
/** An account younger than this when the export begins has not slept. */
const OLD_MS = 365 * DAY_MS;
/** Fewer posts here are no second life. */
const LEAST_POSTS = 5;
/** So many times busier here than in its life before. */
const BUSIER = 20;
/** A silence inside the export: half a year, and back in another language. */
const SILENCE_MS = 182 * DAY_MS;

/**
 * Question: are these old accounts that lay still and were taken up again, more than as active others are?
 *
 * Taken up again: (a) at least a year old at its first post here, and at least twenty times as many posts a day here as its declared posts
 * (less those here) give for the time before; or (b) half a year of silence inside the export, and back in another language. p: tail of
 * the Poisson-binomial law, each member's chance being the share among the others with about as many posts (same power of two).
 * Pattern: made in 2014, three days of posts, silent to 2024 ("VAGue Focus", OpenAI, June 2025); accounts bought for their age.
 *
 * Cost: O(accounts + n^2). Does not show: who holds it now. Exports cut from a busy week make everybody busier; the others were cut, too.
 */
export function dormant(accounts: readonly number[], facts: IdentityFacts): IdentitySign | null {
  const usable = usableAccounts(
    facts,
    (account) =>
      facts.posts[account]! >= LEAST_POSTS && (isDeclared(account, facts) || facts.silenceMs[account]! >= SILENCE_MS),
  );
  const inside = new Set(accounts);
  const members = usable.filter((account) => inside.has(account));
  if (!isComparable(members, usable)) return null;
  const bins = new Map<number, { others: number; slept: number }>();
  const binOf = (account: number): { others: number; slept: number } => {
    const key = Math.floor(Math.log2(facts.posts[account]!));
    const bin = bins.get(key) ?? { others: 0, slept: 0 };
    bins.set(key, bin);
    return bin;
  };
  for (const account of usable) {
    if (inside.has(account)) continue;
    const bin = binOf(account);
    bin.others++;
    if (hasSlept(account, facts)) bin.slept++;
  }
  const chances = members.map((account) => (binOf(account).slept + 1) / (binOf(account).others + 1));
  const observed = members.filter((account) => hasSlept(account, facts)).length;
  const p = poissonBinomialTail(chances, chances.length, observed);
  const expected = members.reduce((sum, account) => sum + binOf(account).slept / Math.max(1, binOf(account).others), 0);
  return {
    name: "dormant",
    members: observed,
    observed,
    expected,
    p,
    sentence: `${observed} of ${members.length} accounts lay still for long and were taken up again; ${formatExpected(expected)} expected among others as active (p ${formatRelation(p)}).`,
  };
}

const isDeclared = (account: number, facts: IdentityFacts): boolean =>
  Number.isFinite(facts.createdMs[account]!) && Number.isFinite(facts.declaredPosts[account]!);

function hasSlept(account: number, facts: IdentityFacts): boolean {
  if (facts.silenceMs[account]! >= SILENCE_MS && facts.changedLanguage[account] === 1) return true;
  if (!isDeclared(account, facts)) return false;
  const ageMs = facts.firstMs[account]! - facts.createdMs[account]!;
  if (ageMs < OLD_MS) return false;
  // One post more than known, so that an account that never posted is not infinitely busier.
  const before = (1 + Math.max(0, facts.declaredPosts[account]! - facts.posts[account]!)) / (ageMs / DAY_MS);
  const here = facts.posts[account]! / Math.max(1, (facts.lastMs[account]! - facts.firstMs[account]!) / DAY_MS);
  return here >= BUSIER * before;
}
