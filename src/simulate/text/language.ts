import type { Lexicon } from "./grammar.ts";

/** How people of one language write: what `organic/voice.ts` draws from. Vocabulary is assumed, made up for this simulator. */
export interface Language {
  /** ISO 639-1. */
  readonly code: string;
  /** Share of accounts. */
  readonly share: number;
  /** Hours ahead of UTC where its speakers live, weighted by repetition. */
  readonly zones: readonly number[];
  readonly places: readonly string[];
  readonly firstNames: readonly string[];
  readonly lastNames: readonly string[];
  /** Between two sentences: a blank, or nothing. */
  readonly gap: string;
  readonly words: Lexicon;
  /** Sentences that start a post, go on with it, answer another post, or comment on one. */
  readonly statements: readonly string[];
  readonly additions: readonly string[];
  readonly replies: readonly string[];
  readonly comments: readonly string[];
  /** Whole posts that many people write word for word. */
  readonly stock: readonly string[];
  readonly bios: readonly string[];
  readonly topics: readonly Topic[];
}

/** What a community talks about. `words` must hold `thing` and `doing`. */
export interface Topic {
  readonly name: string;
  readonly hashtags: readonly string[];
  readonly words: Lexicon;
}
