import type { Profile } from "../clusters/profile.ts";
import type { Under } from "../corpus/pairs.ts";
import { OBJECT_NOUN } from "../corpus/trace.ts";
import { formatCount, formatRelation, formatShare } from "../text/figures.ts";
import { visibleLine } from "../text/visible.ts";
import { deedsLines, joinedLines } from "./joined.ts";
import { inMarkdown, plural } from "./markdown.ts";
import { partLines } from "./parts.ts";

/** What speaks for and against a cluster beside its pairs, each line a paragraph; without the id that every one of them cites. */
export function checkLines(profile: Profile): string[] {
  return [
    ...nullLines(profile),
    ...leaveOutLines(profile),
    ...forgeryLines(profile),
    ...[...partLines(profile), ...deedsLines(profile), ...joinedLines(profile)].map(asText),
    ...(profile.crew?.sentences ?? []).map(asText),
    ...identityLines(profile),
  ];
}

const asText = (sentence: string): string => inMarkdown(visibleLine(sentence));

/** Shares of pairs by the two timing nulls: one cannot see a crew that is the audience, the other cannot tell it from breaking news. */
function nullLines({ ties }: Profile): string[] {
  if (ties.length === 0) return [];
  const share = (...which: Under[]): string =>
    formatShare(ties.filter(({ under }) => which.includes(under)).length / ties.length);
  const judged = ties.filter(({ under }) => under !== "not-assessable").length;
  if (judged === 0) return ["The timing of its pairs cannot be judged by either of the two timing nulls."];
  return [
    `Timing alone: ${share("both")} of its pairs stand out under both timing nulls, ${share("within")} only against the times of their own objects, ${share("outside")} only against matched objects outside, ${share("neither")} under neither; ${share("not-assessable")} cannot be judged.`,
  ];
}

/** Only the trace that most depends on: the page has all. */
function leaveOutLines({ robustness, members }: Profile): string[] {
  const [worst] = [...robustness.withoutTrace].sort((a, b) => a.left - b.left);
  const core = members.filter(({ isCore }) => isCore).length;
  const lines: string[] = [];
  if (worst !== undefined) {
    lines.push(
      robustness.withoutTrace.length === 1
        ? `All of it rests on one kind of evidence, ${OBJECT_NOUN[worst.trace][1]}.`
        : `Without ${OBJECT_NOUN[worst.trace][1]}, the evidence it needs most, ${formatShare(worst.left)} of its accounts stay joined.`,
    );
  }
  if (members.length > 0) {
    lines.push(
      `${formatCount(core)} of ${plural(members.length, "account is", "accounts are")} its core: well inside, and not among those who only ever act after the others.`,
    );
  }
  return lines;
}

function forgeryLines({ robustness }: Profile): string[] {
  if (robustness.forgery.length === 0) return [];
  const cheap = robustness.forgery
    .filter(({ cost }) => cost === "free" || cost === "cheap")
    .reduce((sum, { share }) => sum + share, 0);
  const left = robustness.membersBeyondCheap;
  return [
    `${formatShare(cheap)} of its evidence is free or cheap to forge; ${
      left === 0
        ? "without that nobody is joined to anybody, so somebody outside could have imitated the group."
        : `without that ${plural(left, "account stays", "accounts stay")} joined.`
    }`,
  ];
}

/** Chance up to which a thing in common is worth a line of its own; nothing is decided by it. */
const STANDS_OUT = 0.05;

/** What stands out, each a line; what was looked at and does not, in one. */
function identityLines({ identity }: Profile): string[] {
  const plain = identity.filter(({ p }) => p > STANDS_OUT);
  return [
    ...identity
      .filter(({ p }) => p <= STANDS_OUT)
      .map(({ sentence, p }) => `${asText(sentence)} Corroboration only (*p* ${formatRelation(p)}).`),
    ...(plain.length === 0
      ? []
      : [`Looked at and not out of the ordinary: ${plain.map(({ sentence }) => asText(sentence)).join(" ")}`]),
  ];
}
