import { CHINESE } from "./chinese.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import type { Language } from "./language.ts";
import { SPANISH } from "./spanish.ts";
import { URDU } from "./urdu.ts";

export const LANGUAGES: readonly Language[] = [ENGLISH, SPANISH, GERMAN, FRENCH, CHINESE, URDU];

/** @throws on a code no lexicon is written for */
export function languageIndex(code: string): number {
  const index = LANGUAGES.findIndex((language) => language.code === code);
  if (index < 0) throw new Error(`simulate: no language ${code}`);
  return index;
}
