import { pick, type Random, seeded, shuffle } from "../../math/random.ts";
import { inventName } from "../communities.ts";
import {
  dayOf,
  ordinaryFacts,
  ownAddress,
  ownHash,
  type SiteFacts,
  seenFacts,
  trackingId,
} from "../organic/site-facts.ts";
import { DAY_MS } from "../rhythm.ts";
import { LANGUAGES } from "../text/languages.ts";
import type { World } from "../world.ts";
import { titleOf } from "./newsroom-lines.ts";
import { LABEL, type NewsroomParameters } from "./newsroom-parameters.ts";

/** How a value that several sites share is made, the most telling kinds first. Evasive sites share the cheap ones alone. */
const COSTLY: readonly (readonly [string, (random: Random) => string])[] = [
  ["analytics", trackingId],
  ["theme", ownHash],
  ["ip", ownAddress],
  ["certificate", ownHash],
  ["nameserver", (random) => `ns.${inventName(random).toLowerCase()}servers.example`],
  ["verification", ownHash],
];
const CHEAP: typeof COSTLY = [
  ["theme", ownHash],
  ["favicon", ownHash],
  ["nameserver", (random) => `ns.${inventName(random).toLowerCase()}hosting.example`],
];
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  en: ["-courier", "tribune", "-record", "daily", "wire", "-standard"],
  es: ["-diario", "noticias", "-eco", "hoy", "-correo"],
  de: ["-kurier", "anzeiger", "-zeitung", "rundschau", "-tagblatt"],
  fr: ["-courrier", "info", "-gazette", "matin", "-echo"],
  zh: ["-shibao", "ribao", "-xinwen", "guancha"],
  ur: ["-khabar", "news", "-times", "sada"],
};

/** Gives each page its site, in the order of the pages: a title, a domain, and the facts that a crawl would find. */
export function openSites(world: World, pages: readonly number[], table: NewsroomParameters): void {
  const { people, span } = world;
  const random = seeded(world.seed, LABEL, "sites");
  const taken = new Set(world.sites.map(({ domain }) => domain));
  const shared = sharedFacts(pages.length, table, random);
  pages.forEach((page, i) => {
    const language = LANGUAGES[people.language[page]!]!.code;
    let place = inventName(random);
    let domain = "";
    while (domain === "" || taken.has(domain)) {
      place = inventName(random);
      domain = `${place.toLowerCase()}${pick(random, ENDINGS[language]!)}.example`;
    }
    taken.add(domain);
    // A made-up page bears the paper's name; an account like anybody's is one of the authors.
    if (table.typical.value === 0) people.name[page] = titleOf(place, language, random);
    const age = table.closedDays.value + table.windowDays.value * random();
    const registeredMs = span.startMs - DAY_MS * age;
    const facts = ordinaryFacts(random, domain, registeredMs);
    for (const [type, value] of shared[i]!) facts.set(type, value);
    facts.set("registered", dayOf(registeredMs));
    world.sites.push({ domain, label: LABEL, role: "site", indicators: seenFacts(world, random, facts, registeredMs) });
  });
}

/**
 * The values that each site has in common with some others. Several kinds: each kind deals the sites into groups of its own, so that
 * no two kinds tell the same story. One kind: every site is in one group only, and of a cheap kind.
 */
function sharedFacts(count: number, table: NewsroomParameters, random: Random): SiteFacts[] {
  const facts = Array.from({ length: count }, (): SiteFacts => new Map());
  const deal = (sites: readonly number[], make: (group: number) => readonly [string, string]) => {
    for (let from = 0, group = 0; from < sites.length; from += table.groupSize.value, group++) {
      const [type, value] = make(group);
      for (const site of sites.slice(from, from + table.groupSize.value)) {
        facts[site]!.set(type, value);
        // A machine stands in one network, whoever looks.
        if (type === "ip") facts[site]!.set("asn", `hoster-${15 + (group % 30)}`);
      }
    }
  };
  const order = () => shuffle(random, [...Array(count).keys()]);
  if (table.families.value <= 1) {
    deal(order(), (group) => {
      const [type, make] = CHEAP[group % CHEAP.length]!;
      return [type, make(random)];
    });
    return facts;
  }
  for (const [type, make] of COSTLY.slice(0, table.families.value)) {
    deal(order().slice(0, Math.round(table.subset.value * count)), () => [type, make(random)]);
  }
  return facts;
}
