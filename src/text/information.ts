import { GrowableUint32 } from "../math/growable.ts";
import { type Hash64, HashIndex, hashStretch } from "../math/hash.ts";

/**
 * Question: how much does it say that two posts have the same words?
 *
 * Information of a text in bits: I = sum over distinct words of -log2 p(word), p(word) = (posts with the word + 1) / (posts + 2) in a
 * background of distinct texts. "Happy birthday" has few bits and proves nothing; a sentence of ordinary words has over forty.
 * Source: the generic-copy problem is measured by Shafin and Ahmed 2026 (methods, section 1.5); the weight is Shannon's.
 * Cost: one pass over the background, then O(words) a text. It treats words as independent: set phrases are overrated.
 */
export class Background {
  /** Words by their hashes: a look-up cuts no word out of its text. */
  private readonly words = new HashIndex();
  private readonly postsWith = new GrowableUint32();
  /** By word, the last post that had it. */
  private readonly lastPost = new GrowableUint32();
  private readonly hash: Hash64 = { low: 0, high: 0 };
  private posts = 0;

  /** @param normal a text as `normaliseText` returns it; give each distinct text once */
  add(normal: string): void {
    this.posts++;
    eachWord(normal, (from, to) => {
      hashStretch(normal, from, to, this.hash);
      const word = this.words.intern(this.hash.low, this.hash.high);
      if (word === this.postsWith.length) {
        this.postsWith.push(0);
        this.lastPost.push(0);
      }
      if (this.lastPost.at(word) === this.posts) return true;
      this.lastPost.set(word, this.posts);
      this.postsWith.set(word, this.postsWith.at(word) + 1);
      return true;
    });
  }

  /** Infinite while nothing was learnt: no text can then be called common. */
  bits(normal: string): number {
    return this.bitsUpTo(normal, Number.POSITIVE_INFINITY);
  }

  /** Whether `bits` are at least so many; most texts show it by their first few words, and are read no further. */
  reaches(normal: string, least: number): boolean {
    return this.bitsUpTo(normal, least) >= least;
  }

  /** Those of the words up to the one that makes it enough. */
  private bitsUpTo(normal: string, enough: number): number {
    if (this.posts === 0) return Number.POSITIVE_INFINITY;
    const { hash } = this;
    const low: number[] = [];
    const high: number[] = [];
    let bits = 0;
    eachWord(normal, (from, to) => {
      hashStretch(normal, from, to, hash);
      for (let i = 0; i < low.length; i++) if (low[i] === hash.low && high[i] === hash.high) return true;
      low.push(hash.low);
      high.push(hash.high);
      const word = this.words.find(hash.low, hash.high);
      bits -= Math.log2(((word < 0 ? 0 : this.postsWith.at(word)) + 1) / (this.posts + 2));
      return bits < enough;
    });
    return bits;
  }
}

/** Scripts without spaces are cut into pairs of characters, so that a Chinese sentence is not one word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** All of them lie here; halves of larger signs, too. Asked once a text, it spares the slow question for each word. */
const MAY_BE_UNSPACED = /[\u0e00-\uffff]/;

export function wordsOf(normal: string): string[] {
  const words: string[] = [];
  eachWord(normal, (from, to) => {
    words.push(normal.slice(from, to));
    return true;
  });
  return words;
}

/** Hands over where word after word begins and ends, until told to stop. */
function eachWord(normal: string, visit: (from: number, to: number) => boolean): void {
  const mayBeUnspaced = MAY_BE_UNSPACED.test(normal);
  let from = 0;
  while (from < normal.length) {
    const space = normal.indexOf(" ", from);
    const end = space < 0 ? normal.length : space;
    if (end > from) {
      const goOn =
        mayBeUnspaced && UNSPACED.test(normal.slice(from, end)) ? eachPair(normal, from, end, visit) : visit(from, end);
      if (!goOn) return;
    }
    from = end + 1;
  }
}

/** Pairs of neighbouring characters; a single one stands for itself. */
function eachPair(normal: string, from: number, end: number, visit: (from: number, to: number) => boolean): boolean {
  let first = from;
  let second = afterSign(normal, from);
  if (second >= end) return visit(from, end);
  while (second < end) {
    const behind = afterSign(normal, second);
    if (!visit(first, behind)) return false;
    first = second;
    second = behind;
  }
  return true;
}

/** Signs beyond 16 bits are whole. */
function afterSign(text: string, at: number): number {
  return at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
}
