import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "helgoland-bite";

const BY_DIFFICULTY: Readonly<
  Record<Difficulty, { typical: number; english: number; samePicture: number; local: number }>
> = {
  easy: { typical: 0, english: 0, samePicture: 1, local: 0 },
  hard: { typical: 1, english: 1 / 3, samePicture: 1, local: 0 },
  evasive: { typical: 1, english: 1 / 3, samePicture: 0, local: 1 },
};

export function helgolandParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(
      difficulty,
      published(3, `${OPENAI_2025}: a Telegram channel, an X account and a domain; more than three are mirrors`),
    ),
    itemsMin: assumed(10, "fewest items a day of the channel, where it posts as reported"),
    itemsMax: assumed(20, "most items a day of the channel, where it posts as reported"),
    subscribers: published(1755, `${OPENAI_2025}: subscribers of the channel`),
    followers: published(27_000, `${OPENAI_2025}: more than 27,000 followers of the X account`),
    pageTakes: assumed(0.8, "share of items that come on X as well"),
    siteTakes: assumed(0.6, "share of items that the site carries, verbatim as published"),
    pageDelayMin: assumed(12, "median minutes from the channel to X, log-normal, times the jitter"),
    pageDelaySigma: assumed(0.8, "standard deviation of the logarithm of that delay"),
    siteDelayMinH: assumed(1, "hours from the channel to the site, at least"),
    siteDelayMaxH: assumed(24, "hours from the channel to the site, at most, times the root of the jitter"),
    links: assumed(0.25, "share of X posts about items of the site that wait for its article and link it"),
    pictures: assumed(0.12, "items with a picture, as many as of anybody"),
    samePicture: assumed(set.samePicture, `1: the picture goes along with the item; 0: each its own, ${why}`),
    english: assumed(set.english, `share of items that come on X in English; the published content is German, ${why}`),
    sharers: assumed(0.006, "of all accounts share an article of the site once, in words of their own"),
    typical: assumed(set.typical, `1: as many items as anybody's posts; 0: as many as reported, ${why}`),
    localHours: assumed(set.local, `1: nothing is relayed in the local night, ${why}`),
  };
}
export type HelgolandParameters = ReturnType<typeof helgolandParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkHelgoland({ itemsMin, itemsMax, siteDelayMinH, siteDelayMaxH, decoy }: HelgolandParameters): void {
  if (itemsMin.value > itemsMax.value || siteDelayMinH.value > siteDelayMaxH.value || decoy.value >= 1) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs decoy below 1 and no least above its most; look at what was given with --set.`,
    );
  }
}
