import { chance, seeded, shuffle } from "../../math/random.ts";
import { paperSite } from "../benign/syndication.ts";
import { castOf } from "../casting.ts";
import { HOSTS } from "../links.ts";
import { DAY_MS } from "../rhythm.ts";
import type { World } from "../world.ts";
import {
  ordinaryAge,
  ordinaryFacts,
  ownAddress,
  ownHash,
  type SiteFacts,
  seenFacts,
  sellerId,
  trackingId,
} from "./site-facts.ts";

/** Services that anybody can have a page, a group or a file on. */
const SERVICES = ["codeforge", "chat", "modshelf", "allmylinks", "mailroom"];
/** Share of the sites whose tracking an agency set up under its own id, for two or three customers each. */
const AGENCY_SHARE = 0.08;
/** Agencies that also put their customers on their own server with their own theme. */
const FULL_SERVICE = 0.4;

/**
 * What is known about the sites of ordinary people and of the chain of papers, as a crawl of the whole world would have found it. In
 * every world: without it any shared value would look rare. Call it when every story has cast.
 */
export function registerSites(world: World): void {
  registerHosts(world);
  registerPapers(world);
}

function registerHosts(world: World): void {
  const random = seeded(world.seed, "agencies");
  const taken = new Set(world.sites.map(({ domain }) => domain));
  const drawn = [...HOSTS, ...SERVICES]
    .map((host) => `${host}.example`)
    .filter((domain) => !taken.has(domain))
    .map((domain) => {
      const own = seeded(world.seed, "site", domain);
      const registeredMs = world.span.startMs - ordinaryAge(own);
      return { domain, own, registeredMs, facts: ordinaryFacts(own, domain, registeredMs) };
    });
  const customers = shuffle(random, [...drawn]).slice(0, Math.round(AGENCY_SHARE * drawn.length));
  while (customers.length > 1) {
    const group = customers.splice(0, chance(random, 0.5) ? 2 : 3);
    const shared: SiteFacts = new Map([["analytics", trackingId(random)]]);
    if (chance(random, FULL_SERVICE)) {
      shared.set("ip", ownAddress(random));
      shared.set("asn", `hoster-${15 + Math.floor(random() * 30)}`);
      shared.set("theme", ownHash(random));
    }
    for (const { facts } of group) for (const [type, value] of shared) facts.set(type, value);
  }
  for (const { domain, own, registeredMs, facts } of drawn) {
    const indicators = seenFacts(world, own, facts, registeredMs);
    world.sites.push({ domain, label: "organic", role: "regular", indicators });
  }
}

/** One declared owner, one publishing system: everything alike, and rightly so. */
function registerPapers(world: World): void {
  const label = "benign:syndication";
  const random = seeded(world.seed, "papers-site");
  const owner: SiteFacts = new Map([
    ["analytics", trackingId(random)],
    ["cms", "newsdesk 4"],
    ["theme", ownHash(random)],
    ["certificate", ownHash(random)],
    ["ip", ownAddress(random)],
    ["ads_seller", sellerId(random)],
    ["whois_email", "domains@union-local-media.example"],
  ]);
  for (const role of ["wire", "outlet"]) {
    for (const account of castOf(world, label, role)) {
      const domain = paperSite(world, account);
      // Papers went online one by one, long ago.
      const registeredMs = world.span.startMs - DAY_MS * (2500 + 4500 * random());
      const facts = ordinaryFacts(random, domain, registeredMs);
      for (const [type, value] of owner) facts.set(type, value);
      world.sites.push({ domain, label, role, indicators: seenFacts(world, random, facts, registeredMs) });
    }
  }
}
