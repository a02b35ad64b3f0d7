/**
 * Question: how much does it say that two posts have the same words?
 *
 * Information of a text in bits: I = sum over distinct words of -log2 p(word), p(word) = (posts with the word + 1) / (posts + 2) in a
 * background of distinct texts. "Happy birthday" has few bits and proves nothing; a sentence of ordinary words has over forty.
 * Source: the generic-copy problem is measured by Shafin and Ahmed 2026 (methods, section 1.5); the weight is Shannon's.
 * Cost: one pass over the background, then O(words) a text. It treats words as independent: set phrases are overrated.
 */
export class Background {
  private readonly postsWith = new Map<string, number>();
  private posts = 0;

  /** @param normal a text as `normaliseText` returns it; give each distinct text once */
  add(normal: string): void {
    this.posts++;
    for (const word of new Set(wordsOf(normal))) this.postsWith.set(word, (this.postsWith.get(word) ?? 0) + 1);
  }

  /** Infinite while nothing was learnt: no text can then be called common. */
  bits(normal: string): number {
    if (this.posts === 0) return Number.POSITIVE_INFINITY;
    let bits = 0;
    for (const word of new Set(wordsOf(normal))) {
      bits -= Math.log2(((this.postsWith.get(word) ?? 0) + 1) / (this.posts + 2));
    }
    return bits;
  }
}

/** Scripts without spaces are cut into pairs of characters, so that a Chinese sentence is not one word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

export function wordsOf(normal: string): string[] {
  const words: string[] = [];
  for (const word of normal.split(" ")) {
    if (word === "") continue;
    if (!UNSPACED.test(word)) words.push(word);
    else {
      const letters = [...word];
      if (letters.length === 1) words.push(word);
      for (let i = 0; i + 1 < letters.length; i++) words.push(letters[i]! + letters[i + 1]!);
    }
  }
  return words;
}
