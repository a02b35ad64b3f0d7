import type { EvidencePost, MemberProfile } from "../../store/member-facts.ts";
import { saysWork } from "./trade-words.ts";

/**
 * Is there one organisation that the members push and say they belong to?
 *
 * Candidates are what the evidence leads to: sites linked, accounts reposted, answered, mentioned. A member names a candidate when its
 * letters, run together, are those of up to four neighbouring words of the description ("@loreto_bikes", "Loreto Bikes" and
 * loreto-bikes.com are one). The candidate that most members name is the organisation; of them those count as staff whose description
 * speaks of work or keeps the employer out of it.
 *
 * What it does not show: whether they do work there, and members who name it nowhere. Three fronts of one crew, a third of the members
 * each, stay below half. Cost: descriptions and evidence of the cluster, once each.
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
  const named = new Map<string, MemberProfile[]>();
  for (const member of described) {
    for (const key of keysOf(member.bio!)) {
      if (!pushed.has(key) || isItself(member, key)) continue;
      const own = named.get(key);
      if (own === undefined) named.set(key, [member]);
      else own.push(member);
    }
  }
  let best: { key: string; naming: readonly MemberProfile[] } | null = null;
  for (const [key, naming] of named) {
    const more = best === null ? 1 : naming.length - best.naming.length || pushed.get(key)! - pushed.get(best.key)!;
    if (more > 0 || (more === 0 && key < best!.key)) best = { key, naming };
  }
  const others = described.filter((member) => best === null || !isItself(member, best.key));
  return {
    described: others.length,
    organisation: best?.key ?? null,
    naming: best?.naming.length ?? 0,
    employed: best?.naming.filter(({ bio }) => saysWork(bio!)).length ?? 0,
    pushed: best === null || posts.length === 0 ? 0 : pushed.get(best.key)! / posts.length,
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

function keysOf(bio: string): Set<string> {
  const keys = new Set<string>();
  // Handles and sites as they stand, underscores and hyphens within them; of a site the part before the first dot.
  for (const match of bio.matchAll(/@([\p{L}\p{N}_.-]+)|(?:www\.)?([\p{L}\p{N}-]+)\.[a-z]{2,}/giu))
    keys.add(lettersOf((match[1] ?? match[2])!));
  const words = bio.match(/[\p{L}\p{N}]+/gu) ?? [];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_WORDS); to++)
      keys.add(lettersOf(words.slice(from, to).join("")));
  }
  return keys;
}

const isItself = ({ handle, name }: MemberProfile, key: string): boolean =>
  (handle !== null && lettersOf(handle) === key) || (name !== null && lettersOf(name) === key);
