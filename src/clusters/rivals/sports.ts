import { weighClues } from "./clue.ts";
import { bioClue, clockClue, namingClue, opennessClue, wordClue } from "./common-clues.ts";
import type { Rival } from "./hypothesis.ts";

/** Viewers of a match: the clock is on the pitch, and it sets everybody's, whoever they are. */
export const SPORTS: Rival = {
  name: "sports",
  question: "Do they follow a match or a show, whose clock is outside?",
  weigh: (facts) =>
    weighClues("sports", "Viewers of the same matches", -2, [
      wordClue(facts, "sport", "posts with words of sports (goal, kick-off, referee...)", [0.15, 0.5], { weight: 1.6 }),
      clockClue(facts, { weight: 1.2, weightAgainst: 0.6 }),
      opennessClue(facts, [0.1, 0.5], { weight: 0.8 }),
      namingClue(facts, { weight: 0.8, weightAgainst: 0.1 }),
      bioClue(facts, "sport", "descriptions with words of sports", 0.4, 0.4),
    ]),
};
