import { type Clue, countOf, lean, weighClues } from "./clue.ts";
import { bioClue } from "./common-clues.ts";
import type { Rival } from "./hypothesis.ts";

/** A class learns to post: accounts made in one morning, a common tag, a few posts each, and silence by the end of the week. */
export const TRAINING: Rival = {
  name: "training",
  question: "Is it a class or a workshop that learned to post?",
  weigh: (facts) => {
    const { lifetimes, persistence, words } = facts;
    const { speakers, outside } = words.of.training;
    // Everybody greets once, and then does the exercises: members count, not posts.
    const speaking: Clue = {
      what: "members who speak of a class, a workshop, a first post",
      value: countOf(speakers, words.speakers),
      expected: "40 % or more",
      lean: lean(speakers / Math.max(1, words.speakers) - (outside ?? 0), 0.1, 0.4),
      weight: 1.2,
      weightAgainst: 1,
    };
    const burst: Clue = {
      what: "members whose accounts were made within three days",
      value: lifetimes.dated === 0 ? null : `${lifetimes.burst} of ${lifetimes.dated}`,
      expected: "most",
      lean: lean(lifetimes.burst / Math.max(1, lifetimes.dated), 0.3, 0.7),
      weight: 1,
    };
    // An export that ends with the class cannot say that it stopped.
    const assessable = lifetimes.activeDays + lifetimes.silentDays > 7;
    const stopped: Clue = {
      what: "days from the first to the last post of the middle member, and of silence to the end of the export",
      value: assessable ? `${lifetimes.activeDays.toFixed(1)} and ${lifetimes.silentDays.toFixed(1)}` : null,
      expected: "less than a week, and longer silence",
      lean: Math.min(lean(lifetimes.activeDays, 7, 3), lean(lifetimes.silentDays, 1, 4)),
      weight: 1,
    };
    const few: Clue = {
      what: "posts of the middle member in the export",
      value: String(lifetimes.posts),
      expected: "ten or fewer",
      lean: lean(lifetimes.posts, 20, 8),
      weight: 0.4,
    };
    const once: Clue = {
      what: "days between the first and the last meeting",
      value: persistence.spanDays.toFixed(1),
      expected: "less than a week",
      lean: lean(persistence.spanDays, 10, 4),
      weight: 0.4,
    };
    return weighClues("training", "A training day", -2.5, [
      speaking,
      bioClue(facts, "training", "descriptions that speak of one", 0.4, 0.8),
      burst,
      stopped,
      few,
      once,
    ]);
  },
};
