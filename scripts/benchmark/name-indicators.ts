import type { SiteIndicator } from "./site-groups-of.ts";

const PART_LETTERS = 7;

/** The name before the public suffix: `spiegel` of `spiegel.ltd`, `topnews` of `topnews.sumy.ua`. */
export const nameOf = (domain: string): string => domain.split(".")[0]!;

/** One indicator a site: its name, the same under whatever suffix. */
export function wholeNames(domains: readonly string[]): SiteIndicator[] {
  return domains.map((domain) => ({ domain, type: "name", value: nameOf(domain) }));
}

/** Every run of seven signs of a name: `patriotsrunmn` and `patriotsrunoh` share five. Shorter names have none. */
export function nameParts(domains: readonly string[]): SiteIndicator[] {
  return domains.flatMap((domain) => {
    const name = nameOf(domain);
    const parts = new Set<string>();
    for (let i = 0; i + PART_LETTERS <= name.length; i++) parts.add(name.slice(i, i + PART_LETTERS));
    return [...parts].map((value) => ({ domain, type: "name part", value }));
  });
}
