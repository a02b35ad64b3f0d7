import { HANDLE } from "./handles.ts";

/**
 * Hashtags of a text in their order, lower case, without the mark. Without a letter ("#1") it is no tag. Joiners belong to it: Persian
 * would otherwise end in the middle of a word.
 */
export function hashtagsOf(text: string): string[] {
  if (!text.includes("#") && !text.includes("＃")) return [];
  const tags: string[] = [];
  for (const match of text.normalize("NFKC").matchAll(TAG)) {
    const tag = match[1]!.toLowerCase();
    if (/\p{L}/u.test(tag)) tags.push(tag);
  }
  return tags;
}

const TAG = /(?<![\p{L}\p{N}&/])#([\p{L}\p{N}\p{M}_\u200c\u200d]+)/gu;

/**
 * Handles mentioned in a text in their order, lower case, without the mark; not those of e-mail addresses and of paths of links. A full
 * stop before ("." + "@name") is how one answers in public; what may stand before is the rule of twitter-text.
 */
export function mentionsOf(text: string): string[] {
  if (!text.includes("@") && !text.includes("＠")) return [];
  return Array.from(text.normalize("NFKC").matchAll(MENTION), (match) => match[1]!.toLowerCase());
}

const MENTION = new RegExp(`(?<![A-Za-z0-9_!#$%&*@/])@(${HANDLE})`, "gu");
