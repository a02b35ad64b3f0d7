import type { Random } from "../../math/random.ts";
import type { IdentityFacts } from "../../store/identity-facts.ts";

/**
 * Question: what would accounts that are as active as these look like?
 *
 * For each member a stand-in is drawn from the accounts with about as many posts here (same power of two), the members among them: under
 * the null of no difference members are such draws themselves, so a share of draws is a p-value (Phipson and Smyth 2010,
 * doi 10.2202/1544-6115.1585). Without it a cluster of busy accounts would be regular, young or asymmetric for being busy. Drawn without
 * putting back. An account alone in its bin stands in for itself, which errs towards silence.
 */
export class Controls {
  private readonly bins = new Map<number, number[]>();
  private readonly members: readonly (readonly [bin: number, count: number])[];

  /** @param usable accounts for which the sign can be measured; members must be among them */
  constructor(
    private readonly facts: IdentityFacts,
    usable: readonly number[],
    members: readonly number[],
  ) {
    for (const account of usable) {
      const bin = this.binOf(account);
      const known = this.bins.get(bin);
      if (known === undefined) this.bins.set(bin, [account]);
      else known.push(account);
    }
    const wanted = new Map<number, number>();
    for (const account of members) wanted.set(this.binOf(account), (wanted.get(this.binOf(account)) ?? 0) + 1);
    this.members = [...wanted].sort((left, right) => left[0] - right[0]);
  }

  /** As many accounts as there are members, as active as they are. Bins are shuffled on the way, in part and in place. */
  draw(random: Random): number[] {
    const drawn: number[] = [];
    for (const [bin, count] of this.members) {
      const accounts = this.bins.get(bin)!;
      for (let i = 0; i < count; i++) {
        const j = i + Math.floor(random() * (accounts.length - i));
        const chosen = accounts[j]!;
        accounts[j] = accounts[i]!;
        accounts[i] = chosen;
        drawn.push(chosen);
      }
    }
    return drawn;
  }

  private binOf(account: number): number {
    return Math.floor(Math.log2(this.facts.posts[account]!));
  }
}

/** Draws for a Monte Carlo test; 1 / (DRAWS + 1) is the smallest p it can give. */
export const DRAWS = 999;

/** Accounts that posted here and for which `known` holds. */
export function usableAccounts(facts: IdentityFacts, known: (account: number) => boolean): number[] {
  const usable: number[] = [];
  for (let account = 0; account < facts.accountCount; account++) {
    if (facts.posts[account]! > 0 && known(account)) usable.push(account);
  }
  return usable;
}

/** Fewer of the cluster cannot be judged as a group; fewer beside it are no yardstick. */
export const LEAST_MEMBERS = 3;
export const LEAST_OTHERS = 20;

/** Whether there are enough inside and beside the cluster. */
export const isComparable = (members: readonly number[], usable: readonly number[]): boolean =>
  members.length >= LEAST_MEMBERS && usable.length - members.length >= LEAST_OTHERS;
