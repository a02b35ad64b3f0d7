/**
 * Does a text say one of these words? Whole words, or with a star the beginning of one ("sign*"); a phrase matches with any spacing.
 * Scripts without spaces (Chinese, Japanese, Thai...) match anywhere. Case, width and what cannot be seen do not matter; hashtags count as
 * words, links and mentions as they stand.
 *
 * It sees words, never meanings: "sign" is on the road, too. Lists are kept short, and nothing rests on one of them alone.
 */
export class Lexicon {
  private readonly pattern: RegExp;

  constructor(entries: readonly string[]) {
    if (entries.length === 0) throw new Error("text/lexicon: no words");
    // Entries that begin a word share one look at what stands before: ten times as fast as a look for each of them.
    const bounded = entries.filter(beginsWord).map(patternOf);
    const free = entries.filter((entry) => !beginsWord(entry)).map(patternOf);
    const all = bounded.length === 0 ? free : [`(?<![\\p{L}\\p{N}])(?:${bounded.join("|")})`, ...free];
    this.pattern = new RegExp(all.join("|"), "u");
  }

  matches(text: string): boolean {
    return this.pattern.test(foldText(text));
  }

  /** The same for a text that `foldText` has been through, where many lexicons ask about one text. */
  matchesFolded(folded: string): boolean {
    return this.pattern.test(folded);
  }
}

/** A list as it is written down: entries with commas or line ends between them. */
export function entriesOf(list: string): readonly string[] {
  return list
    .split(/[,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}

/** As lexicons compare: NFKC, lower case, invisible characters gone, accents kept. */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}+/gu, "")
    .toLowerCase();
}

const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;
const SPECIAL = /[.*+?^${}()|[\]\\/]/g;

/** A boundary only where the entry begins with a letter or digit of a script with spaces: "$ per day" has none on its left. */
const beginsWord = (entry: string): boolean => !NO_SPACES.test(entry) && /^[\p{L}\p{N}]/u.test(entry);

function patternOf(entry: string): string {
  const open = entry.endsWith("*");
  const word = foldText(open ? entry.slice(0, -1) : entry)
    .replace(SPECIAL, "\\$&")
    .replace(/ +/g, "[\\s\\p{P}]+");
  if (NO_SPACES.test(entry)) return word;
  const right = !open && /[\p{L}\p{N}]$/u.test(entry) ? "(?![\\p{L}\\p{N}])" : "";
  return `${word}${right}`;
}
