import { UserError } from "../corpus/issue.ts";
import { BREAKING_NEWS } from "./benign/breaking-news.ts";
import { FAN_CAMPAIGN } from "./benign/fan-campaign.ts";
import { FEEDS } from "./benign/feeds.ts";
import { GIVEAWAY } from "./benign/giveaway.ts";
import { PETITION } from "./benign/petition.ts";
import { SCHEDULER } from "./benign/scheduler.ts";
import { SPORTS } from "./benign/sports.ts";
import { STAFF } from "./benign/staff.ts";
import { SYNDICATION } from "./benign/syndication.ts";
import { TRAINING_DAY } from "./benign/training-day.ts";
import { TRANSLATORS } from "./benign/translators.ts";
import { DECEPTIVE_EMPLOYMENT } from "./operations/deceptive-employment.ts";
import { FAKE_NEWSROOM } from "./operations/fake-newsroom.ts";
import { HELGOLAND_BITE } from "./operations/helgoland-bite.ts";
import { HIGH_FIVE } from "./operations/high-five.ts";
import { PHONE_FARM } from "./operations/phone-farm.ts";
import { SCOPECREEP } from "./operations/scopecreep.ts";
import { SNEER_REVIEW } from "./operations/sneer-review.ts";
import { STORM_2035 } from "./operations/storm-2035.ts";
import { TREND_FOR_HIRE } from "./operations/trend-for-hire.ts";
import { UNCLE_SPAM } from "./operations/uncle-spam.ts";
import { VAGUE_FOCUS } from "./operations/vague-focus.ts";
import { WRONG_NUMBER } from "./operations/wrong-number.ts";
import { NEWS_SHOCK } from "./organic/news-shock.ts";
import { VIRAL } from "./organic/viral.ts";
import { FRAME_UP } from "./probes/frame-up.ts";
import type { Story } from "./story.ts";

/** In every world, whatever the scenario: what a detector must leave alone. */
export const BACKGROUND: readonly Story[] = [
  NEWS_SHOCK,
  VIRAL,
  FAN_CAMPAIGN,
  SPORTS,
  BREAKING_NEWS,
  SYNDICATION,
  PETITION,
  FEEDS,
  GIVEAWAY,
  STAFF,
  TRAINING_DAY,
  SCHEDULER,
  TRANSLATORS,
] as readonly Story[];

/** What is to be found; several can share a world. */
export const OPERATIONS: readonly Story[] = [
  DECEPTIVE_EMPLOYMENT,
  SNEER_REVIEW,
  HIGH_FIVE,
  VAGUE_FOCUS,
  HELGOLAND_BITE,
  UNCLE_SPAM,
  STORM_2035,
  WRONG_NUMBER,
  SCOPECREEP,
  PHONE_FARM,
  FAKE_NEWSROOM,
  TREND_FOR_HIRE,
] as readonly Story[];

/** Questions put to a world with an operation: named behind it, never alone. */
export const PROBES: readonly Story[] = [FRAME_UP] as readonly Story[];

/** The scenario without any operation. */
export const ORGANIC = {
  name: "organic",
  about: [
    "No operation: ordinary life, viral posts, news shocks and benign coordination alone.",
    "Whatever is reported here as unexplained is a false alarm.",
  ],
} as const;

/**
 * Operations of a scenario: `organic`, one name, or several joined with commas.
 *
 * @throws UserError on a name that does not exist
 */
export function operationsOf(scenario: string): Story[] {
  const names = scenario.split(",").filter((name) => name !== ORGANIC.name);
  return names.map((name) => {
    const story = [...OPERATIONS, ...PROBES].find((operation) => operation.name === name);
    if (story !== undefined) return story;
    const known = [ORGANIC, ...OPERATIONS, ...PROBES].map(({ name }) => name).join(", ");
    throw new UserError(
      "scenario-unknown",
      `There is no scenario ${name}; choose from ${known}, or several joined with commas.`,
    );
  });
}
