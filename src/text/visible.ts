/**
 * What hostile text looks like when nothing in it is obeyed: an alternation of plain runs, links shown defanged, and characters that
 * a reader could not see (controls, bidirectional overrides, zero-width signs, tags, private use), each named by its code point.
 *
 * It shows what is there; it does not judge whether look-alike letters (homographs) are meant to deceive.
 */
import { defangHost, defangLink, LINK_PATTERN } from "./defang.ts";

export type VisiblePart =
  | { readonly kind: "plain"; readonly text: string }
  /** A link, already defanged; never to be made live. */
  | { readonly kind: "link"; readonly text: string }
  /** One invisible or steering character, `U+200B`, and what it is called. */
  | { readonly kind: "hidden"; readonly text: string; readonly name: string };

/**
 * Characters that change or hide what a reader sees: controls, whatever Unicode says may be drawn as nothing (zero-width signs, bidi
 * controls, fillers, tags, soft hyphen), private use, lone surrogates, line separators, the blank braille cell, annotation marks. The
 * joiners stay unmarked between letters of scripts and emoji that need them (see `isNeededJoiner`).
 */
const HIDDEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}\p{Co}\p{Cs}\u2028\u2029\u2800\uFFF9-\uFFFB]/u;
/** White space to everybody, and the two selectors that follow emoji. */
const HARMLESS: readonly string[] = ["\t", "\n", "\r", "\uFE0E", "\uFE0F"];

/** A text that is nothing but a host, as a cluster's name can be. */
const HOST_ALONE = /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,24}$/i;

const NAMES: Readonly<Record<number, string>> = {
  0: "null character",
  27: "escape",
  127: "delete",
  173: "soft hyphen",
  8203: "zero-width space",
  8204: "zero-width non-joiner",
  8205: "zero-width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "end of directional formatting",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "end of isolate",
  65279: "zero-width no-break space",
};

/** The parts of a text in order; joined, they hold every character of it, with links defanged and hidden ones named. */
export function visibleParts(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  if (HOST_ALONE.test(text)) {
    appendRun(parts, defangHost(text), "link");
    return parts;
  }
  let from = 0;
  for (const match of text.matchAll(LINK_PATTERN)) {
    appendRun(parts, text.slice(from, match.index), "plain");
    appendRun(parts, defangLink(match[0]), "link");
    from = match.index + match[0].length;
  }
  appendRun(parts, text.slice(from), "plain");
  return parts;
}

/** The same for names that are no links although they have dots, as of files: hidden characters are named, nothing is defanged. */
export function visibleName(name: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  appendRun(parts, name, "plain");
  return parts;
}

/** One line for places where only a string will do (titles, accessible names): hidden characters as `[U+202E]`, links defanged. */
export function visibleLine(text: string): string {
  return visibleParts(text)
    .map((part) => (part.kind === "hidden" ? `[${part.text}]` : part.text))
    .join("")
    .replace(/\s+/g, " ");
}

/** How many hidden characters a text carries. */
export function hiddenCount(text: string): number {
  return visibleParts(text).filter((part) => part.kind === "hidden").length;
}

function appendRun(parts: VisiblePart[], run: string, kind: "plain" | "link"): void {
  let plain = "";
  let before = "";
  const points = [...run];
  for (const [index, point] of points.entries()) {
    const isHidden =
      HIDDEN.test(point) && !HARMLESS.includes(point) && !isNeededJoiner(point, before, points[index + 1]);
    before = point;
    if (!isHidden) {
      plain += point;
      continue;
    }
    if (plain !== "") parts.push({ kind, text: plain });
    plain = "";
    const code = point.codePointAt(0) ?? 0;
    const hex = code.toString(16).toUpperCase().padStart(4, "0");
    parts.push({ kind: "hidden", text: `U+${hex}`, name: NAMES[code] ?? "hidden character" });
  }
  if (plain !== "") parts.push({ kind, text: plain });
}

/** Persian, Indic scripts and emoji families are written with joiners; between Latin letters they only hide something. */
function isNeededJoiner(point: string, before: string, after: string | undefined): boolean {
  if (point !== "\u200C" && point !== "\u200D") return false;
  const needs =
    /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Khmer}\p{Script=Mongolian}]/u;
  return after !== undefined && (before === "\uFE0F" || needs.test(before)) && needs.test(after);
}
