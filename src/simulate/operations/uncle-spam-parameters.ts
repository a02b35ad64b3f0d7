import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "uncle-spam";

/** What a difficulty changes beyond the common dials. */
const BY_DIFFICULTY: Readonly<
  Record<
    Difficulty,
    {
      made: number;
      logos: number;
      bits: number;
      linked: number;
      tagged: number;
      facts: number;
      slots: number;
      local: number;
    }
  >
> = {
  easy: { made: 1, logos: 0.6, bits: 2, linked: 0.8, tagged: 0.7, facts: 3, slots: 16, local: 0 },
  hard: { made: 0, logos: 0.5, bits: 4, linked: 0.5, tagged: 0.5, facts: 1, slots: 12, local: 0 },
  evasive: { made: 0, logos: 0.4, bits: 5, linked: 0.3, tagged: 0.3, facts: 1, slots: 12, local: 1 },
};

export function uncleSpamParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(difficulty, assumed(28, "accounts of both camps; 16 to 40 are plausible, the report gives no number")),
    contra: assumed(0.5, "share of the crew against the levy; that both sides were played is published, not the split"),
    bluesky: assumed(0.4, "share of the crew on Bluesky, the others on X; both are published, not the split"),
    madeUp: assumed(
      set.made,
      `1: followers in the thousands, young accounts, veteran names and one shape of handle; 0: as anybody, ${why}`,
    ),
    followers: assumed(3500, "median followers of a made-up account, 1,000 at least; published: in the thousands"),
    viewsMax: assumed(140, "most views of a post of a made-up account: no matching engagement is published, no number"),
    logos: assumed(set.logos, `share of accounts whose avatar is the veterans' logo; logos are published, ${why}`),
    logoBits: assumed(set.bits, `most of its 64 bits in which such an avatar differs from the first logo, ${why}`),
    lookalikes: assumed(
      3,
      "ordinary accounts with an avatar from the same template, and as many with the same bio link",
    ),
    linked: assumed(set.linked, `share of the crew's bios with the campaign's link, ${why}`),
    linkedOthers: assumed(0.06, "share of ordinary bios with a link to a page of their own at the same service"),
    slots: assumed(set.slots, `times in 14 days at which both camps post, ${why}`),
    actsMin: assumed(9, "fewest posts of a made-up account in 14 days"),
    actsMax: assumed(16, "most posts of an account for the campaign in 14 days"),
    primeHour: assumed(18.5, "local hour at which prime time begins"),
    primeLength: assumed(3.5, "hours of prime time"),
    primeZone: assumed(-5, "hours ahead of UTC of the one place whose prime time counts"),
    primeTime:
      difficulty === "easy"
        ? published(1, `${OPENAI_2025}: the operators asked for the best times to post; 1: every slot is in prime time`)
        : assumed(0, `0: slots come at hours that tell nothing, ${why}`),
    delayMin: assumed(7, "median minutes from a slot to a post, log-normal, times the jitter"),
    delaySigma: assumed(0.9, "standard deviation of the logarithm of that delay"),
    replies: assumed(0.5, "share of the crew's posts that answer the news of the slot"),
    tagged: assumed(set.tagged, `share of its own posts with hashtags, ${why}`),
    posted: assumed(0.25, "share of its own posts with a link to its camp's front"),
    siteFacts: assumed(
      set.facts,
      `kinds of indicator that the sites of both camps' fronts have in common: tracking id, icon, address, ${why}`,
    ),
    lines: assumed(24, "lines of each camp's script, for posts and for replies, that are used word for word"),
    newsReplies: assumed(9, "ordinary replies to the news of a slot"),
    debate: assumed(0.03, "ordinary accounts that post about the levy, as a share of those on both platforms"),
    dissent: assumed(0.15, "of them think otherwise than their community, which is mostly of one mind"),
    localHours: assumed(set.local, `1: posts wait until the account's place is awake, ${why}`),
  };
}
export type UncleSpamParameters = ReturnType<typeof uncleSpamParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkUncleSpam(table: UncleSpamParameters): void {
  const { size, slots, lines, decoy, actsMin, actsMax, contra, bluesky, logoBits } = table;
  if (
    Math.min(size.value, slots.value, lines.value) < 1 ||
    Math.max(contra.value, bluesky.value) > 1 ||
    decoy.value >= 1 ||
    actsMin.value > actsMax.value ||
    logoBits.value > 64
  ) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs accounts, slots and lines, shares of at most 1, decoy below 1, and no least above its most; look at what was given with --set.`,
    );
  }
}
