import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, type Parameter, published } from "../parameters.ts";

export const LABEL = "sneer-review";

/** What a difficulty changes; the rest is the same at all three. */
const BY_DIFFICULTY: Readonly<
  Record<
    Difficulty,
    {
      repliers: number;
      jitter: number;
      paraphrase: number;
      decoy: number;
      most: number;
      big: Parameter<number>;
      local: number;
    }
  >
> = {
  easy: {
    repliers: 30,
    jitter: 1,
    paraphrase: 0,
    decoy: 0.1,
    most: 99,
    big: published(220, `${OPENAI_2025}: 220 comments generated for one video, 199 displayed`),
    local: 0,
  },
  hard: {
    repliers: 55,
    jitter: 10,
    paraphrase: 0.6,
    decoy: 0.3,
    most: 5,
    big: assumed(24, "fewer than the published 220, so that the number of posts tells nothing"),
    local: 0,
  },
  evasive: {
    repliers: 60,
    jitter: 10,
    paraphrase: 1,
    decoy: 0.5,
    most: 3,
    big: assumed(12, "hardly more than any other post gets"),
    local: 1,
  },
};

export function sneerParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    mains: assumed(2, "main accounts; one to three are plausible, the report speaks of a main account"),
    repliers: assumed(set.repliers, `accounts that answer; the report gives no number, 25 to 60 are plausible, ${why}`),
    mainPosts: assumed(8, "posts of the main accounts in 14 days"),
    repliesMin: assumed(8, "fewest crew replies to a main post"),
    repliesMax: assumed(30, "most crew replies to a main post, but for the big one"),
    bigPost: set.big,
    delayMin: assumed(8 * set.jitter, `median minutes to a crew reply, log-normal, ${why}`),
    delayFloorMin: assumed(1 * set.jitter, `no reply before, ${why}`),
    delayCeilingMin: assumed(
      40 * set.jitter,
      `no reply after, ${why}; those to the big post take up to six times as long`,
    ),
    delaySigma: assumed(0.9, "standard deviation of the logarithm of the delay"),
    postsPerReplier: assumed(set.most, `most main posts one replier answers, which bounds what two share, ${why}`),
    lines: assumed(30, "lines of the script that are used word for word"),
    paraphrase: assumed(set.paraphrase, `share of replies reworded by grammar, ${why}`),
    chinese: assumed(0.1, "share of replies in Chinese; English, Chinese and Urdu are published, by target"),
    decoy: assumed(set.decoy, `share of a crew account's activity that is ordinary life, ${why}`),
    matchedHours: assumed(
      set.jitter > 1 ? 1 : 0,
      `1: main posts are timed so that replies come at everybody's hours, ${why}`,
    ),
    localHours: assumed(set.local, `1: replies wait until the replier's place is awake, ${why}`),
    organicRepliesMax: assumed(3, "most replies of ordinary accounts to a main post: hardly anybody else takes part"),
    mainDecoys: assumed(6, "ordinary posts of a main account in 14 days"),
  };
}
export type SneerParameters = ReturnType<typeof sneerParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkSneer(table: SneerParameters): void {
  const { mains, repliers, lines, decoy, repliesMin, repliesMax, delayFloorMin, delayCeilingMin } = table;
  if (
    Math.min(mains.value, repliers.value, lines.value) < 1 ||
    decoy.value >= 1 ||
    repliesMin.value > repliesMax.value ||
    delayFloorMin.value > delayCeilingMin.value
  ) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs at least one of mains, repliers and lines, decoy below 1, and no least above its most; look at what was given with --set.`,
    );
  }
}
