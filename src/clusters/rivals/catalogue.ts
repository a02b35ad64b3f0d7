import { FANS } from "./fans.ts";
import { GIVEAWAY } from "./giveaway.ts";
import type { Rival } from "./hypothesis.ts";
import { NEWS_SHOCK } from "./news-shock.ts";
import { PETITION } from "./petition.ts";
import { SPAM } from "./spam.ts";
import { SPORTS } from "./sports.ts";
import { TRAINING } from "./training.ts";

/** Every explanation that a cluster is weighed against; equal scores keep this order. */
export const RIVALS: readonly Rival[] = [FANS, SPORTS, NEWS_SHOCK, PETITION, GIVEAWAY, TRAINING, SPAM];
