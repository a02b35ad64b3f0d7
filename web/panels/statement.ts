import type { Profile } from "../../src/clusters/profile.ts";
import { OBJECT_NOUN } from "../../src/corpus/trace.ts";
import { formatCount, formatExpected, formatNumberOf, formatWindow } from "../../src/text/figures.ts";

/**
 * The one sentence that stands above the evidence: how many accounts did what, how close in time, and what chance expects. It claims
 * joint action only, never who or why.
 */
export function statementOf(profile: Profile): string {
  const [first, second] = profile.evidence;
  const accounts = formatNumberOf(profile.members.length, "account");
  if (first === undefined) return `${accounts} are held together by no trace that can be shown.`;
  const noun = OBJECT_NOUN[first.trace][first.objects === 1 ? 0 : 1];
  const also =
    second === undefined
      ? ""
      : ` Also ${formatCount(second.objects)} ${OBJECT_NOUN[second.trace][second.objects === 1 ? 0 : 1]}.`;
  return (
    `${accounts}, ${formatCount(first.objects)} ${noun} within ${formatWindow(first.windowMs)} of each other: ` +
    `${formatCount(first.observed)} counted over all pairs, where chance expects ${formatExpected(first.expected)}.${also}`
  );
}
