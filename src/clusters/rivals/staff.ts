import type { ClusterFacts } from "../measures/facts.ts";
import { countOf, lean, leanFor, shareText, weighClues } from "./clue.ts";
import type { Rival } from "./hypothesis.ts";

/**
 * Employees of a brand, a party, a newsroom, who pass on their employer and say that they work there.
 *
 * Disclosure is all the difference to astroturfing (half of them or more is the expectation of methods, section 5), so the one measure that
 * decides is whether the organisation they push is the one that their descriptions name, in words of work. Members who say so in the
 * name of several fronts, each a part of them, do not reach half.
 */
export const STAFF: Rival = {
  name: "staff",
  question: "Are they staff of the organisation they push, and say so?",
  weigh({ trades }: ClusterFacts) {
    const { affiliation, employerAudience, officeHours, standing, output } = trades;
    const { described, naming, employed } = affiliation;
    return weighClues("staff", "Staff of one organisation", -3, [
      {
        what: "members whose description names the organisation they push, and work",
        value: countOf(employed, described ?? 0),
        expected: "half or more",
        lean: lean(employed / (described ?? 1), 0.2, 0.5),
        weight: 3,
        weightAgainst: 1.5,
      },
      {
        what: "share of the common posts that lead to this organisation",
        value: naming === 0 ? null : shareText(affiliation.pushed),
        expected: "nearly all",
        lean: lean(affiliation.pushed, 0.3, 0.8),
        weight: 0.6,
      },
      {
        what: "share of the export's accounts with a smaller audience than the organisation's own account",
        value: shareText(employerAudience),
        expected: "most, or verified: a front is nobody's address",
        lean: lean(employerAudience ?? 0, 0.3, 0.8),
        weight: 0.5,
        weightAgainst: 1.5,
      },
      {
        what: "share of the common posts in 45 working hours of the week",
        value: shareText(officeHours),
        expected: "most (0.27 were they spread evenly)",
        lean: lean(officeHours ?? 0, 0.45, 0.85),
        weight: 0.8,
      },
      {
        what: "days that the middle member's account existed before its first post here",
        value: standing.ageDays === null ? null : standing.ageDays.toFixed(0),
        expected: "years, of all ages",
        lean: lean(standing.ageDays ?? 0, 60, 365),
        weight: 0.3,
        weightAgainst: 1,
      },
      {
        what: "share of members' posts in the six quietest hours of the day",
        value: shareText(output.quietHours),
        expected: "next to none: people of one place sleep",
        lean: leanFor(output.quietHours ?? 1, 0.1, 0.02),
        weight: 0.2,
      },
    ]);
  },
};
