/** Letters of one script at a time, so that the name in "bobさん" is found. */
const WORD = /[\p{Script=Latin}\p{N}_]+|[\p{L}\p{M}\p{N}_]+/gu;

interface Known {
  /** Lower case. */
  readonly text: string;
  /** Length of what stands before its first word. */
  readonly lead: number;
  readonly replacement: () => string;
}

/**
 * Finds many known names in a text at once, whatever their case, as whole words: names are kept by their first word, so the cost is
 * that of the text's words plus the names that begin alike. A name without any letter or digit cannot be found.
 */
export class NameFinder {
  private readonly byFirst = new Map<string, Known[]>();

  add(name: string, replacement: () => string): void {
    const text = lowered(name);
    const first = text.match(WORD)?.[0];
    if (first === undefined) return;
    const list = this.byFirst.get(first) ?? [];
    if (list.some((known) => known.text === text)) return;
    list.push({ text, lead: text.indexOf(first), replacement });
    // The longest first, or "anna" would cut "anna berg".
    list.sort((x, y) => y.text.length - x.text.length);
    this.byFirst.set(first, list);
  }

  replace(text: string): string {
    const lower = lowered(text);
    const words = [...lower.matchAll(WORD)];
    if (!words.some(([word]) => this.byFirst.has(word))) return text;
    const ends = new Set(words.map((match) => match.index + match[0].length));
    let made = "";
    let done = 0;
    for (const { 0: word, index } of words) {
      for (const { text: name, lead, replacement } of this.byFirst.get(word) ?? []) {
        const from = index - lead;
        const to = from + name.length;
        const isWhole = ends.has(to) || !/[\p{L}\p{M}\p{N}_]$/u.test(name);
        if (from < done || !isWhole || !lower.startsWith(name, from)) continue;
        made += text.slice(done, from) + replacement();
        done = to;
        break;
      }
    }
    return made + text.slice(done);
  }
}

/** Lower case of the same length, so that positions agree: a few capitals would grow. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join("");
}
