import type { Profile } from "../../src/clusters/profile.ts";
import { OBJECT_NOUN } from "../../src/corpus/trace.ts";
import { formatCount, formatExpected, formatNumberOf, formatRelation, formatWindow } from "../../src/text/figures.ts";

/**
 * The one sentence that stands above the evidence: how many accounts did what, how close in time, and what chance expects. It claims
 * joint action only, never who or why.
 */
export function statementOf(profile: Profile): string {
  const [first, second] = profile.evidence;
  const accounts = formatNumberOf(profile.members.length, "account");
  if (first === undefined) return `${accounts} are held together by no trace that can be shown.`;
  const noun = OBJECT_NOUN[first.trace][1];
  const also = second === undefined ? "" : `; also ${OBJECT_NOUN[second.trace][1]}`;
  return (
    `${accounts}: ${formatCount(first.observed)} ${noun} in pairs of accounts, within ${formatWindow(first.windowMs)} of each other, ` +
    `where chance expects ${formatExpected(first.expected)} (best q ${formatRelation(first.qBest)})${also}.`
  );
}
