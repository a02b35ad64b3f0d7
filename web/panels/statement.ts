import type { Profile, TraceEvidence } from "../../src/clusters/profile.ts";
import { OBJECT_NOUN } from "../../src/corpus/trace.ts";
import { formatCount, formatExpected, formatNumberOf, formatWindow } from "../../src/text/figures.ts";

/**
 * The sentence that stands above the evidence: how many accounts did what, how close in time, and what chance expects. It claims
 * joint action only, never who or why. Counts are summed over significant pairs, as observed and expected are everywhere.
 */
export function statementOf(profile: Profile): string {
  const [first, second] = profile.evidence;
  const all = formatNumberOf(profile.members.length, "account");
  if (first === undefined) return `${all} are held together by no trace that can be shown.`;
  // The strongest trace need not reach every account of a large cluster.
  const accounts = first.accounts < profile.members.length ? `${formatCount(first.accounts)} of ${all}` : all;
  const then = second === undefined ? "" : ` Then ${OBJECT_NOUN[second.trace][1]}: ${countOf(second)}.`;
  return `${accounts} are held together by ${OBJECT_NOUN[first.trace][1]} within ${formatWindow(first.windowMs)}: ${countOf(first)}.${then}`;
}

function countOf(line: TraceEvidence): string {
  return `${formatCount(line.observed)} added up over ${formatNumberOf(line.pairs, "pair")}, where chance expects ${formatExpected(line.expected)}`;
}
