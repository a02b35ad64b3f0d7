import { type Random, seeded } from "../../math/random.ts";
import { formatExpected, formatRelation } from "../../text/figures.ts";
import type { ObservedTrace } from "../../traces/observe.ts";
import { PROFILE_KINDS, type ProfileKind } from "../../traces/profile-marks.ts";
import { DRAWS, isComparable } from "./controls.ts";
import type { IdentitySign, IdentitySignName } from "./sign.ts";

const SIGNS: readonly (readonly [kind: ProfileKind, name: IdentitySignName, what: string])[] = [
  ["words", "shared-bio", "the words of their description"],
  ["link", "shared-link", "an address in their description"],
  ["picture", "shared-avatar", "their picture"],
];

/**
 * Question: how many of the cluster share a picture, an address or a description with each other, and how many would of as many accounts
 * taken at random?
 *
 * Objects are those of the trace of profiles. Observed: members that share theirs with another member. p: 999 draws of as many accounts out
 * of all that show that trait. A picture that everybody has is shared by everybody drawn, too. Cost: O(draws x n). Does not show: who had it first.
 */
export class SharedTraits {
  private readonly traits: readonly {
    readonly name: IdentitySignName;
    readonly what: string;
    readonly objectsOf: ReadonlyMap<number, readonly number[]>;
    readonly accounts: number[];
  }[];

  /** @param profiles undefined where no account shows anything of itself */
  constructor(profiles: ObservedTrace | undefined) {
    this.traits = SIGNS.map(([kind, name, what]) => {
      const objectsOf = new Map<number, number[]>();
      if (profiles?.kind !== undefined) {
        const { account, object, count } = profiles.actions;
        for (let i = 0; i < count; i++) {
          if (PROFILE_KINDS[profiles.kind[object[i]!]!] !== kind) continue;
          const known = objectsOf.get(account[i]!);
          if (known === undefined) objectsOf.set(account[i]!, [object[i]!]);
          else known.push(object[i]!);
        }
      }
      return { name, what, objectsOf, accounts: [...objectsOf.keys()].sort((left, right) => left - right) };
    });
  }

  of(accounts: readonly number[], seed: number): IdentitySign[] {
    const signs: IdentitySign[] = [];
    for (const { name, what, objectsOf, accounts: all } of this.traits) {
      const members = accounts.filter((account) => objectsOf.has(account));
      if (!isComparable(members, all)) continue;
      const observed = sharing(members, objectsOf);
      const random = seeded(seed, name, members[0]!, members.length);
      const pool = [...all];
      let asMany = 1;
      let sum = 0;
      for (let draw = 0; draw < DRAWS; draw++) {
        const count = sharing(drawn(pool, members.length, random), objectsOf);
        if (count >= observed) asMany++;
        sum += count;
      }
      const p = asMany / (DRAWS + 1);
      const expected = sum / DRAWS;
      signs.push({
        name,
        members: observed,
        observed,
        expected,
        p,
        sentence: `${observed} of ${members.length} accounts share ${what} with another of them; ${formatExpected(expected)} of as many drawn at random (p ${formatRelation(p)}).`,
      });
    }
    return signs;
  }
}

function drawn(pool: number[], count: number, random: Random): number[] {
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (pool.length - i));
    const chosen = pool[j]!;
    pool[j] = pool[i]!;
    pool[i] = chosen;
  }
  return pool.slice(0, count);
}

function sharing(accounts: readonly number[], objectsOf: ReadonlyMap<number, readonly number[]>): number {
  const owners = new Map<number, number>();
  for (const account of accounts) {
    for (const object of new Set(objectsOf.get(account)!)) owners.set(object, (owners.get(object) ?? 0) + 1);
  }
  return accounts.filter((account) => objectsOf.get(account)!.some((object) => owners.get(object)! > 1)).length;
}
