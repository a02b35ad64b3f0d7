import { between, chance, pick, type Random } from "../../math/random.ts";
import { expand, type Lexicon, tidy, words } from "../text/grammar.ts";

/** What a feed carries. `everyMin`: it posts by the clock; 0: when its source has something. */
export interface FeedKind {
  readonly name: string;
  readonly title: string;
  readonly everyMin: number;
  /** Reports a day of a source that has no clock. */
  readonly aDay: number;
  readonly source: string;
}

/** In the order in which an operator starts them; the last two are read by several feeds of different operators. */
export const FEED_KINDS: readonly FeedKind[] = [
  { name: "weather", title: "Weather", everyMin: 180, aDay: 0, source: "open weather service" },
  { name: "transport", title: "Transport", everyMin: 240, aDay: 0, source: "timetable data of the city" },
  { name: "air", title: "Air", everyMin: 360, aDay: 0, source: "city sensors" },
  { name: "quake", title: "World quakes", everyMin: 0, aDay: 1.5, source: "the public seismic network" },
  { name: "rss", title: "Headlines", everyMin: 0, aDay: 5, source: "RSS of the-ledger.example" },
];

export const SELF_LABEL = words(
  "Bot, run in <town>. <title> from <source>|Automated account of <town>. <title>, straight from <source>|I am a bot in <town>. <title>, nothing else, read from <source>|<title> bot 🤖 <town>. Data from <source>, not monitored|Automated: <title>, taken from <source>. Operator in <town>, same as our other feeds",
);

const ROUTES = words(
  "Line 1|Line 2|Line 4|Line 7|the harbour tram|the airport bus|the ring line|night buses|the ferry|Line 12",
);
const HEADLINES = words(
  "{Council|Parliament|Regulator} {to vote on|postpones|publishes} <subject>|{Survey|Report|Figures}: <subject> {grows|shrinks|costs # million more}|<subject> {explained in {three|five|seven} points|back on the agenda|divides committee}|{Engineers|Teachers|Farmers|Nurses} {welcome|criticise|await} <subject>|{What changes|What stays the same|How it works}: <subject>|{Court|Auditors} {reviews|look into} <subject>",
);
const SUBJECT: Lexicon = {
  subject: words(
    "ferry timetable|housing levy|rail link|coastal path|grain storage|recycling rules|school calendar|water meters|museum fund|heat pumps|market licences|bridge toll|seed bank|harbour dredging|street lighting|parking zones",
  ),
};

/** Degrees that a day swings by, from midnight on. */
const BY_THREE_HOURS = [-2, -3, -2, 1, 4, 5, 3, 0];

/** A feed that posts by the clock: one form, changing figures. @param at number of the post, so that figures drift slowly */
export function clockLine(kind: FeedKind, town: string, at: number, random: Random): string {
  if (kind.name === "weather") {
    const sky = pick(random, ["clear", "cloudy", "light rain", "rain", "overcast", "sunny spells", "mist"]);
    const degrees = 5 + (town.length % 7) + BY_THREE_HOURS[at % 8]! + between(random, -1, 2);
    return `${town}: ${degrees} °C, ${sky}. Wind ${between(random, 3, 38)} km/h, humidity ${between(random, 38, 97)} %, pressure ${1000 + ((at * 3) % 29)} hPa`;
  }
  if (kind.name === "air") {
    return `${town} air now: PM2.5 ${between(random, 3, 31)} µg/m³, NO2 ${between(random, 6, 44)} µg/m³, ozone ${between(random, 20, 80)} µg/m³. Index: ${pick(random, ["good", "fair", "moderate"])}`;
  }
  const state = chance(random, 0.3)
    ? `${between(random, 4, 35)} min delay on ${pick(random, ROUTES)}, good service elsewhere`
    : `good service on ${between(random, 19, 24)} of 24 lines`;
  return `${town} transport at this hour: ${state}. Next update in four hours`;
}

/** What the public seismic network reports; places are real towns, the quake is not. */
export function quakeLine(random: Random, towns: readonly string[]): string {
  const magnitude = (2.5 + 2.4 * random() * random()).toFixed(1);
  const bearing = pick(random, ["N", "NE", "E", "SE", "S", "SW", "W", "NW"]);
  return `M${magnitude} earthquake ${between(random, 4, 140)} km ${bearing} of ${pick(random, towns)}, depth ${between(random, 2, 60)} km. Automatic solution`;
}

export const headline = (random: Random): string => tidy(expand(pick(random, HEADLINES), [SUBJECT], random));
