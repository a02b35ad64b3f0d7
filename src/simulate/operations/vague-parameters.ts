import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "vague-focus";

/** What a difficulty changes beyond the common dials. */
const BY_DIFFICULTY: Readonly<Record<Difficulty, { histories: number; block: number; local: number; shared: number }>> =
  {
    easy: { histories: 0, block: 0, local: 0, shared: 6 },
    hard: { histories: 1, block: 1, local: 0, shared: 2 },
    evasive: { histories: 1, block: 1, local: 1, shared: 0 },
  };

export function vagueParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(difficulty, published(9, `${OPENAI_2025}: nine accounts on X`)),
    fronts: published("a news site, a media agency, an advisory group", `${OPENAI_2025}; names here are invented`),
    weeks: assumed("the whole world", "eight weeks are plausible; the operation outlasts any world shorter than that"),
    postsMin: assumed(2, "fewest posts of an account without history on a working day"),
    postsMax: assumed(6, "most posts of such an account on a working day"),
    firstHourUtc: published(1, `${OPENAI_2025}: the business day of mainland China, 09:00 there`),
    hours: published(8, `${OPENAI_2025}: the business day of mainland China, to 17:00 there`),
    weekends: assumed(0.1, "chance that an account works on a day of the weekend"),
    movedBlock: assumed(set.block, `1: the block of hours lies where its mean is that of ordinary accounts, ${why}`),
    localHours: assumed(set.local, `1: no block at all, each posts when its own place is awake, ${why}`),
    linked: assumed(0.6, "of own posts announce an article of the own front, the others comment"),
    cross: assumed(0.3, "of posts take up an article of another front: repost, quote, or link and mention"),
    echoMin: assumed(45, "median minutes from an article to its echo, log-normal, times the jitter"),
    echoSigma: assumed(0.9, "standard deviation of the logarithm of that delay"),
    agedYear: published(2014, `${OPENAI_2025}: made in November, posted on three days, then silent to mid-2024`),
    agedFollowers: published(17000, `${OPENAI_2025}: followers of the news front's account`),
    agedPosts: assumed(40, "posts of the aged account before the world begins"),
    histories: assumed(
      set.histories,
      `1: accounts as old, followed and busy as anybody; 0: eight of them made within a month, ${why}`,
    ),
    sharedIndicators: assumed(
      set.shared,
      `kinds of indicators in which the fronts' sites agree, of ${SITE_KINDS.length}, the strongest first, ${why}`,
    ),
    neighbours: assumed(0.01, "of all accounts link a site of their own, in the bio too, at least 12"),
    readers: assumed(8, "ordinary accounts that link an article of a front"),
  };
}
export type VagueParameters = ReturnType<typeof vagueParameters>;

/** Kinds of indicators that two sites can have in common, the strongest first. */
export const SITE_KINDS = ["analytics", "whois_email", "certificate", "ip", "favicon", "registrar"] as const;
