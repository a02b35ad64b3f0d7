/** Hashtags of a text in their order, lower case, without the mark. Pure digits ("#1") are not tags. */
export function hashtagsOf(text: string): string[] {
  if (!text.includes("#") && !text.includes("＃")) return [];
  const tags: string[] = [];
  for (const match of text.normalize("NFKC").matchAll(/(?<![\p{L}\p{N}&/])#([\p{L}\p{N}\p{M}_]+)/gu)) {
    const tag = match[1]!.toLowerCase();
    if (!/^\d+$/.test(tag)) tags.push(tag);
  }
  return tags;
}

/** Handles mentioned in a text in their order, lower case, without the mark; not those of e-mail addresses. */
export function mentionsOf(text: string): string[] {
  if (!text.includes("@") && !text.includes("＠")) return [];
  const handles: string[] = [];
  for (const match of text
    .normalize("NFKC")
    .matchAll(/(?<![\p{L}\p{N}_.@/-])@([\p{L}\p{N}_]+(?:[.-][\p{L}\p{N}_]+)*)/gu)) {
    handles.push(match[1]!.toLowerCase());
  }
  return handles;
}
