import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "storm-2035";

/** What a difficulty changes beyond the common dials. */
const BY_DIFFICULTY: Readonly<
  Record<
    Difficulty,
    {
      size: number;
      made: number;
      spanish: number;
      tagged: number;
      copied: number;
      bits: number;
      office: number;
      local: number;
    }
  >
> = {
  easy: { size: 16, made: 1, spanish: 0.5, tagged: 0.5, copied: 0.5, bits: 0, office: 1, local: 0 },
  hard: { size: 20, made: 0, spanish: 0.3, tagged: 0.3, copied: 0.4, bits: 3, office: 0, local: 0 },
  evasive: { size: 20, made: 0, spanish: 0.3, tagged: 0, copied: 0.2, bits: 5, office: 0, local: 1 },
};

export function stormParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(difficulty, assumed(set.size, `accounts; 12 to 20 are plausible, the report gives no number, ${why}`)),
    madeUp: assumed(
      set.made,
      `1: follow far more than follow them, zero engagement, a place claimed; 0: as anybody, ${why}`,
    ),
    spanish: assumed(
      set.spanish,
      `share of the accounts that write Spanish, the others English; both languages are published, not the split, ${why}`,
    ),
    batch: published(12, `${OPENAI_2025}: batches of about twelve tweets`),
    batches: assumed(10, "most batches in 14 days; fewer where the accounts' ordinary activity gives no more"),
    followersMax: assumed(90, "most followers of a made-up account"),
    asymmetry: assumed(
      8,
      "accounts followed for each follower, at least; following far more than followers is published",
    ),
    viewsMin: published(150, `${OPENAI_2025}: a typical tweet had 150 to 350 views`),
    viewsMax: published(350, `${OPENAI_2025}: a typical tweet had 150 to 350 views`),
    copied: assumed(
      set.copied,
      `share of accounts with a picture another has too; copied photos are published, ${why}`,
    ),
    copyBits: assumed(set.bits, `most of its 64 bits in which such a copy differs, ${why}`),
    pinned: assumed(4, "ordinary accounts that took a picture from the same board"),
    tagged: assumed(set.tagged, `share of the texts with the topic's hashtag, ${why}`),
    delayMin: assumed(4, "median minutes from a batch's beginning to a tweet, log-normal, times the jitter"),
    delaySigma: assumed(0.7, "standard deviation of the logarithm of that delay"),
    officeHours: assumed(
      set.office,
      `1: batches come in one working day, 06 to 15 UTC; 0: at everybody's hours, ${why}`,
    ),
    debate: assumed(0.02, "ordinary English and Spanish accounts that mention one of the topics, as a share"),
    localHours: assumed(set.local, `1: tweets wait until the account's place is awake, ${why}`),
  };
}
export type StormParameters = ReturnType<typeof stormParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkStorm(table: StormParameters): void {
  const { size, batch, batches, decoy, spanish, copied, copyBits, viewsMin, viewsMax } = table;
  if (
    Math.min(size.value, batch.value, batches.value) < 1 ||
    Math.max(spanish.value, copied.value) > 1 ||
    decoy.value >= 1 ||
    copyBits.value > 64 ||
    viewsMin.value > viewsMax.value
  ) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs accounts and batches, shares of at most 1, decoy below 1, and no least above its most; look at what was given with --set.`,
    );
  }
}
