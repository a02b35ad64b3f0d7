import { FANS } from "./fans.ts";
import { FEEDS } from "./feeds.ts";
import { GIVEAWAY } from "./giveaway.ts";
import type { Rival } from "./hypothesis.ts";
import { IMITATION } from "./imitation.ts";
import { NEWS_SHOCK } from "./news-shock.ts";
import { PETITION } from "./petition.ts";
import { SCHEDULER } from "./scheduler.ts";
import { SPAM } from "./spam.ts";
import { SPORTS } from "./sports.ts";
import { STAFF } from "./staff.ts";
import { SYNDICATION } from "./syndication.ts";
import { TRAINING } from "./training.ts";
import { TRANSLATORS } from "./translators.ts";

/** Every explanation that a cluster is weighed against; equal scores keep this order. */
export const RIVALS: readonly Rival[] = [
  FANS,
  SPORTS,
  NEWS_SHOCK,
  PETITION,
  SYNDICATION,
  FEEDS,
  GIVEAWAY,
  STAFF,
  TRAINING,
  SCHEDULER,
  TRANSLATORS,
  SPAM,
  IMITATION,
];
