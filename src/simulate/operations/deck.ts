import { type Random, shuffle } from "../../math/random.ts";

/** Deals entries one by one, a second time only when each has been dealt once. @param list not empty */
export function deckOf<T>(list: readonly T[], random: Random): () => T {
  let deck: T[] = [];
  return () => {
    if (deck.length === 0) deck = shuffle(random, [...list]);
    return deck.pop()!;
  };
}
