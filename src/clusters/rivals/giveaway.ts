import { type Clue, lean, weighClues } from "./clue.ts";
import { bioClue, opennessClue, wordClue } from "./common-clues.ts";
import type { Rival } from "./hypothesis.ts";

/** Prize hunters: strangers who answer and repost the same few hosts, because the call says that there is something to win. */
export const GIVEAWAY: Rival = {
  name: "giveaway",
  question: "Do they enter prize draws?",
  weigh: (facts) => {
    const { targets } = facts;
    const fewHosts: Clue = {
      what: "answers and reposts that concern the commonest author",
      value: targets === null ? null : `${targets.top} of ${targets.posts}`,
      expected: "a third or more",
      lean: lean(targets === null ? 0 : targets.top / targets.posts, 0.1, 0.35),
      weight: 0.3,
    };
    return weighClues("giveaway", "A prize draw", -2, [
      wordClue(facts, "prize", "posts that speak of prizes, with those they answer or pass on", [0.25, 0.6], {
        weight: 1.5,
      }),
      wordClue(facts, "entry", "posts that name the conditions (follow, repost, tag a friend...)", [0.1, 0.4], {
        weight: 0.8,
        weightAgainst: 0.3,
      }),
      bioClue(facts, "prize", "descriptions that speak of competitions", 0.4, 0.7),
      opennessClue(facts, [0.1, 0.5], { weight: 0.8 }),
      fewHosts,
    ]);
  },
};
