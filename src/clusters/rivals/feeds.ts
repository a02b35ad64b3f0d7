import type { ClusterFacts } from "../measures/facts.ts";
import { countOf, lean, leanFor, shareText, weighClues } from "./clue.ts";
import type { Rival } from "./hypothesis.ts";

/**
 * Bots that say they are bots, and alert services: weather, transport, quakes, headlines, one public source each.
 *
 * They read the same source, so they say the same in the same minute. What tells them from a crew: they label themselves (platforms ask
 * for it), never talk to each other nor to anybody, keep no night, and lead to places that others link, too. Of 121 published "vaccine
 * bots" five were benign automation and none malicious (Gallwitz and Kreil 2022, arXiv 2207.11474).
 */
export const FEEDS: Rival = {
  name: "feeds",
  question: "Are they feeds that programs write, in the open?",
  weigh({ trades }: ClusterFacts) {
    const { standing, output, form, provenance, clockwork, publicSites } = trades;
    const { described } = standing;
    return weighClues("feeds", "Automatic feeds and alert services", -3, [
      {
        what: "members whose name or description says a program writes them",
        value: countOf(standing.machine, described),
        expected: "half or more",
        lean: lean(standing.machine / described, 0.1, 0.7),
        weight: 2.2,
        weightAgainst: 2,
      },
      {
        what: "members whose name or description is that of a news or headline service",
        value: countOf(standing.news, described),
        expected: "half or more, for feeds of news",
        lean: leanFor(standing.news / described, 0.3, 0.7),
        weight: 1,
      },
      {
        what: "share of members' posts that are neither answers nor reposts",
        value: shareText(output.own),
        expected: "nearly all",
        lean: lean(output.own, 0.7, 0.95),
        weight: 0.6,
        weightAgainst: 2,
      },
      {
        what: "share of members' posts that boost another member",
        value: shareText(output.boosts),
        expected: "none",
        lean: lean(output.boosts ?? 0, 0.1, 0.01),
        weight: 0.5,
        weightAgainst: 2,
      },
      {
        what: "share of posts in the six quietest hours of the day",
        value: shareText(output.quietHours),
        expected: "up to a quarter: a program keeps no night",
        lean: lean(output.quietHours ?? 0, 0.03, 0.12),
        weight: 0.6,
      },
      {
        what: "unevenness of the gaps between a member's posts",
        value: shareText(output.gapVariation),
        expected: "0 by the clock, 1 as news comes; people well above",
        lean: lean(output.gapVariation ?? 0, 1.7, 1.1),
        weight: 0.5,
      },
      {
        what: "likeness of each post to the member's last one, figures apart",
        value: shareText(form),
        expected: "half or more, unless it carries headlines",
        lean: leanFor(form ?? 0, 0.2, 0.5),
        weight: 0.8,
      },
      {
        what: "share of texts that say a program wrote them",
        value: shareText(provenance.machine),
        expected: "most, where feeds sign",
        lean: leanFor(provenance.machine ?? 0, 0.2, 0.7),
        weight: 0.8,
      },
      {
        what: "share of links that lead to sites which more outsiders than members link",
        value: shareText(publicSites),
        expected: "most: a feed carries what is public",
        lean: lean(publicSites ?? 0, 0.2, 0.8),
        weight: 0.8,
        weightAgainst: 0.5,
      },
      {
        what: "share of posts sent by one client",
        value: shareText(clockwork.sameClient),
        expected: "all",
        lean: lean(clockwork.sameClient ?? 0, 0.5, 0.95),
        weight: 0.3,
        weightAgainst: 0.5,
      },
    ]);
  },
};
