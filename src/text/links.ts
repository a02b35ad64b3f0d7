import { getDomain } from "tldts";
import { isShortener } from "./shorteners.ts";

/** A link as it is compared. */
export interface Link {
  /** Host and path without scheme, "www.", tracking parameters, fragment and final slash: what two posts must share. */
  readonly key: string;
  readonly host: string;
  /** Registrable domain by the public suffix list, private suffixes included; null for IP addresses and shorteners. */
  readonly site: string | null;
}

/** Links in a text, in order. Links cut off by an export ("https://t.co/ab…") are left out: they would equal what they are not. */
export function linksOf(text: string): string[] {
  if (!text.includes("://")) return [];
  const links: string[] = [];
  for (const match of text.matchAll(LINKS)) {
    const cut =
      match[0].includes("…") || /\.{2,}$/.test(match[0]) || CUT_AFTER.test(text.slice(match.index + match[0].length));
    if (!cut) links.push(insideBrackets(match[0]).replace(/[.,;:!?)\]}»]+$/u, ""));
  }
  return links;
}

/** In "[words](https://t.me/x)[more" the link ends at the bracket it did not open itself. */
function insideBrackets(link: string): string {
  if (!link.includes(")")) return link;
  let open = 0;
  for (let i = 0; i < link.length; i++) {
    if (link[i] === "(") open++;
    else if (link[i] === ")" && --open < 0) return link.slice(0, i);
  }
  return link;
}

/** Links of t.co end with their code: Chinese and Japanese go on without a space. */
const LINKS = /https?:\/\/(?:t\.co\/[a-z0-9]+(?:[/?][\w=&%-]*)?|[^\s<>"'“”‘’`{}|\\^]+)/giu;
const CUT_AFTER = /^(?:…|\.\.)/;

const TRACKING =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|ref_src|ref_url|cmpid|ocid|smid|smtyp|_ga|_gl|spm|s_cid|xtor|wt_mc|ncid|sr_share|at_.*|share_source|feature)$/i;

/** "mailto:", "javascript:" and their like; a number after the colon is a port. */
const OTHER_SCHEME = /^\s*[a-z][a-z0-9+.-]*:(?!\/\/|\d)/i;

/** Null when it is not a web link. Query parameters are sorted, so that their order does not matter. */
export function canonicalLink(raw: string): Link | null {
  if (OTHER_SCHEME.test(raw)) return null;
  let url: URL;
  try {
    url = new URL(raw.includes("://") ? raw : `https://${raw}`);
  } catch {
    return null; // not a link; the caller simply has no object
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const host = url.hostname
    .toLowerCase()
    .replace(/^www\d?\.(?=.+\.)/, "")
    .replace(/\.$/, "");
  if (!host.includes(".")) return null;
  // Asked of every link, and most have none.
  const kept = url.search === "" ? [] : [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const query = kept.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
  const port = url.port === "" ? "" : `:${url.port}`;
  const path = url.pathname.replace(/\/+$/, "");
  return {
    key: `${host}${port}${path}${query === "" ? "" : `?${query}`}`,
    host,
    site: isShortener(host) ? null : siteOf(host),
  };
}

/** Registrable domain of a host. */
export function siteOf(host: string): string | null {
  return getDomain(host, { allowPrivateDomains: true });
}
