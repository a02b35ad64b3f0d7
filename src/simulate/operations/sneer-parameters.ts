import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, type Parameter, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "sneer-review";

/** What a difficulty changes beyond the common dials. */
const BY_DIFFICULTY: Readonly<
  Record<Difficulty, { size: number; shared: number; big: Parameter<number>; matched: number; local: number }>
> = {
  easy: {
    size: 30,
    shared: 99,
    big: published(220, `${OPENAI_2025}: 220 comments generated for one video, 199 displayed`),
    matched: 0,
    local: 0,
  },
  hard: {
    size: 55,
    shared: 99,
    big: assumed(24, "fewer than the published 220, so that the number of posts tells nothing"),
    matched: 1,
    local: 0,
  },
  evasive: { size: 60, shared: 3, big: assumed(12, "hardly more than any other post gets"), matched: 1, local: 1 },
};

export function sneerParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(
      difficulty,
      assumed(set.size, `accounts that answer; the report gives no number, 25 to 60 are plausible, ${why}`),
    ),
    shared: assumed(set.shared, `most main posts one replier answers, ${why}`),
    mains: assumed(2, "main accounts; one to three are plausible, the report speaks of a main account"),
    mainPosts: assumed(8, "posts of the main accounts in 14 days"),
    repliesMin: assumed(8, "fewest crew replies to a main post"),
    repliesMax: assumed(30, "most crew replies to a main post, but for the big one"),
    bigPost: set.big,
    delayMin: assumed(8, "median minutes to a crew reply, log-normal, times the jitter"),
    delayFloorMin: assumed(1, "no reply before, times the jitter"),
    delayCeilingMin: assumed(
      40,
      "no reply after, times the jitter; those to the big post take up to six times as long",
    ),
    delaySigma: assumed(0.9, "standard deviation of the logarithm of the delay"),
    lines: assumed(30, "lines of the script that are used word for word"),
    chinese: assumed(0.1, "share of replies in Chinese; English, Chinese and Urdu are published, by target"),
    matched: assumed(
      set.matched,
      `1: the crew is typical in all it is, no busier than it would be anyway, and main posts are timed so that replies come at everybody's hours, ${why}`,
    ),
    localHours: assumed(set.local, `1: replies wait until the replier's place is awake, ${why}`),
    organicRepliesMax: assumed(3, "most replies of ordinary accounts to a main post: hardly anybody else takes part"),
    mainDecoys: assumed(6, "ordinary posts of a main account in 14 days"),
  };
}
export type SneerParameters = ReturnType<typeof sneerParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkSneer(table: SneerParameters): void {
  const { mains, lines, decoy, repliesMin, repliesMax, delayFloorMin, delayCeilingMin } = table;
  if (
    Math.min(mains.value, lines.value) < 1 ||
    decoy.value >= 1 ||
    repliesMin.value > repliesMax.value ||
    delayFloorMin.value > delayCeilingMin.value
  ) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs at least one of mains and lines, decoy below 1, and no least above its most; look at what was given with --set.`,
    );
  }
}
