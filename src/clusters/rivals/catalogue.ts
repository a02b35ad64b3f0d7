import { FEEDS } from "./feeds.ts";
import type { Rival } from "./hypothesis.ts";
import { IMITATION } from "./imitation.ts";
import { SCHEDULER } from "./scheduler.ts";
import { STAFF } from "./staff.ts";
import { SYNDICATION } from "./syndication.ts";
import { TRANSLATORS } from "./translators.ts";

/** Every explanation that a cluster is weighed against; equal scores keep this order. */
export const RIVALS: readonly Rival[] = [SYNDICATION, FEEDS, STAFF, SCHEDULER, TRANSLATORS, IMITATION];
