import { type Clue, leanFor, weighClues } from "./clue.ts";
import { bioClue, clockClue, opennessClue, wordClue } from "./common-clues.ts";
import type { Rival } from "./hypothesis.ts";

/**
 * Everybody passes on the news of the hour, and alert accounts pass on all of it: the clock is outside, what is shared is popular, and
 * who only reacts to events meets somebody else at each of them.
 */
export const NEWS_SHOCK: Rival = {
  name: "news-shock",
  question: "Do they react to the same news, as everybody does?",
  weigh: (facts) => {
    const { persistence } = facts;
    const persisting: Clue = {
      what: "things that the middle pair of members shared",
      value: String(persistence.objectsOfPair),
      expected: "two or fewer: at every event others meet",
      lean: leanFor(persistence.objectsOfPair, 4, 2),
      weight: 0.5,
    };
    return weighClues("news-shock", "Reactions to the same news", -2, [
      clockClue(facts, { weight: 1.2, weightAgainst: 0.3 }),
      opennessClue(facts, [0.6, 0.95], { weight: 1.2 }),
      persisting,
      wordClue(facts, "alert", "posts headed as news (breaking, alert, just in...)", [0.05, 0.5], {
        weight: 1,
        weightAgainst: 0.3,
      }),
      bioClue(facts, "alert", "descriptions that promise news or alerts", 0.5, 0.8),
    ]);
  },
};
