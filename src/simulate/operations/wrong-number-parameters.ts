import type { Difficulty } from "../difficulty.ts";
import { assumed, OPENAI_2025, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "wrong-number";

/** What a difficulty changes beyond the common dials. */
const BY_DIFFICULTY: Readonly<Record<Difficulty, { size: number; histories: number; local: number }>> = {
  easy: { size: 40, histories: 0, local: 0 },
  hard: { size: 50, histories: 1, local: 0 },
  evasive: { size: 60, histories: 1, local: 1 },
};

export function wrongNumberParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(
      difficulty,
      assumed(
        set.size,
        `channels and accounts that post lures; the report gives no number, 30 to 80 are plausible, ${why}`,
      ),
    ),
    languages: assumed(
      6,
      `${OPENAI_2025}: English, Spanish, Swahili, Kinyarwanda, German, Haitian Creole; the simulator writes English, Spanish, German, French, Chinese and Urdu instead`,
    ),
    entry: assumed(
      "Telegram channels and Facebook posts",
      "what is published begins with cold messages by SMS and WhatsApp and moves to Telegram; messages are not in posts",
    ),
    fronts: published("an advertising agency, a scooter-sharing company", `${OPENAI_2025}; names here are invented`),
    contacts: assumed(5, "contacts that lures point to; the report names none"),
    roundsADay: assumed(1, "rounds of lures handed out a day"),
    joins: assumed(0.6, "of the crew post in a round; with histories as many acts as their ordinary rate allows"),
    delayMin: assumed(20, "median minutes from a round's start to a lure, log-normal, times the jitter"),
    delaySigma: assumed(0.9, "standard deviation of the logarithm of that delay"),
    lines: assumed(6, "templates with slots for front and sum, each in every language"),
    links: assumed(0.6, "of lures give the contact as a link, the others as a handle"),
    freshDays: assumed(45, "accounts without histories are younger than this before the world begins"),
    histories: assumed(
      set.histories,
      `1: accounts as old, followed and busy as anybody; 0: new and unknown, as thrown-away accounts are, ${why}`,
    ),
    localHours: assumed(set.local, `1: lures wait until the poster's place is awake, ${why}`),
    forwards: assumed(0.15, "ordinary accounts that pass on a lure, for each of the crew"),
    warnings: assumed(0.25, "ordinary accounts that name a contact and warn of it, for each of the crew"),
    groups: assumed(0.02, "of ordinary accounts post a link to a chat group of their own"),
  };
}
export type WrongNumberParameters = ReturnType<typeof wrongNumberParameters>;
