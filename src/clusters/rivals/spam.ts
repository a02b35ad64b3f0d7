import { type Clue, lean, weighClues } from "./clue.ts";
import { wordClue } from "./common-clues.ts";
import type { Rival } from "./hypothesis.ts";

/**
 * Commerce and scams: coordinated indeed, and for money. Shown, never hidden: the reading says what it is, not that it is harmless.
 */
export const SPAM: Rival = {
  name: "spam",
  question: "Is it advertising or a scam?",
  weigh: (facts) => {
    const { copies } = facts;
    const linking: Clue = {
      what: "posts with a link or a contact to follow",
      value: copies.texts === 0 ? null : `${copies.linked} of ${copies.texts}`,
      expected: "most: there is something to sell",
      lean: lean(Math.min(1, copies.linked / Math.max(1, copies.texts)), 0.2, 0.8),
      weight: 0.3,
    };
    return weighClues("spam", "Advertising or a scam", -2, [
      wordClue(facts, "offer", "posts that offer earnings, bets, bargains", [0.1, 0.4], {
        weight: 1.4,
        weightAgainst: 1,
      }),
      wordClue(facts, "amount", "posts that name sums of money or odds", [0.1, 0.4], {
        weight: 1.2,
        weightAgainst: 0.4,
      }),
      wordClue(facts, "contact", "posts that name a messenger, a telephone number, a chat", [0.1, 0.4], {
        weight: 1,
        weightAgainst: 0.1,
      }),
      linking,
    ]);
  },
};
