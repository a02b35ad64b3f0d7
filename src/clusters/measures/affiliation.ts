import type { EvidencePost, MemberProfile } from "../../store/member-facts.ts";
import { disclaims, statesWork } from "./trade-words.ts";

/**
 * Is there one organisation that the members push and say they belong to?
 *
 * Candidates are what the evidence leads to: sites linked, accounts reposted, answered, mentioned. A member names a candidate when its
 * letters, run together, are those of up to four neighbouring words of the description ("@loreto_bikes", "Loreto Bikes" and
 * loreto-bikes.com are one). The candidate that most members name is the organisation; of them those count as staff whose description
 * speaks of work or keeps the employer out of it.
 *
 * What it does not show: whether they do work there, and members who name it nowhere. Three fronts of one crew, a third of the members
 * each, stay below half. Supporters name their club as well; without a word of work they are no staff. Cost: descriptions and evidence of the cluster, once each.
 */
export interface Affiliation {
  /** Members with a description, without the organisation's own accounts; null: descriptions are not in the export. */
  readonly described: number | null;
  /** Letters of the organisation's name, run together; null: nobody names what is pushed. */
  readonly organisation: string | null;
  readonly naming: number;
  /** Of these, the ones who speak of work. */
  readonly employed: number;
  /** Share of the evidence's posts that lead to it. */
  readonly pushed: number;
}

export function affiliationOf(members: readonly MemberProfile[], posts: readonly EvidencePost[]): Affiliation {
  const described = members.filter(({ bio }) => bio !== null && bio.trim() !== "");
  if (described.length === 0) return { described: null, organisation: null, naming: 0, employed: 0, pushed: 0 };
  const pushed = new Map<string, number>();
  for (const post of posts) for (const key of candidatesIn(post)) pushed.set(key, (pushed.get(key) ?? 0) + 1);
  const named = new Map<string, { naming: number; employed: number }>();
  for (const member of described) {
    for (const [key, states] of namesIn(member.bio!)) {
      if (!pushed.has(key) || isItself(member, key)) continue;
      const own = named.get(key) ?? { naming: 0, employed: 0 };
      own.naming++;
      if (states) own.employed++;
      named.set(key, own);
    }
  }
  let best: string | null = null;
  for (const [key, { naming }] of named) {
    const more = best === null ? 1 : naming - named.get(best)!.naming || pushed.get(key)! - pushed.get(best)!;
    if (more > 0 || (more === 0 && key < best!)) best = key;
  }
  return {
    described: described.filter((member) => best === null || !isItself(member, best)).length,
    organisation: best,
    naming: best === null ? 0 : named.get(best)!.naming,
    employed: best === null ? 0 : named.get(best)!.employed,
    pushed: best === null ? 0 : pushed.get(best)! / posts.length,
  };
}

/** Shorter names are met by chance. */
const LEAST_LETTERS = 4;
const MOST_WORDS = 4;
/** Where everybody has a page is no employer. */
const PLATFORMS = new Set(
  "youtube youtu twitter facebook instagram tiktok telegram threads bluesky bsky mastodon reddit linkedin linktr linktree medium substack twitch spotify patreon google apple amazon".split(
    " ",
  ),
);

const lettersOf = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");

function candidatesIn({ domains, mentions, targetHandle, targetName }: EvidencePost): Set<string> {
  const found = new Set<string>();
  const add = (words: string): void => {
    const key = lettersOf(words);
    if (key.length >= LEAST_LETTERS && !PLATFORMS.has(key)) found.add(key);
  };
  for (const domain of domains ?? []) add(domain.split(".")[0]!);
  for (const handle of mentions ?? []) add(handle);
  if (targetHandle !== null) add(targetHandle);
  if (targetName !== null) add(targetName);
  return found;
}

const SENTENCES = /[.;|·•\n]+(?=\s|$)|[;|·•\n]+/u;
/** A handle or the part of a site before its first dot, as it stands, or a word. */
const NAMES = /@[\p{L}\p{N}_]+|(?:www\.)?[\p{L}\p{N}-]+\.[a-z]{2,}|[\p{L}\p{N}]+/giu;

/** Letters of all that the description might name, and whether it states work there. */
function namesIn(bio: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const apart = disclaims(bio);
  for (const sentence of bio.split(SENTENCES)) {
    const words = [...sentence.matchAll(NAMES)];
    for (const [from, { index, 0: first }] of words.entries()) {
      const before = sentence.slice(0, index) + (first.startsWith("@") ? "@" : "");
      const states = statesWork(before, sentence) || (apart && statesWork("@", sentence));
      let letters = "";
      for (const { 0: word } of words.slice(from, from + MOST_WORDS)) {
        letters += lettersOf(word.replace(/^www\./i, "").replace(/\.[a-z]{2,}$/i, ""));
        found.set(letters, (found.get(letters) ?? false) || states);
      }
    }
  }
  return found;
}

const isItself = ({ handle, name }: MemberProfile, key: string): boolean =>
  (handle !== null && lettersOf(handle) === key) || (name !== null && lettersOf(name) === key);
