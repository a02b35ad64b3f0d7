import type { ClusterFacts } from "../measures/facts.ts";
import { countOf, lean, shareText, weighClues } from "./clue.ts";
import type { Rival } from "./hypothesis.ts";

/**
 * A false flag, or parrots: accounts that do what another group does, a moment later, so that they seem to belong to it.
 *
 * Reposting in step with a group costs nothing (methods, section 5: the frame-up test). Those who imitate come second on everything, after
 * the same few accounts outside, and before nobody. It is told from an audience, which also comes second, by how few are followed.
 */
export const IMITATION: Rival = {
  name: "imitation",
  question: "Do they only imitate another group?",
  weigh({ trades, accounts }: ClusterFacts) {
    const { leaders, joiners, company } = trades.precedence;
    return weighClues("imitation", "Imitation of another group", -3, [
      {
        what: "outsiders who were there before the members on half of what they share, or more",
        value: `${leaders}`,
        expected: "a group: three or more",
        lean: lean(leaders, 0, 3),
        weight: 1,
        weightAgainst: 2,
      },
      {
        what: "members who act after one of these nearly always",
        value: countOf(joiners, accounts),
        expected: "most",
        lean: lean(joiners / accounts, 0.5, 0.9),
        weight: 2,
      },
      {
        what: "share of these outsiders among all who were there before",
        value: shareText(company),
        expected: "most: they follow a group, not a crowd",
        lean: lean(company, 0.3, 0.7),
        weight: 1.5,
      },
    ]);
  },
};
