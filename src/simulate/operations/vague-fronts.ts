import { between, pick, type Random, seeded } from "../../math/random.ts";
import {
  ordinaryAge,
  ordinaryFacts,
  ownAddress,
  ownHash,
  REGISTRARS,
  type SiteFacts,
  seenFacts,
  trackingId,
} from "../organic/site-facts.ts";
import { DAY_MS, humanTime } from "../rhythm.ts";
import { strangersWhoAct } from "../strangers.ts";
import { expand, tidy, words } from "../text/grammar.ts";
import { addPost, addVoice, type Content, ORGANIC_VOICE, type World } from "../world.ts";
import { LABEL, SITE_KINDS, type VagueParameters } from "./vague-parameters.ts";

/** An invented organisation with a site. */
interface Front {
  readonly name: string;
  readonly handle: string;
  readonly domain: string;
}

export const FRONTS: readonly Front[] = [
  { name: "Lantern View News", handle: "lantern_view_news", domain: "lanternview-news.example" },
  { name: "Clearwave Media Europe", handle: "clearwave_media", domain: "clearwave-media.example" },
  { name: "Horizon Counsel Group", handle: "horizon_counsel", domain: "horizon-counsel.example" },
];

/** Front of the n-th member; the first three speak for the fronts themselves. */
export const frontOf = (member: number): number => member % FRONTS.length;

const TITLES = words(
  "Senior analyst|Contributing editor|Policy adviser|Research fellow|Programme lead|Correspondent|Project manager|Consultant|Producer",
);
const FIELDS = words(
  "trade and ports|global affairs|energy policy|security studies|supply chains|public diplomacy|emerging markets|maritime law|technology policy",
);
const BIOS = words(
  "{Works|Working} {for|with} <front>, {mostly|often} on <field>. <link>|<field> {by day|first}, {tea|books|tennis} {after|later}. <front> <link>|{Ask me|Talk to me} about <field>. {With|At} <front> since {last year|spring}: <link>|<link> {is where I write|has my notes} on <field>|{Once|Formerly} {a teacher|in shipping|in radio}, now <title> ({views mine|views my own}) <link>|<title>. {Curious|Serious} about <field>. {More|Contact}: <link>",
);

/** Names and bios: one template for all on easy, own words for each where the paraphrase dial says so. */
export function dress(world: World, crew: readonly number[], table: VagueParameters): void {
  const { people, seed } = world;
  const random = seeded(seed, LABEL, "bios");
  crew.forEach((account, k) => {
    const front = FRONTS[frontOf(k)]!;
    const [title, field] = [pick(random, TITLES), pick(random, FIELDS)];
    const link = `https://www.${front.domain}/contact`;
    const lexicon = { title: [title], field: [field], front: [front.name], link: [link] };
    const template = k < FRONTS.length ? "<front> | <field> | <link>" : "<title> at <front> | <field> | <link>";
    const pattern = random() < table.paraphrase.value ? pick(random, BIOS) : template;
    people.bio[account] = tidy(expand(pattern, [lexicon], random));
    if (k >= FRONTS.length) return;
    people.name[account] = front.name;
    // Handles of a kind that others have too, once nothing is to be told by them.
    if (table.histories.value === 0) people.handle[account] = front.handle;
  });
}

/** An old account, bought or dug out; eight others made in one month of last year. */
export function forgetHistories(world: World, crew: readonly number[], table: VagueParameters): void {
  const { people, span, seed } = world;
  const random = seeded(seed, LABEL, "histories");
  const latest = span.startMs - 30 * DAY_MS;
  const whole = (ms: number) => 1000 * Math.floor(ms / 1000);
  crew.forEach((account, k) => {
    const aged = k === 0;
    const made = aged ? Date.UTC(table.agedYear.value, 10, 11) : span.startMs - 270 * DAY_MS;
    people.createdMs[account] = whole(Math.min(latest, made + 30 * DAY_MS * random() * (aged ? 0.5 : 1)));
    people.followers[account] = aged ? table.agedFollowers.value : between(random, 3, 90);
    people.following[account] = between(random, 40, 300);
    people.lifetimePosts[account] = aged ? table.agedPosts.value : between(random, 200, 900);
    people.verified[account] = 0;
  });
}

/** The fronts' sites, and beside them those of ordinary people, who link them and name them in their bios, too. */
export function openSites(world: World, table: VagueParameters, random: Random): void {
  const { people, posts, sites, span } = world;
  const shared = SITE_KINDS.slice(0, Math.min(SITE_KINDS.length, table.sharedIndicators.value));
  const common: SiteFacts = new Map([
    ["analytics", trackingId(random)],
    ["whois_email", "registry.desk@mailroom.example"],
    ["certificate", ownHash(random)],
    ["ip", ownAddress(random)],
    ["favicon", ownHash(random)],
    ["registrar", pick(random, REGISTRARS)],
  ]);
  for (const { domain } of FRONTS) {
    const registeredMs = span.startMs - DAY_MS * (250 + 20 * random());
    const facts = ordinaryFacts(random, domain, registeredMs);
    for (const type of shared) facts.set(type, common.get(type)!);
    sites.push({ domain, label: LABEL, role: "landing", indicators: seenFacts(world, random, facts, registeredMs) });
  }
  const wanted = Math.max(12, Math.round(table.neighbours.value * people.count));
  const siteOf = (account: number) => `${people.handle[account]!.replaceAll("_", "-")}.example`;
  const voice = addVoice(world, (number, own): Content => {
    const written = world.voices[ORGANIC_VOICE]!(number, own);
    return { ...written, urls: [`https://www.${siteOf(posts.account[number]!)}/`] };
  });
  for (const account of strangersWhoAct(world, wanted, random)) {
    const domain = siteOf(account);
    people.bio[account] = `${people.bio[account]} https://www.${domain}`.trim();
    const registeredMs = span.startMs - ordinaryAge(random);
    const facts = ordinaryFacts(random, domain, registeredMs);
    const indicators = seenFacts(world, random, facts, registeredMs);
    sites.push({ domain, label: "organic", role: "regular", indicators });
    const timeMs = humanTime(random, span, people.zone[account]!, people.shift[account]!);
    addPost(world, { timeMs, account, kind: "post", voice, argument: people.community[account]!, appeal: 2 });
  }
}
