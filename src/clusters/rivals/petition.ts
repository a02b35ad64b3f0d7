import { type Clue, lean, weighClues } from "./clue.ts";
import { opennessClue, wordClue } from "./common-clues.ts";
import type { Rival } from "./hypothesis.ts";

/** Signers press a share button: one text and one link, once each, from old accounts of every kind. */
export const PETITION: Rival = {
  name: "petition",
  question: "Did they press the share button of a petition or an open letter?",
  weigh: (facts) => {
    const { copies, persistence, lifetimes, accounts } = facts;
    const oneLink: Clue = {
      what: "linking posts that carry the commonest link",
      value: copies.linked === 0 ? null : `${copies.topLink} of ${copies.linked}`,
      expected: "most",
      lean: lean(copies.topLink / Math.max(1, copies.linked), 0.3, 0.7),
      weight: 0.5,
    };
    const oneText: Clue = {
      what: "members who post the commonest text word for word",
      value: copies.texts === 0 ? null : `${copies.topTextMembers} of ${accounts}`,
      expected: "half or more",
      lean: lean(copies.topTextMembers / accounts, 0.1, 0.5),
      weight: 0.5,
    };
    const once: Clue = {
      what: "posts of the middle member on what they share",
      value: String(persistence.postsOfMember),
      expected: "one or two",
      lean: lean(persistence.postsOfMember, 5, 2),
      weight: 0.9,
    };
    const old: Clue = {
      what: "middle age of the accounts",
      value: lifetimes.ageDays === null ? null : `${Math.round(lifetimes.ageDays)} days`,
      expected: "a year or more",
      lean: lean(lifetimes.ageDays ?? 0, 60, 365),
      weight: 0.3,
      weightAgainst: 0.8,
    };
    return weighClues("petition", "Signers of a petition", -2.2, [
      wordClue(facts, "petition", "posts with words of signing, or a petition site", [0.3, 0.7], { weight: 1.6 }),
      oneLink,
      oneText,
      once,
      old,
      opennessClue(facts, [0.1, 0.5], { weight: 0.5 }),
    ]);
  },
};
