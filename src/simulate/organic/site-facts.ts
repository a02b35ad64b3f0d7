import { chance, cumulative, drawIndex, pick, type Random, seeded } from "../../math/random.ts";
import { DAY_MS } from "../rhythm.ts";
import type { Indicator } from "../sites.ts";
import { words } from "../text/grammar.ts";
import type { World } from "../world.ts";

/**
 * What a crawl finds on a site that nobody set up to be alike with another: big registrars, their name servers, content networks that
 * put hundreds of strangers on one address, themes that come with the system. All of it assumed; the names are invented. Addresses are
 * of 198.18.0.0/15, which is kept for tests and belongs to nobody (RFC 2544).
 */
export const REGISTRARS = words(
  "Namehaus|Domainery|First Registry|Zonewise|Webtitle|Portal Names|Dot Depot|Kiosk Domains|Lettermark|Uptown Names",
);
const NETWORKS = 3;
/** Addresses and name server pairs that one content network hands out at random. */
const NETWORK_ADDRESSES = 8;
const NETWORK_NAMES = words("ada|bo|cy|dot|eli|fay|gus|hal|ivy|jo");
const SHARED_HOSTERS = 120;
const SYSTEMS = words("presswerk 6.4|presswerk 6.2|presswerk 5.9|pagemill 3|quillcms 11|static");
const DEFAULT_THEMES = 9;
const SOLD_THEMES = 60;
const FALL = (count: number) => cumulative(Array.from({ length: count }, (_, rank) => 1 / (rank + 1)));
const REGISTRAR_SUMS = FALL(REGISTRARS.length);
const HOSTER_SUMS = FALL(SHARED_HOSTERS);
const SYSTEM_SUMS = FALL(SYSTEMS.length);
const DEFAULT_SUMS = FALL(DEFAULT_THEMES);
const SOLD_SUMS = FALL(SOLD_THEMES);

/** One value of each type of indicator, by type as in `indicators.csv`; a type that is missing was not found. */
export type SiteFacts = Map<string, string>;

/** Facts of one site, drawn as for anybody. Types: those of the project's table of indicators that a crawl or a register shows. */
export function ordinaryFacts(random: Random, domain: string, registeredMs: number): SiteFacts {
  const registrar = REGISTRARS[drawIndex(random, REGISTRAR_SUMS)]!;
  const slug = registrar.toLowerCase().replace(/ /g, "");
  const network = chance(random, 0.45) ? Math.floor(random() * NETWORKS) : -1;
  const hoster = chance(random, 0.65) ? drawIndex(random, HOSTER_SUMS) : -1;
  const system = SYSTEMS[drawIndex(random, SYSTEM_SUMS)]!;
  const facts: SiteFacts = new Map([
    ["registrar", registrar],
    ["registered", dayOf(registeredMs)],
    ["cms", system],
  ]);
  if (network >= 0) {
    facts.set("ip", address(network, Math.floor(random() * NETWORK_ADDRESSES)));
    facts.set("asn", `network-${network + 1}`);
    facts.set("nameserver", `${pick(random, NETWORK_NAMES)}.ns.cloudrim${network + 1}.example`);
  } else {
    facts.set("ip", hoster >= 0 ? address(20 + hoster, 7) : ownAddress(random));
    facts.set("asn", `hoster-${hoster >= 0 ? 1 + (hoster % 14) : 15 + Math.floor(random() * 30)}`);
    facts.set("nameserver", chance(random, 0.7) ? `ns.${slug}.example` : `ns.${domain}`);
  }
  facts.set("certificate", network >= 0 && chance(random, 0.2) ? `edge-${network + 1}` : ownHash(random));
  const theme = random();
  if (theme < 0.55) facts.set("theme", `default-${1 + drawIndex(random, DEFAULT_SUMS)}`);
  else facts.set("theme", theme < 0.8 ? `sold-${1 + drawIndex(random, SOLD_SUMS)}` : ownHash(random));
  facts.set("favicon", chance(random, 0.25) ? `default-${system.split(" ")[0]!}` : ownHash(random));
  if (chance(random, 0.7)) facts.set("analytics", trackingId(random));
  if (chance(random, 0.4)) facts.set("verification", ownHash(random));
  if (chance(random, 0.3)) facts.set("ads_seller", sellerId(random));
  if (chance(random, 0.5))
    facts.set("whois_email", chance(random, 0.3) ? `office@${domain}` : `private@${slug}.example`);
  return facts;
}

/**
 * Enters a site with facts like anybody's. For stories whose posts link to a host of their own: without an entry a site would stand
 * out by being unknown.
 */
export function enterSite(world: World, domain: string, label: string, role: string): void {
  const random = seeded(world.seed, "site", domain);
  const registeredMs = world.span.startMs - ordinaryAge(random);
  const facts = ordinaryFacts(random, domain, registeredMs);
  world.sites.push({ domain, label, role, indicators: seenFacts(world, random, facts, registeredMs) });
}

/** How old sites are: a few weeks to twenty years. */
export const ordinaryAge = (random: Random): number => DAY_MS * (25 + 7300 * random() * random());

/** `facts` as seen from some days after registration to some days before the end; one in eight moved house in between. */
export function seenFacts(world: World, random: Random, facts: SiteFacts, registeredMs: number): Indicator[] {
  const { endMs } = world.span;
  const found: Indicator[] = [];
  const second = (timeMs: number) => Math.floor(timeMs / 1000) * 1000;
  const firstMs = second(registeredMs + DAY_MS * (1 + 10 * random()));
  for (const [type, value] of facts) {
    const lastMs = second(Math.max(firstMs, endMs - DAY_MS * 6 * random()));
    if (type === "ip" && chance(random, 0.12)) {
      const movedMs = second(firstMs + (lastMs - firstMs) * random());
      found.push({ type, value: ownAddress(random), firstMs, lastMs: movedMs });
      found.push({ type, value, firstMs: movedMs, lastMs });
    } else found.push({ type, value, firstMs, lastMs });
  }
  return found;
}

export const dayOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 10);
export const trackingId = (random: Random): string => `G-${ownHash(random).slice(0, 10).toUpperCase()}`;
export const ownHash = (random: Random): string =>
  Array.from({ length: 2 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
/** An address that no ordinary site shares but by chance. */
export const ownAddress = (random: Random): string =>
  `198.19.${Math.floor(random() * 256)}.${1 + Math.floor(random() * 254)}`;
const address = (third: number, fourth: number): string => `198.18.${third}.${fourth + 1}`;
/** Who is paid for the advertisements: the DIRECT line of ads.txt. */
export const sellerId = (random: Random): string =>
  `pub-${Array.from({ length: 10 }, () => Math.floor(random() * 10)).join("")}`;
