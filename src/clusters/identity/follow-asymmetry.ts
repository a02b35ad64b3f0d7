import { seeded } from "../../math/random.ts";
import type { IdentityFacts } from "../../store/identity-facts.ts";
import { formatRelation } from "../../text/figures.ts";
import { Controls, DRAWS, isComparable, usableAccounts } from "./controls.ts";
import type { IdentitySign } from "./sign.ts";

/**
 * Question: do these accounts follow many and are followed by few, or follow nobody, more than as active others do?
 *
 * Two tests: the sum of ranks of (following + 1) / (followers + 1) among all accounts (Wilcoxon's, ties at their middle), and the number that
 * follow nobody; each against 999 draws of as active accounts (`controls.ts`), the smaller p doubled. Patterns: Storm-2035 (following far
 * above followers), High Five (commenters who follow nobody; both OpenAI, June 2025).
 *
 * Cost: O(accounts log accounts + draws x n). Does not show: that followers are bought or missing; newcomers follow more than follow them.
 *
 * @param rank of all accounts, as `followRanks` gives them
 */
export function followAsymmetry(
  accounts: readonly number[],
  facts: IdentityFacts,
  rank: Float64Array,
  seed: number,
): IdentitySign | null {
  const usable = usableAccounts(facts, (account) => !Number.isNaN(rank[account]!));
  const inside = new Set(accounts);
  const members = usable.filter((account) => inside.has(account));
  if (!isComparable(members, usable)) return null;
  const ratio = ratioOf(facts);
  const ranked = (some: readonly number[]) => some.reduce((sum, account) => sum + rank[account]!, 0);
  const alone = (some: readonly number[]) => some.filter((account) => facts.following[account] === 0).length;
  const [ranksHere, aloneHere] = [ranked(members), alone(members)];
  const controls = new Controls(facts, usable, members);
  const random = seeded(seed, "follow-asymmetry", members[0]!, members.length);
  let asRanked = 1;
  let asAlone = 1;
  let aloneSum = 0;
  const ratios: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = controls.draw(random);
    if (ranked(drawn) >= ranksHere) asRanked++;
    const count = alone(drawn);
    if (count >= aloneHere) asAlone++;
    aloneSum += count;
    ratios.push(middle(drawn.map(ratio)));
  }
  const p = Math.min(1, (2 * Math.min(asRanked, asAlone)) / (DRAWS + 1));
  const common = { name: "follow-asymmetry", p } as const;
  if (asAlone < asRanked) {
    const expected = aloneSum / DRAWS;
    return {
      ...common,
      members: aloneHere,
      observed: aloneHere,
      expected,
      sentence: `${aloneHere} of ${members.length} accounts follow nobody; ${expected.toFixed(1)} of as many others as active (p ${formatRelation(p)}).`,
    };
  }
  const observed = middle(members.map(ratio));
  const expected = middle(ratios);
  return {
    ...common,
    members: members.length,
    observed,
    expected,
    sentence: `Half of ${members.length} accounts follow at least ${times(observed)} as many as follow them; others as active ${times(expected)} (p ${formatRelation(p)}).`,
  };
}

const times = (ratio: number): string => `${ratio >= 9.95 ? ratio.toFixed(0) : ratio.toFixed(1)} times`;

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

const ratioOf =
  ({ followers, following }: IdentityFacts) =>
  (account: number): number =>
    (following[account]! + 1) / (followers[account]! + 1);

/** Rank of each account that posted by that ratio, equal ones sharing the middle of theirs; NaN where the export states none. */
export function followRanks(facts: IdentityFacts): Float64Array {
  const accounts = usableAccounts(
    facts,
    (account) => Number.isFinite(facts.followers[account]!) && Number.isFinite(facts.following[account]!),
  );
  const value = ratioOf(facts);
  const order = accounts.sort((left, right) => value(left) - value(right) || left - right);
  const rank = new Float64Array(facts.accountCount).fill(Number.NaN);
  for (let i = 0; i < order.length; ) {
    let end = i + 1;
    while (end < order.length && value(order[end]!) === value(order[i]!)) end++;
    for (let k = i; k < end; k++) rank[order[k]!] = (i + end - 1) / 2;
    i = end;
  }
  return rank;
}
