import { seeded } from "../../math/random.ts";
import { ordinaryFacts, ownAddress, ownHash, seenFacts, trackingId } from "../organic/site-facts.ts";
import { DAY_MS } from "../rhythm.ts";
import type { World } from "../world.ts";
import type { Camp } from "./uncle-spam-lines.ts";
import { LABEL, type UncleSpamParameters } from "./uncle-spam-parameters.ts";

const CAMPS: readonly Camp[] = ["pro", "contra"];

/** Site of a camp's invented front. */
export const frontSite = (camp: Camp): string =>
  camp === "pro" ? "standfast-veterans.example" : "homefront-voices.example";

/** The two fronts argue against each other, and the same hand has set up their sites, a few weeks apart; what they do not share is drawn as for any site. */
export function registerFronts(world: World, table: UncleSpamParameters): void {
  const hand = seeded(world.seed, LABEL, "hand");
  const shared = [
    ["analytics", trackingId(hand)],
    ["favicon", ownHash(hand)],
    ["ip", ownAddress(hand)],
  ] as const;
  CAMPS.forEach((camp, i) => {
    const domain = frontSite(camp);
    const random = seeded(world.seed, LABEL, "site", camp);
    const registeredMs = world.span.startMs - DAY_MS * (180 + 20 * i + 15 * random());
    const facts = ordinaryFacts(random, domain, registeredMs);
    for (const [type, value] of shared.slice(0, table.siteFacts.value)) facts.set(type, value);
    world.sites.push({ domain, label: LABEL, role: camp, indicators: seenFacts(world, random, facts, registeredMs) });
  });
}
