import { parse } from "tldts";
import { canonicalLink } from "./links.ts";

/**
 * Where a description says one can be reached: links with or without scheme ("allmylinks.com/x", "t.me/chat") and mail addresses, as
 * they are compared, each once, in order. A bare word with a dot counts as a link only if it has a path, begins with "www." or ends in
 * a public suffix that exists: "mother.of.two" is none.
 */
export function contactsOf(description: string): string[] {
  if (!description.includes(".")) return [];
  const found = new Set<string>();
  const withoutMail = description.replace(MAIL, (address) => {
    found.add(address.toLowerCase());
    return " ";
  });
  for (const [raw] of withoutMail.matchAll(ADDRESS)) {
    const trimmed = raw.replace(/[.,;:!?)\]}»'"]+$/u, "");
    const hasScheme = trimmed.includes("://");
    const link = canonicalLink(trimmed);
    if (link === null) continue;
    const isNamed = hasScheme || /^www\./i.test(trimmed) || link.key.includes("/");
    if (isNamed || parse(link.host).isIcann === true) found.add(link.key);
  }
  return [...found];
}

const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ADDRESS = /(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?::\d+)?(?:[/?#][^\s<>"“”|]*)?/giu;
