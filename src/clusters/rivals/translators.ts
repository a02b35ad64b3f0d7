import { formatGapAt } from "../../text/grain.ts";
import type { ClusterFacts } from "../measures/facts.ts";
import { countOf, lean, shareText, weighClues } from "./clue.ts";
import type { Rival } from "./hypothesis.ts";

/**
 * A community that carries content into other languages: the same links and pictures again and again, hours later, and with the source
 * named. Batches of translations posted together, by accounts that name nobody, are what operations do (OpenAI 2025, Storm-2035).
 */
export const TRANSLATORS: Rival = {
  name: "translators",
  question: "Are they translators who carry a source into other languages?",
  weigh({ trades }: ClusterFacts) {
    const { standing, provenance, spreadS } = trades;
    const { described } = standing;
    return weighClues("translators", "Translators of one source", -3.5, [
      {
        what: "members whose description speaks of translating",
        value: countOf(standing.translators, described),
        expected: "half or more",
        lean: lean(standing.translators / described, 0.1, 0.5),
        weight: 2,
        weightAgainst: 1,
      },
      {
        what: "share of texts that credit an original",
        value: shareText(provenance.credited),
        expected: "half or more: the source itself has nobody to credit",
        lean: lean(provenance.credited ?? 0, 0.05, 0.5),
        weight: 1.7,
        weightAgainst: 1,
      },
      {
        what: "languages of the common posts",
        value: provenance.languages === null ? null : `${provenance.languages}`,
        expected: "two or more",
        lean: (provenance.languages ?? 2) >= 2 ? 1 : -1,
        weight: 1,
        weightAgainst: 1,
      },
      {
        what: "time from the first member to the last on one object",
        value: spreadS === null ? null : formatGapAt(1000 * spreadS, 1000),
        expected: "hours: translating takes time",
        lean: lean(spreadS ?? 0, 600, 3600),
        weight: 0.6,
        weightAgainst: 1,
      },
    ]);
  },
};
