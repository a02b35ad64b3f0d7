import type { Page } from "../../src/clusters/verdicts/book.ts";
import { type AxisAnswer, lineId, type Subject, type VerdictLine } from "../../src/clusters/verdicts/line.ts";
import type { Fit } from "../../src/clusters/verdicts/overlap.ts";
import { formatCount, formatNumberOf, formatShare } from "../../src/text/figures.ts";

/** The two axes in the words of the answers, never a bare yes. */
export const COORDINATION_SAYS: Readonly<Record<AxisAnswer, string>> = {
  yes: "coordinated",
  no: "not coordinated",
  "cannot tell": "cannot tell",
};
export const INAUTHENTICITY_SAYS: Readonly<Record<AxisAnswer, string>> = {
  yes: "inauthentic",
  no: "authentic",
  "cannot tell": "cannot tell",
};

/** What stands now, in as few words as it can be said without merging anybody's view; null where nobody has judged. */
export function standsNow(page: Page | undefined): { readonly who: string; readonly says: string } | null {
  const judged = (page?.opinions ?? []).flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
  const [first] = judged;
  if (first === undefined || page === undefined) return null;
  const who = judged.map((line) => line.who).join(", ");
  return page.isConflict ? { who, says: "differ" } : { who, says: first.verdict };
}

/** Names that analysts have given, each once. */
export function labelsNow(page: Page | undefined): readonly string[] {
  return [...new Set((page?.opinions ?? []).flatMap(({ label }) => (label === null ? [] : [label.label])))];
}

/** What a line did, for the history. */
export function actWords(line: VerdictLine, page: Page): string {
  if (line.act === "verdict") return line.verdict;
  if (line.act === "label") return `label “${line.label}”`;
  if (line.act === "note") return "note";
  const target = page.entries.find((entry) => lineId(entry.line) === line.withdraws)?.line;
  const what =
    target === undefined ? "an entry that is not here" : target.act === "verdict" ? target.verdict : `a ${target.act}`;
  return target !== undefined && target.who !== line.who
    ? `asks ${target.who} to withdraw ${what}`
    : `withdrew ${what}`;
}

/** Said where a line speaks of a cluster as it was in another run; null where nothing has changed. */
export function compositionWords(subject: Subject, fit: Fit | null): string | null {
  if (subject.kind !== "cluster") return null;
  const then = formatNumberOf(subject.accounts, "account");
  if (fit === null) return `Given on a cluster of ${then} that this run does not find again.`;
  const isSame = fit.share === 1 && fit.accountsNow === subject.accounts;
  if (isSame) return null;
  const share = `${fit.isExact ? "" : "about "}${formatShare(fit.share)}`;
  return `Given on an earlier composition: ${then} then, ${formatCount(fit.accountsNow)} now, ${share} of them all in both.`;
}

export function subjectWords(subject: Subject): string {
  if (subject.kind === "cluster") return subject.name;
  if (subject.kind === "pair") return `${subjectWords(subject.left)} – ${subjectWords(subject.right)}`;
  return subject.name ?? subject.accountId;
}

/** `2026-11-22 07:10`, UTC; the panel names the zone once. */
export function whenWords(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}
