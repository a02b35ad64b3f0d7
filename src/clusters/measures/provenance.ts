import type { EvidencePost } from "../../store/member-facts.ts";
import { linksOf } from "../../text/links.ts";
import { normaliseText } from "../../text/normalise.ts";
import { creditsOriginal, namesMachine, namesSource } from "./source-mark.ts";
import { saysTranslation } from "./trade-words.ts";
import { commonest } from "./typical.ts";

/**
 * Does what the members post say where it comes from, and where does it lead?
 *
 * Over the distinct texts of the evidence: the share that names an agency or a feed where sources are named, that says a machine wrote
 * it, that credits an original. Over the words that several members carry: how many of the links beside them are different ones, as
 * when each outlet leads to a page of its own. The site linked most says whether all lead to one place.
 *
 * What it does not show: false attribution. Links of t.co are new for every post and say nothing. Cost: one pass over the evidence.
 */
export interface Provenance {
  /** Distinct texts of own posts; shares below are of these, null where there is none. */
  readonly texts: number;
  readonly sourced: number | null;
  readonly machine: number | null;
  readonly credited: number | null;
  /** Different links over posts with a link, beside words that two members or more carry; null: no such words with links. */
  readonly linksApart: number | null;
  /** Share of posts with a site that lead to the commonest one, and that site. */
  readonly oneSite: number | null;
  readonly site: string | null;
  /** Languages of the posts, as exported; null: not exported. */
  readonly languages: number | null;
}

export function provenanceOf(posts: readonly EvidencePost[]): Provenance {
  const own = posts.filter(({ kind, text }) => kind === "post" && text !== null);
  const carried = new Map<string, { accounts: Set<number>; links: string[]; text: string }>();
  for (const { account, text, urls } of own) {
    const key = normaliseText(text!);
    if (key === "") continue;
    const entry = carried.get(key) ?? { accounts: new Set<number>(), links: [], text: text! };
    entry.accounts.add(account);
    const links = (urls ?? linksOf(text!)).filter((link) => !/^(?:https?:\/\/)?t\.co\//i.test(link));
    if (links[0] !== undefined) entry.links.push(links[0]);
    carried.set(key, entry);
  }
  const texts = [...carried.values()];
  const share = (test: (text: string) => boolean): number | null =>
    texts.length === 0 ? null : texts.filter(({ text }) => test(text)).length / texts.length;
  const common = texts.filter(({ accounts, links }) => accounts.size > 1 && links.length > 1);
  const sites = posts.flatMap(({ domains }) => domains ?? []);
  const site = commonest(sites);
  const tongues = posts
    .map(({ language }) => language)
    .filter((code) => code !== null && code !== "" && code !== "und");
  return {
    texts: texts.length,
    sourced: share(namesSource),
    machine: share(namesMachine),
    credited: share((text) => creditsOriginal(text) || saysTranslation(text)),
    linksApart:
      common.length === 0
        ? null
        : common.reduce((sum, { links }) => sum + new Set(links).size, 0) /
          common.reduce((sum, { links }) => sum + links.length, 0),
    oneSite: site === null ? null : site.count / sites.length,
    site: site?.value ?? null,
    // A language of which there is next to nothing is a slip of whoever guessed it.
    languages: tongues.length === 0 ? null : languagesAmong(tongues as string[]),
  };
}

const LEAST_SHARE = 0.05;

function languagesAmong(codes: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts.values()].filter((count) => count >= LEAST_SHARE * codes.length).length;
}
