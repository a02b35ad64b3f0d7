import { textsOf } from "../store/cluster-facts.ts";
import type { Store } from "../store/database.ts";
import { languageOf } from "../text/language.ts";
import type { Profile } from "./profile.ts";

const LANGUAGE_SAMPLE = 200;

/** As exported, else guessed from a sample of texts. */
export async function languagesOf(
  store: Store,
  clusterId: string,
  exported: readonly { language: string | null; posts: number }[],
): Promise<Profile["languages"]> {
  const known = exported.filter((row) => row.language !== null);
  if (known.length > 0) {
    return known.map(({ language, posts }) => ({ language: language!, posts, guessed: false }));
  }
  const texts = await textsOf(store, clusterId, LANGUAGE_SAMPLE);
  const guess = languageOf(texts);
  return guess === null
    ? []
    : [{ language: guess.language, posts: Math.round(guess.share * texts.length), guessed: true }];
}
