import { seeded } from "../../math/random.ts";
import type { IdentityFacts } from "../../store/identity-facts.ts";
import { formatRelation } from "../../text/figures.ts";
import { Controls, DRAWS, isComparable, usableAccounts } from "./controls.ts";
import type { IdentitySign } from "./sign.ts";
import { workingOffsets } from "./working-day.ts";

const HOURS = 168;
/** Dirichlet prior of each hour: an account with one post has hardly a rhythm, and hardly says so. */
const PRIOR = 0.5;
/** Below, an account's hours say next to nothing. */
const LEAST_POSTS = 3;
/** Draws fewer for large groups, whose p is small at once: at most so many posts-hours are looked up. */
const LOOKUPS = 30_000_000;

/**
 * Question: do these accounts post at the same hours of the week, more than as active others do?
 *
 * Each account's 168 hours of the week (UTC), with half a post added to each (Dirichlet 0.5), make a distribution; the group's distance is
 * the generalised Jensen-Shannon divergence, entropy of the mean less mean of the entropies (Lin 1991, doi 10.1109/18.61115). p: share of
 * draws of as active accounts (`controls.ts`) that lie as near to each other; entropy falls with activity, which is why they must be.
 *
 * Cost: O(draws x hours in which members posted). Does not show: a place. Schedulers cost nothing, whole continents share hours, and
 * members who answer the same author share that author's.
 */
export function hourOfWeek(accounts: readonly number[], facts: IdentityFacts, seed: number): IdentitySign | null {
  const usable = usableAccounts(facts, (account) => facts.posts[account]! >= LEAST_POSTS);
  const inside = new Set(accounts);
  const members = usable.filter((account) => inside.has(account));
  if (!isComparable(members, usable)) return null;
  const distance = distanceOf(facts);
  const observed = distance(members);
  const controls = new Controls(facts, usable, members);
  const random = seeded(seed, "hour-of-week", members[0]!, members.length);
  const { starts } = facts.hours;
  const lookups = members.reduce((sum, account) => sum + starts[account + 1]! - starts[account]!, 0);
  const draws = Math.max(99, Math.min(DRAWS, Math.floor(LOOKUPS / lookups)));
  let asNear = 1;
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    const one = distance(controls.draw(random));
    // Sums in another order differ in their last bits.
    if (one <= observed + 1e-12) asNear++;
    sum += one;
  }
  const p = asNear / (draws + 1);
  const expected = sum / draws;
  const day = p <= 0.05 ? workingOffsets(members, facts.hours) : null;
  const range =
    day === null
      ? ""
      : ` Their hours are consistent with a working day at ${offsets(day)}, which a schedule can imitate.`;
  return {
    name: "hour-of-week",
    members: members.length,
    observed,
    expected,
    p,
    sentence: `The hours of the week at which ${members.length} accounts post lie ${observed.toFixed(3)} apart; ${expected.toFixed(3)} for as many others as active (p ${formatRelation(p)}).${range}`,
  };
}

const offset = (hours: number): string => `UTC${hours < 0 ? "−" : "+"}${Math.abs(hours)}`;
const offsets = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? offset(from) : `${offset(from)} to ${offset(to)}`;

/** Generalised Jensen-Shannon divergence of a group, in bits. Only hours with posts are walked; entropies of accounts are kept. */
function distanceOf({ hours: { starts, hour, count }, posts }: IdentityFacts): (accounts: readonly number[]) => number {
  const known = new Map<number, number>();
  const entropyOf = (account: number): number => {
    let entropy = known.get(account);
    if (entropy !== undefined) return entropy;
    const total = posts[account]! + PRIOR * HOURS;
    const empty = HOURS - (starts[account + 1]! - starts[account]!);
    entropy = empty * surprise(PRIOR / total);
    for (let i = starts[account]!; i < starts[account + 1]!; i++) entropy += surprise((count[i]! + PRIOR) / total);
    known.set(account, entropy);
    return entropy;
  };
  const mean = new Float64Array(HOURS);
  return (accounts) => {
    mean.fill(0);
    let base = 0;
    let entropies = 0;
    for (const account of accounts) {
      const total = posts[account]! + PRIOR * HOURS;
      base += PRIOR / total;
      entropies += entropyOf(account);
      for (let i = starts[account]!; i < starts[account + 1]!; i++) mean[hour[i]!]! += count[i]! / total;
    }
    let entropy = 0;
    for (const one of mean) entropy += surprise((one + base) / accounts.length);
    // Accounts with one and the same rhythm: nothing but the last bits is left.
    return Math.max(0, entropy - entropies / accounts.length);
  };
}

const surprise = (share: number): number => (share > 0 ? -share * Math.log2(share) : 0);
