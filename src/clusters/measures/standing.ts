import type { MemberProfile } from "../../store/member-facts.ts";
import { ownerIn, saysMachine, saysNews, saysTranslation } from "./trade-words.ts";
import { commonest, middleOf } from "./typical.ts";

/**
 * Who do the members say they are, and what stands behind it?
 *
 * Counts of members by what their names and descriptions say, and beside these cheap words what is not written in a minute: the middle
 * rank of their audience among all accounts of the export, their age, their verification. Counts are over those of whom something is
 * known; where nobody's description is in the export, nothing is measured.
 *
 * What it does not show: whether a word is true; followers are bought, marks of verification are, too. Cost: one pass over members.
 */
export interface Standing {
  /** Members whose name or description the export holds. */
  readonly described: number;
  readonly machine: number;
  readonly news: number;
  readonly translators: number;
  /** Members with a description that names the same owner ("part of ..."). */
  readonly sameOwner: number;
  /** Middle share of the export's accounts that have fewer followers than a member. */
  readonly audience: number | null;
  readonly ageDays: number | null;
  /** Verified members of those of whom it is known; null: of nobody, or of nobody in the whole cluster a word. */
  readonly verified: number | null;
}

export function standingOf(members: readonly MemberProfile[]): Standing {
  const described = members.filter(({ name, bio }) => filled(bio) || filled(name));
  const count = (test: (member: MemberProfile) => boolean): number => described.filter(test).length;
  const owners = described.map(({ bio }) => (bio === null ? null : ownerIn(bio))).filter((owner) => owner !== null);
  const known = members.filter(({ verified }) => verified !== null);
  return {
    described: described.length,
    machine: count(({ handle, name, bio }) => saysMachine(handle, name, bio)),
    news: count(({ name, bio }) => saysNews(name, bio)),
    translators: count(({ bio }) => bio !== null && saysTranslation(bio)),
    sameOwner: commonest(owners)?.count ?? 0,
    audience: middleOf(members.map(({ followersRank }) => followersRank)),
    ageDays: middleOf(members.map(({ ageDays }) => ageDays)),
    verified: known.length === 0 ? null : known.filter(({ verified }) => verified).length / known.length,
  };
}

const filled = (words: string | null): boolean => words !== null && words.trim() !== "";
