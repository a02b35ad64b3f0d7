import { cumulative, drawIndex, mix32, pick, type Random, shuffle, stream } from "../math/random.ts";
import { DAY_MS } from "./rhythm.ts";
import { words } from "./text/grammar.ts";

/** The hosts everybody knows. All end in `.example`, which belongs to nobody (RFC 2606). */
const KNOWN_HOSTS = words(
  "videotube|harbor-post|dailyharbour|picshare|newsline|northern-echo-online|openletter|the-ledger|blogspace|citywire|matchcentre|recipebox|radio-eins|la-voz-nueva|nachrichten-heute|lequotidien|kitchen-diary|gamesbeacon|markets-today|weatherwatch|eltablon|stadtblatt|cine-mundo|zhoukan|urdu-khabar|forumhaus|longreads|codecorner|pitchside|greenroofs|commuterblog|bookmarkd|fundraise|podnest|localhero|shopfront|mapquestions|trailnotes|tinyletters|archive-room",
);
const HOST_FIRST = words(
  "amber|copper|juniper|lantern|meadow|orchard|pebble|quarry|saffron|thistle|upland|willow|anchor|bramble|cedar|dune|ember|fjord|granite|heron|ivory|jetty|kestrel|linden",
);
const HOST_SECOND = words(
  "weekly|journal|notes|review|digest|bulletin|dispatch|almanac|forum|magazine|reader|signal|pages|kitchen|garden|workshop",
);
/** The many that hardly anybody knows, in an order that is the same in every world. */
const RARE_HOSTS = shuffle(
  stream(0x4057, 0),
  HOST_FIRST.flatMap((first) => HOST_SECOND.map((second, i) => `${first}${i % 3 === 0 ? "-" : ""}${second}`)),
);
/** Registrable names of all sites that ordinary people link to, without the ending, the popular first. */
export const HOSTS: readonly string[] = [...KNOWN_HOSTS, ...RARE_HOSTS];
const SLUGS = words(
  "why|after|inside|review|guide|first|live|new|best|late|open|city|night|final|report|story|plan|rise|return|season|home|price|lesson|week",
);

/** Popularity of hosts and of the day's articles falls as 1/rank: a few are everywhere, most are rare. */
const HOST_SUMS = cumulative(HOSTS.map((_, rank) => 1 / (rank + 1)));
const ARTICLES_A_DAY = 40;
const ARTICLE_SUMS = cumulative(Array.from({ length: ARTICLES_A_DAY }, (_, rank) => 1 / (rank + 1)));
const TRACKING = ["utm_source=social", "utm_source=app&utm_medium=share", "fbclid=", "ref=feed"];

/**
 * A link that somebody with this interest would share at this time: mostly today's articles, some older. The same article comes back
 * for others, now and then with a tracking parameter that a reader must see through.
 */
export function articleLink(random: Random, seed: number, topicNumber: number, timeMs: number): string {
  const age = Math.floor(-Math.log(1 - random()) * 0.8);
  const day = Math.floor(timeMs / DAY_MS) - age;
  const article = drawIndex(random, ARTICLE_SUMS);
  const url = articleAt(seed, topicNumber, day, article);
  if (random() > 0.15) return url;
  const tracking = pick(random, TRACKING);
  return `${url}?${tracking.endsWith("=") ? tracking + Math.floor(random() * 1e9).toString(36) : tracking}`;
}

/** Address of the n-th article of a topic's day: the same for everyone. */
export function articleAt(seed: number, topicNumber: number, day: number, article: number): string {
  const random = stream(mix32(seed, topicNumber * 1000 + article), day);
  const host = HOSTS[drawIndex(random, HOST_SUMS)]!;
  const number = Math.floor(random() * 90000) + 10000;
  return `https://${random() < 0.4 ? "www." : ""}${host}.example/${pick(random, SLUGS)}-${pick(random, SLUGS)}-${number}`;
}
