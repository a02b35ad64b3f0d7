import type { AccountFacts } from "../store/cluster-facts.ts";
import type { Role } from "./profile.ts";

/**
 * What an account mostly does in this export: answers others (commenter), passes on (amplifier), or brings up things of its own before
 * the others do (originator). By its posts and by how often it was first; a description of behaviour, not of rank or intent.
 *
 * @param firstShare share of the account's ties in which its action usually came first, 0 to 1
 */
export function roleOf(facts: AccountFacts, firstShare: number): Role {
  if (facts.answers * 2 > facts.posts) return "commenter";
  if (facts.passedOn * 2 > facts.posts) return "amplifier";
  return firstShare >= 0.6 ? "originator" : "amplifier";
}
