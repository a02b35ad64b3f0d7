import type { SurpriseNull } from "./nulls/surprise.ts";
import type { Participation } from "./participation.ts";

/**
 * Question: how many objects must each two of a crew of ten share, within the window, for their pairs to survive the false discovery rate
 * asked for? Below that, silence says nothing about such a crew.
 *
 * Asked of the null that decides (`nulls/surprise.ts`) as it stands on these data: k objects on each of which the whole crew, and the
 * audience of an ordinary object besides, acts within the window,
 *     w = -log2((g (g - 1) + t) / (N (N - 1))),   t = tempo n (n - 1) of the median object that more than one account touched,
 * are worth k w bits to a pair; it survives when P(T >= k w) <= q g (g - 1) / 2 / tested, Benjamini-Hochberg with the crew's own pairs
 * alone. The two accounts are those of median activity among all who touched k objects. The least such k is the answer; none, where no
 * account is so active.
 *
 * Errs on the sanguine side by what the crew's own objects would add to the null, a part in (N / g)^2.
 * Cost: a handful of lookups in the null. Does not show: crews that meet only now and then, or more busy than the median.
 */
export function objectsToBeSeen(
  part: Participation,
  surprise: SurpriseNull,
  tested: number,
  q: number,
  minObjects: number,
): number | null {
  const pairsOfAccounts = part.posted * (part.posted - 1);
  if (tested === 0 || pairsOfAccounts === 0) return null;
  const level = (q * CREW * (CREW - 1)) / 2 / tested;
  const bits = -Math.log2(Math.min(1, (CREW * (CREW - 1) + usualMeetings(part)) / pairsOfAccounts));
  const byActivity = accountsByActivity(part);
  const activityOf = (i: number): number => part.starts[byActivity[i]! + 1]! - part.starts[byActivity[i]!]!;
  let first = 0;
  for (let k = Math.max(1, minObjects); ; k++) {
    while (first < byActivity.length && activityOf(first) < k) first++;
    // Two accounts at least, or there is no pair as active as this.
    if (byActivity.length - first < 2) return null;
    const middle = byActivity[(first + byActivity.length - 1) >> 1]!;
    if (surprise.tail(middle, middle, k * bits) <= level) return k;
  }
}

/** Members of the crew that power is stated for. */
export const CREW = 10;

/** Ordered pairs of accounts that meet on the median object among those where any could. */
function usualMeetings({ objectCount, popularity, tempo }: Participation): number {
  const meetings: number[] = [];
  for (let o = 0; o < objectCount; o++) {
    if (popularity[o]! >= 2) meetings.push(tempo[o]! * popularity[o]! * (popularity[o]! - 1));
  }
  meetings.sort((left, right) => left - right);
  return meetings[meetings.length >> 1] ?? 0;
}

/** Accounts with at least one object, the least active first. */
function accountsByActivity({ accountCount, starts }: Participation): number[] {
  const activity = (u: number): number => starts[u + 1]! - starts[u]!;
  return Array.from({ length: accountCount }, (_, u) => u)
    .filter((u) => activity(u) > 0)
    .sort((left, right) => activity(left) - activity(right) || left - right);
}
