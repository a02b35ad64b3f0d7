import { HANDLE } from "./handles.ts";

/**
 * The text of a post as it is compared: NFKC, lower case, without a leading "RT @name:", without links, mentions, punctuation,
 * symbols, emoji, control characters and what cannot be seen (marks of direction, joiners, soft hyphens); single spaces. Two posts
 * with equal results say the same words in the same order. Digits stay: "12 dead" is not "13 dead". Hashtags stay as words.
 */
export function normaliseText(text: string): string {
  return plain(text).replace(REPOST_MARK, "").replace(LINKS, " ").replace(MENTIONS, " ").replace(NOT_WORDS, " ").trim();
}

/** In lower case. Invisible marks go without a trace: within a word they are a way of evading comparison. */
function plain(text: string): string {
  const decoded = decodeEntities(text);
  const seen = ASCII.test(decoded) ? decoded : decoded.replace(INVISIBLE, "").normalize("NFKC");
  return seen.toLowerCase();
}

const ASCII = /^[\t\n\r -~]*$/;
/** Format characters, variation selectors (a red heart is a heart) and enclosing marks (a keycap is its digit). */
const INVISIBLE = /(?:\p{Cf}|\p{Me}|[\ufe00-\ufe0f])+/gu;
/** "RT @name:" and "RT @name " at the start, also after a stray quote; some exports repeat it for nested reposts. */
const REPOST_MARK = new RegExp(String.raw`^(?:['"“‘\s]*rt\s+@${HANDLE}\s*:?\s*)+`, "u");
const FIRST_REPOST_MARK = new RegExp(String.raw`^['"“‘\s]*rt\s+@(${HANDLE})`, "u");
/**
 * Links, also those cut off by an export ("https://t…", "htt…", whose ellipsis NFKC has made three dots). Links of t.co end with
 * their code, since Chinese and Japanese go on without a space.
 */
const LINKS =
  /https?:\/\/t\.co\/[a-z0-9]+(?:[/?][\w=&%.-]*)?|(?:https?|ftp):\/\/\S*|\bwww\.\S+|\bpic\.twitter\.com\/\S*|\bht?t?p?s?:?\/?\/?\.{3}/gu;
const MENTIONS = new RegExp(`@${HANDLE}`, "gu");
const NOT_WORDS = /[^\p{L}\p{N}\p{M}]+/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  "#39": "'",
  nbsp: " ",
};

/** The handful of HTML entities that exports leave in texts. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (_, name: string) => ENTITIES[name]!);
}

/** The handle after a leading "RT @", or null: who the export says is being reposted. */
export function repostedHandle(text: string): string | null {
  // Asked of every post, and nearly always in vain.
  if (!/RT/i.test(text)) return null;
  return FIRST_REPOST_MARK.exec(plain(text))?.[1] ?? null;
}
