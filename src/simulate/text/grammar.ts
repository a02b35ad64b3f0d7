import { pick, type Random } from "../../math/random.ts";

/** Lists of words by name. The first lexicon that knows a name answers. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/**
 * Write a sentence from a pattern.
 *
 * `{a|b|c}` takes one of them, `[x]` keeps x half of the time, `<noun>` draws from the list "noun", `#` stands for a number from 2 to
 * 97. Braces and brackets nest; what a list holds is expanded in turn.
 *
 * @throws on a list that no lexicon has, or an unclosed bracket: the pattern is wrong, not the input
 */
export function expand(pattern: string, lexicons: readonly Lexicon[], random: Random): string {
  let out = "";
  for (let i = 0; i < pattern.length; i++) {
    const sign = pattern[i]!;
    if (sign === "<") {
      const end = pattern.indexOf(">", i);
      out += expand(pick(random, listOf(pattern.slice(i + 1, end), lexicons)), lexicons, random);
      i = end;
    } else if (sign === "{" || sign === "[") {
      const end = closing(pattern, i);
      const choices = sign === "{" ? split(pattern.slice(i + 1, end)) : [pattern.slice(i + 1, end), ""];
      out += expand(pick(random, choices), lexicons, random);
      i = end;
    } else out += sign === "#" ? String(2 + Math.floor(random() * 96)) : sign;
  }
  return out;
}

/** "a|b|c" as a list: keeps long word lists readable in the source. Bars inside braces stay with their entry. */
export const words = (text: string): readonly string[] => split(text).map((word) => word.trim());

/** Blanks left by options not taken, and the small letter after a full stop. */
export function tidy(text: string): string {
  const spaced = text
    .replace(/\s+/g, " ")
    .replace(/ ([,.!?;:…،۔])/g, "$1")
    .trim();
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
}

/** A capital after each full stop, for those who write like a paper; ordinary people of the simulator do not bother. */
export const sentenceCase = (text: string): string =>
  text.replace(/([.!?] )(\p{Ll})/gu, (_, stop: string, letter: string) => stop + letter.toUpperCase());

function listOf(name: string, lexicons: readonly Lexicon[]): readonly string[] {
  for (const lexicon of lexicons) {
    const list = lexicon[name];
    if (list !== undefined) return list;
  }
  throw new Error(`simulate: no lexicon has the list <${name}>`);
}

function closing(pattern: string, start: number): number {
  let depth = 0;
  for (let i = start; i < pattern.length; i++) {
    const sign = pattern[i];
    if (sign === "{" || sign === "[") depth++;
    if ((sign === "}" || sign === "]") && --depth === 0) return i;
  }
  throw new Error(`simulate: unclosed bracket in pattern ${pattern}`);
}

function split(inside: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < inside.length; i++) {
    const sign = inside[i];
    if (sign === "{" || sign === "[") depth++;
    else if (sign === "}" || sign === "]") depth--;
    else if (sign === "|" && depth === 0) {
      parts.push(inside.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(inside.slice(from));
  return parts;
}
