import { isWordBoundary, isWordSpace } from "./word-break.ts";

/**
 * The text of a message as the toolkit compares it: lower case, without mentions (an @ and all up to the next white space), white space
 * made single. Links, punctuation and emoji stay. A message of nothing but mentions becomes the empty text, equal to all like it.
 *
 * Source: coordination_network_toolkit/similarity.py, `message_preprocessor`.
 */
export function comparedText(message: string): string {
  return pythonSplit(withoutMentions(message)).join(" ");
}

/**
 * The set of tokens whose Jaccard similarity the toolkit takes: the same lower-case text without mentions, cut at every word boundary,
 * so that punctuation, emoji and the pieces of a link are tokens too. Spaces and one apostrophe behind a boundary are swallowed.
 *
 * Source: the same, `tokenize` (the pattern `\b\p{Word_Break=WSegSpace}*'?` of Python's `regex`); a token with white space in it falls
 * apart when the set is read back.
 */
export function tokenSet(message: string): string[] {
  const points = Array.from(withoutMentions(message), (sign) => sign.codePointAt(0)!);
  const tokens = new Set<string>();
  let start = 0;
  for (let at = 0; at <= points.length; at++) {
    if (!isWordBoundary(points, at)) continue;
    for (const token of pythonSplit(textOf(points, start, at))) tokens.add(token);
    let end = at;
    while (end < points.length && isWordSpace(points[end]!)) end++;
    if (points[end] === APOSTROPHE) end++;
    start = end;
    // A match of some length is followed by another at its very end; one of none is not repeated.
    at = end > at ? end - 1 : at;
  }
  for (const token of pythonSplit(textOf(points, start, points.length))) tokens.add(token);
  return Array.from(tokens);
}

const APOSTROPHE = 0x27;
const MENTION = /@[^\p{White_Space}]*/gu;
/** What Python's `str.split` takes for white space: Unicode's, and the four separators of ASCII. */
const ASCII_SEPARATORS = "\\u001c-\\u001f";
const PYTHON_SPACE = new RegExp(`[\\p{White_Space}${ASCII_SEPARATORS}]+`, "u");

function withoutMentions(message: string): string {
  return message.toLowerCase().replace(MENTION, "");
}

function pythonSplit(text: string): string[] {
  return text.split(PYTHON_SPACE).filter((word) => word !== "");
}

function textOf(points: readonly number[], from: number, to: number): string {
  return to > from ? String.fromCodePoint(...points.slice(from, to)) : "";
}
