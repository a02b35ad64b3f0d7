import { formatGapAt } from "../../text/grain.ts";
import type { ClusterFacts } from "../measures/facts.ts";
import { lean, leanFor, shareText, weighClues } from "./clue.ts";
import type { Rival } from "./hypothesis.ts";

/** Chance of such minute marks below which a clock is behind them. */
const BY_CLOCK = 0.001;

/**
 * Strangers whose tool keeps the time: queues that send at the full and half hour, links posted by a service the moment a public feed has
 * something. The "Backfire Trump" app was the largest component of a day in published work, 404 accounts (Pacheco et al. 2021,
 * 10.1609/icwsm.v15i1.18075).
 *
 * A tool explains when, never what. So minute marks and a client that outsiders use as well speak for it, and it fails where members
 * share what nobody else does.
 */
export const SCHEDULER: Rival = {
  name: "scheduler",
  question: "Are they strangers who use the same tool?",
  weigh({ trades, openness }: ClusterFacts) {
    const { clockwork, spreadS } = trades;
    const { marks, marksP, sameClient, clientElsewhere } = clockwork;
    const marked = marks !== null && marksP !== null && marksP < BY_CLOCK ? marks : 0;
    return weighClues("scheduler", "Users of one posting tool", -3, [
      {
        what: "concentration of the common posts on minutes that a tool sends at",
        value: shareText(marks),
        expected: "near 1 (0: any minute)",
        lean: lean(marked, 0.3, 0.8),
        weight: 2,
        weightAgainst: 0.7,
      },
      {
        what: "share of the common posts sent by one client",
        value: shareText(sameClient),
        expected: "all",
        lean: lean(sameClient ?? 0, 0.5, 0.95),
        weight: 1,
        weightAgainst: 1.5,
      },
      {
        what: "share of everybody else's posts sent by that client",
        value: clientElsewhere === null ? null : clientElsewhere.toFixed(3),
        expected: "a public tool has other users",
        lean: lean(clientElsewhere ?? 0, 0, 0.005),
        weight: 0.5,
        weightAgainst: 0.7,
      },
      {
        what: "share of outsiders among those who share what members share",
        value: shareText(openness.middle),
        expected: "most: a tool makes nobody share the same thing",
        lean: lean(openness.middle, 0.3, 0.7),
        weight: 1,
        weightAgainst: 2.5,
      },
      {
        what: "time from the first member to the last on one object",
        value: spreadS === null ? null : formatGapAt(1000 * spreadS, 1000),
        expected: "a few, when services read the same feed",
        lean: leanFor(spreadS ?? 60, 10, 2),
        weight: 0.5,
      },
    ]);
  },
};
