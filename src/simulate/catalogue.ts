import { UserError } from "../corpus/issue.ts";
import { BREAKING_NEWS } from "./benign/breaking-news.ts";
import { FAN_CAMPAIGN } from "./benign/fan-campaign.ts";
import { SYNDICATION } from "./benign/syndication.ts";
import { HELGOLAND_BITE } from "./operations/helgoland-bite.ts";
import { PHONE_FARM } from "./operations/phone-farm.ts";
import { SNEER_REVIEW } from "./operations/sneer-review.ts";
import { TREND_FOR_HIRE } from "./operations/trend-for-hire.ts";
import { NEWS_SHOCK } from "./organic/news-shock.ts";
import { VIRAL } from "./organic/viral.ts";
import type { Story } from "./story.ts";

/** In every world, whatever the scenario: what a detector must leave alone. */
export const BACKGROUND: readonly Story[] = [
  NEWS_SHOCK,
  VIRAL,
  FAN_CAMPAIGN,
  SYNDICATION,
  BREAKING_NEWS,
] as readonly Story[];

/** What is to be found; several can share a world. */
export const OPERATIONS: readonly Story[] = [
  SNEER_REVIEW,
  PHONE_FARM,
  TREND_FOR_HIRE,
  HELGOLAND_BITE,
] as readonly Story[];

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
    const story = OPERATIONS.find((operation) => operation.name === name);
    if (story !== undefined) return story;
    const known = [ORGANIC.name, ...OPERATIONS.map((operation) => operation.name)].join(", ");
    throw new UserError(
      "scenario-unknown",
      `There is no scenario ${name}; choose from ${known}, or several joined with commas.`,
    );
  });
}
