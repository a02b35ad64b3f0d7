import { CHINESE } from "./chinese.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import type { Language } from "./language.ts";
import { SPANISH } from "./spanish.ts";
import { URDU } from "./urdu.ts";

export const LANGUAGES: readonly Language[] = [ENGLISH, SPANISH, GERMAN, FRENCH, CHINESE, URDU];

/** Share of the accounts that speak each language, by code. */
export type LanguageShares = Readonly<Record<string, number>>;

/**
 * Shares in the order of `LANGUAGES` for an export collected around stories that are told in languages of their own; null when none
 * of them asks for any, and the export is of the platform at large. Several stories: the mean.
 */
export function languageSharesOf(wanted: readonly (LanguageShares | undefined)[]): number[] | null {
  if (wanted.every((shares) => shares === undefined)) return null;
  const sums = LANGUAGES.map((language) =>
    wanted.reduce((sum, shares) => sum + (shares === undefined ? language.share : (shares[language.code] ?? 0)), 0),
  );
  const total = sums.reduce((a, b) => a + b, 0);
  return sums.map((sum) => sum / total);
}

/** @throws on a code no lexicon is written for */
export function languageIndex(code: string): number {
  const index = LANGUAGES.findIndex((language) => language.code === code);
  if (index < 0) throw new Error(`simulate: no language ${code}`);
  return index;
}
