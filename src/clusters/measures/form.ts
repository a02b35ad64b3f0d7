import { normaliseText } from "../../text/normalise.ts";
import { middleOf } from "./typical.ts";

/**
 * Is each post of a member the last one with other figures?
 *
 * Words of two posts in a row of one account, numbers masked: common ones over all of both (Jaccard 1912). Middle over the pairs of an
 * account, then over accounts. A thermometer that writes has most words in common, people next to none. Asked of an account with
 * itself, so that a text shared by many says nothing here.
 *
 * What it does not show: a feed of headlines, which differ. An account that repeats one slogan has the form of a machine as well.
 */
export function formRepeats(texts: readonly { readonly account: number; readonly text: string }[]): number | null {
  const likeness = new Map<number, number[]>();
  let last: { account: number; words: Set<string> } | null = null;
  for (const { account, text } of texts) {
    const words = new Set(
      normaliseText(text)
        .replace(/\p{N}+/gu, "0")
        .split(" "),
    );
    if (last !== null && last.account === account) {
      const own = likeness.get(account);
      if (own === undefined) likeness.set(account, [jaccard(last.words, words)]);
      else own.push(jaccard(last.words, words));
    }
    last = { account, words };
  }
  return middleOf([...likeness.values()].map(middleOf));
}

function jaccard(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const word of left) if (right.has(word)) common++;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}
