import { eld } from "eld/small";
import { normaliseText } from "./normalise.ts";

/**
 * Guesses the language of texts by n-grams (eld, small model): good for a heading over many posts, not for judging one.
 *
 * @returns ISO 639-1 code with the most votes and its share of the texts long enough to vote, or null where none is
 */
export function languageOf(texts: readonly string[]): { language: string; share: number } | null {
  const votes = new Map<string, number>();
  let voters = 0;
  for (const text of texts) {
    const normal = normaliseText(text);
    if (normal.length < 20) continue;
    const { language } = eld.detect(normal);
    if (language === "") continue;
    votes.set(language, (votes.get(language) ?? 0) + 1);
    voters++;
  }
  let best: [string, number] | null = null;
  for (const entry of votes) if (best === null || entry[1] > best[1]) best = entry;
  return best === null ? null : { language: best[0], share: best[1] / voters };
}
