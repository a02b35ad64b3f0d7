import type { ClusterFacts } from "../measures/facts.ts";
import { countOf, lean, leanFor, shareText, weighClues } from "./clue.ts";
import type { Rival } from "./hypothesis.ts";

/**
 * Outlets that carry one wire, or one publisher's desk: word for word within minutes, every day, by contract.
 *
 * A sham newsroom imitates exactly this. What it lacks: the name of an agency where sources are named, an owner who is stated, years, and
 * an audience, the dearest of all to make. 28 stations of one owner are a complete subgraph in the demonstration of a published tool
 * (Graham et al. 2020, the QUT toolkit).
 */
export const SYNDICATION: Rival = {
  name: "syndication",
  question: "Are they outlets that carry the same wire or belong to one publisher?",
  weigh({ trades }: ClusterFacts) {
    const { standing, output, ownSites, provenance } = trades;
    const { described } = standing;
    const published = output.own * output.linked;
    return weighClues("syndication", "News outlets with one source", -3, [
      {
        what: "share of texts that name an agency or wire where sources are named",
        value: shareText(provenance.sourced),
        expected: "most of what is shared",
        lean: lean(provenance.sourced ?? 0, 0.1, 0.6),
        weight: 2.5,
        weightAgainst: 1,
      },
      {
        what: "members whose name or description is that of a news outlet",
        value: countOf(standing.news, described),
        expected: "most",
        lean: lean(standing.news / described, 0.2, 0.7),
        weight: 1,
      },
      {
        what: "members whose description names the same owner",
        value: countOf(standing.sameOwner, described),
        expected: "half or more in a chain",
        lean: leanFor(standing.sameOwner / described, 0.3, 0.7),
        weight: 0.8,
      },
      {
        what: "share of the export's accounts with a smaller audience than the middle member",
        value: shareText(standing.audience),
        expected: "nearly all",
        lean: lean(standing.audience ?? 0, 0.4, 0.97),
        weight: 2.2,
        weightAgainst: 1,
      },
      {
        what: "days that the middle member's account existed before its first post here",
        value: standing.ageDays === null ? null : standing.ageDays.toFixed(0),
        expected: "years",
        lean: lean(standing.ageDays ?? 0, 90, 730),
        weight: 0.4,
        weightAgainst: 1.8,
      },
      {
        what: "share of posts that are the member's own and have a link",
        value: shareText(published),
        expected: "nearly all",
        lean: lean(published, 0.6, 0.95),
        weight: 0.7,
        weightAgainst: 1.5,
      },
      {
        what: "different links beside the same words",
        value: shareText(provenance.linksApart),
        expected: "one for each outlet (1.00)",
        lean: lean(provenance.linksApart ?? 0, 0.3, 0.8),
        weight: 0.8,
        weightAgainst: 0.5,
      },
      {
        what: "members whose links lead to a site that no other member has",
        value: countOf(ownSites.own, ownSites.linking),
        expected: "most, in a chain of papers",
        lean: leanFor(ownSites.own / ownSites.linking, 0.3, 0.8),
        weight: 0.4,
      },
      {
        what: "share of members' posts that boost another member",
        value: shareText(output.boosts),
        expected: "next to none",
        lean: lean(output.boosts ?? 0, 0.1, 0.02),
        weight: 0.3,
        weightAgainst: 1,
      },
    ]);
  },
};
