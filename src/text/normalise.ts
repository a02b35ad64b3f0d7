/**
 * The text of a post as it is compared: NFKC, lower case, without a leading "RT @name:", without links, mentions, punctuation,
 * symbols, emoji, marks of direction and control characters; single spaces. Two posts with equal results say the same words in the
 * same order. Digits stay: "12 dead" is not "13 dead". Hashtags stay as words.
 */
export function normaliseText(text: string): string {
  return decodeEntities(text)
    .normalize("NFKC")
    .replace(REPOST_MARK, "")
    .replace(LINKS, " ")
    .replace(MENTIONS, " ")
    .toLowerCase()
    .replace(NOT_WORDS, " ")
    .trim();
}

/** "RT @name:" and "RT @name " at the start, also after a stray quote; some exports repeat it for nested reposts. */
const REPOST_MARK = /^(?:['"“‘\s]*RT\s+@[\p{L}\p{N}_.-]+\s*:?\s*)+/iu;
/** Links, also those cut off by an export ("https://t…"). */
const LINKS = /(?:https?|ftp):\/\/\S*|\bwww\.\S+|\bpic\.twitter\.com\/\S*|\bht?t?p?s?:?\/?\/?…/giu;
const MENTIONS = /[@＠][\p{L}\p{N}_.-]+/gu;
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
  const match = /^['"“‘\s]*RT\s+@([\p{L}\p{N}_.-]+)/iu.exec(text);
  return match?.[1]?.toLowerCase() ?? null;
}
