import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "trend-for-hire";
/** Odanga Madung and Brian Obilo: paid US$ 10 to 15 for each campaign, briefed in WhatsApp groups, hashtags and lines handed out. */
const MOZILLA_2021 = "Mozilla Foundation, Inside the Shadowy World of Disinformation for Hire in Kenya, 2021";

const BY_DIFFICULTY: Readonly<
  Record<
    Difficulty,
    {
      decoy: number;
      typical: number;
      sigma: number;
      sharp: number;
      matched: number;
      local: number;
      reposts: number;
      secondTag: number;
      poster: number;
    }
  >
> = {
  easy: {
    decoy: 0.5,
    typical: 0,
    sigma: 0.8,
    sharp: 1,
    matched: 0,
    local: 0,
    reposts: 0.3,
    secondTag: 0.5,
    poster: 1,
  },
  hard: {
    decoy: 0.4,
    typical: 1,
    sigma: 0.8,
    sharp: 0,
    matched: 1,
    local: 0,
    reposts: 0.3,
    secondTag: 0.5,
    poster: 0.4,
  },
  evasive: {
    decoy: 0.6,
    typical: 1,
    sigma: 1.2,
    sharp: 0,
    matched: 1,
    local: 1,
    reposts: 0,
    secondTag: 0,
    poster: 0,
  },
};

export function trendParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(difficulty, assumed(300, "real people who take part, between the 200 and 400 of the scenario table")),
    decoy: assumed(set.decoy, `share of ordinary life: these are real people with a life of their own, ${why}`),
    largestShare: assumed(0.08, "most of all accounts that take part, unless the prevalence is set"),
    leads: assumed(5, "participants who open a campaign and whose posts the others repost"),
    campaigns: assumed(3, "campaigns in 14 days, between the 2 and 4 of the scenario table"),
    joins: assumed(0.75, "chance that a participant takes a campaign on"),
    postsEachMax: assumed(6, "most posts of a participant in one campaign"),
    start: published("message", `${MOZILLA_2021}: hashtags, lines and the time to begin came in messaging groups`),
    sharpStart: assumed(set.sharp, `1: campaigns begin at a full half hour; 0: at any minute, ${why}`),
    delayMin: assumed(7, "median minutes from the start to a participant's first post, log-normal, times the jitter"),
    delaySigma: assumed(set.sigma, `standard deviation of the logarithm of that delay, ${why}`),
    gapMin: assumed(14, "median minutes between two posts of a participant, log-normal, times the root of the jitter"),
    reposts: assumed(set.reposts, `share of acts that repost a lead's post, ${why}`),
    templates: assumed(8, "lines with a gap that are handed out for each campaign"),
    secondTag: assumed(set.secondTag, `posts that carry the campaign's second hashtag too, ${why}`),
    pictures: assumed(0.12, "posts with a picture, as many as of anybody"),
    poster: assumed(
      set.poster,
      `of these one of the three pictures that are handed out, the others are their own, ${why}`,
    ),
    strangers: assumed(0.012, "of all accounts write about the hashtag once it trends"),
    typical: assumed(set.typical, `1: people who would be as busy anyway; 0: active ones who do it on top, ${why}`),
    matchedHours: assumed(set.matched, `1: campaigns start so that posts come at everybody's hours, ${why}`),
    localHours: assumed(set.local, `1: participants wait until their place is awake, ${why}`),
  };
}
export type TrendParameters = ReturnType<typeof trendParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkTrend({ leads, campaigns, templates, postsEachMax, decoy }: TrendParameters): void {
  if (Math.min(leads.value, campaigns.value, templates.value, postsEachMax.value) < 1 || decoy.value >= 1) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs at least one of leads, campaigns, templates and postsEachMax, and decoy below 1; look at what was given with --set.`,
    );
  }
}
