import type { Profile, SharedByParts } from "../clusters/profile.ts";
import { OBJECT_NOUN, type TraceName } from "../corpus/trace.ts";
import { formatCount, formatExpected, formatRelation } from "../text/figures.ts";
import { plural } from "./markdown.ts";

/** Labels named in a sentence; the rest is counted. */
const NAMED = 3;

/**
 * A cluster found in pieces that do not meet in time, and what makes them one; none for a cluster of one piece. Plain text, with labels
 * as adversaries wrote them: for the eye they still have to be made harmless.
 */
export function partLines({ parts, sharedByParts }: Pick<Profile, "parts" | "sharedByParts">): string[] {
  if (parts.length < 2) return [];
  return [
    `Found in ${formatCount(parts.length)} parts of ${listed(parts.map(formatCount))} accounts, which seldom meet in time and are taken as one for what both hold and few others touch.`,
    ...sharedByParts.map(sharedLine),
  ];
}

function sharedLine({ kind, accounts: [a, b], objects, labels, expected, q }: SharedByParts): string {
  const named = labels.slice(0, NAMED);
  const more = objects - named.length;
  const names = named.length === 0 ? "" : `: ${named.join(", ")}${more > 0 ? ` and ${formatCount(more)} more` : ""}`;
  return `The parts of ${formatCount(a)} and ${formatCount(b)} accounts ${sharedWords(kind, objects)}, ${formatExpected(expected)} expected (q ${formatRelation(q)})${names}.`;
}

function sharedWords(kind: string, objects: number): string {
  if (kind === "authors") return `repost, quote or answer the same ${plural(objects, "author", "authors")}`;
  if (kind === "site indicators") {
    return `link sites that have ${plural(objects, "technical mark", "technical marks")} in common (address, certificate, theme and the like)`;
  }
  if (kind === "sites served") {
    return `are each most of the public of authors whose own sites have ${plural(objects, "technical mark", "technical marks")} in common (address, certificate, theme and the like)`;
  }
  if (kind === "short texts") {
    return `use the same ${plural(objects, "short line", "short lines")}, which hardly anybody else does`;
  }
  const noun = OBJECT_NOUN[kind as TraceName] as (typeof OBJECT_NOUN)[TraceName] | undefined;
  if (noun === undefined) throw new Error(`summaries: no words for the kind of object "${kind}"`);
  return `have ${formatCount(objects)} ${noun[objects === 1 ? 0 : 1]} between them, at whatever time`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
