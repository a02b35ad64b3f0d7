import { UserError } from "../../corpus/issue.ts";
import type { Difficulty } from "../difficulty.ts";
import { assumed, published } from "../parameters.ts";
import { dials } from "./dials.ts";

export const LABEL = "phone-farm";

const BY_DIFFICULTY: Readonly<
  Record<Difficulty, { shift: number; fresh: number; orderly: number; sigma: number; matched: number; local: number }>
> = {
  easy: { shift: 20, fresh: 1, orderly: 1, sigma: 0.25, matched: 0, local: 0 },
  hard: { shift: 20, fresh: 0, orderly: 1, sigma: 0.8, matched: 1, local: 0 },
  evasive: { shift: 7, fresh: 0, orderly: 0, sigma: 1.2, matched: 1, local: 1 },
};

/**
 * The report shows code that lets a fleet of telephones post and like on four platforms, and no account: all but that is assumed. A
 * plain export of posts has no likes by name, so the farm's reposts stand for what its phones do.
 */
export function farmParameters(difficulty: Difficulty) {
  const set = BY_DIFFICULTY[difficulty];
  const why = `difficulty ${difficulty}`;
  return {
    ...dials(difficulty, assumed(120, "telephones, one account each, as in the project's scenario table")),
    largestShare: assumed(0.06, "most of all accounts that belong to the farm, unless the prevalence is set"),
    shift: assumed(set.shift, `telephones that work through the same targets together, ${why}`),
    customers: assumed(6, "accounts whose posts are boosted; they need not know, and count as ordinary"),
    sessions: assumed(24, "sessions of work in 14 days, the shifts taking turns"),
    targets: assumed(3, "targets worked through in one session, in the order of the customers' numbers"),
    cadenceS: assumed(7, "median seconds from one telephone to the next, log-normal, times the jitter"),
    cadenceSigma: assumed(set.sigma, `standard deviation of the logarithm of that, ${why}`),
    delayMin: assumed(20, "median minutes from a customer's post to the session, log-normal, times the jitter"),
    delaySigma: assumed(0.5, "standard deviation of the logarithm of that delay"),
    comments: assumed(0.05, "share of acts that are a few words instead of a repost: hardly any text"),
    lines: assumed(12, "phrases that are used word for word"),
    orderly: assumed(set.orderly, `1: shifts and the order within them are fixed; 0: dealt anew each time, ${why}`),
    fresh: assumed(set.fresh, `1: accounts of a few weeks with hardly a follower, ${why}`),
    matchedHours: assumed(set.matched, `1: sessions come at everybody's hours, ${why}`),
    localHours: assumed(set.local, `1: each telephone waits until its account's place is awake, ${why}`),
    platform: published("x", "OpenAI, Disrupting malicious uses of AI, June 2025: X among four platforms"),
  };
}
export type FarmParameters = ReturnType<typeof farmParameters>;

/** @throws UserError on numbers that make no sense together; only a caller's own can be such */
export function checkFarm({ shift, customers, sessions, targets, decoy, lines }: FarmParameters): void {
  if (
    Math.min(shift.value, customers.value, sessions.value, targets.value, lines.value) < 1 ||
    targets.value > customers.value ||
    decoy.value >= 1
  ) {
    throw new UserError(
      "parameter-senseless",
      `${LABEL} needs at least one of shift, customers, sessions, targets and lines, no more targets than customers, and decoy below 1; look at what was given with --set.`,
    );
  }
}
