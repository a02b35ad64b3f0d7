import { type Clue, leanFor, weighClues } from "./clue.ts";
import { bioClue, namingClue, opennessClue, wordClue } from "./common-clues.ts";
import type { Rival } from "./hypothesis.ts";

/**
 * Fans copy templates, stream and repost together, in the open: they say in their descriptions whose fans they are, they talk to each
 * other, and passers-by join in. What tells them from a crew is openness, not timing (methods, section 5).
 */
export const FANS: Rival = {
  name: "fans",
  question: "Are they fans of somebody or something, who organise in the open?",
  weigh: (facts) => {
    const { accounts, calls, reciprocity } = facts;
    const mutual = reciprocity === null || reciprocity.pairs === 0 ? 0 : reciprocity.mutual / reciprocity.pairs;
    const talk: Clue = {
      what: "pairs of members who speak to each other both ways, of pairs that speak at all",
      value: reciprocity === null ? null : `${reciprocity.mutual} of ${reciprocity.pairs}`,
      expected: "a third or more",
      // Two friends are no circle.
      lean: reciprocity !== null && reciprocity.mutual >= 3 ? leanFor(mutual, 0.05, 0.3) : 0,
      weight: 0.8,
    };
    const call: Clue = {
      what: "members who took part after somebody else had called for it in public",
      value: calls.speakers === 0 ? null : `${calls.following} of ${accounts}, ${calls.calls} calls`,
      expected: "half or more",
      lean: leanFor(calls.following / accounts, 0.1, 0.5),
      weight: 1,
    };
    return weighClues("fans", "Fans", -2, [
      namingClue(facts, { weight: 1.6, weightAgainst: 0.6 }),
      wordClue(facts, "fan", "posts with words of fans (stream, concert, album...)", [0.05, 0.3], { weight: 1.3 }),
      bioClue(facts, "fan", "descriptions with words of fans", 0.4, 0.7),
      // Twice as many passers-by as fans: a circle of friends around a front has some, too.
      opennessClue(facts, [0.3, 0.7], { weight: 0.9 }),
      call,
      talk,
    ]);
  },
};
