import { between, chance, exponential, pick, stream } from "../../math/random.ts";
import { castOf, enlist, isOn, mainPlatform } from "../casting.ts";
import { assumed, type ParameterTable } from "../parameters.ts";
import { DAY_MS } from "../rhythm.ts";
import type { Story } from "../story.ts";
import { ENGLISH } from "../text/english.ts";
import { expand } from "../text/grammar.ts";
import { addPost, addVoice, type Content, type World } from "../world.ts";
import { groupSize, said } from "./crowd.ts";
import { clockLine, FEED_KINDS, type FeedKind, headline, quakeLine, SELF_LABEL } from "./feeds-lines.ts";

const LABEL = "benign:feeds";
const PARAMETERS = {
  share: assumed(0.005, "of all accounts are feeds"),
  least: assumed(10, "feeds at least: two cities with one of each kind"),
  most: assumed(60, "feeds at most"),
  labelled: assumed(0.95, "feeds that call themselves automated in the bio, as platforms ask"),
  jitterS: assumed(4, "most seconds after the minute at which a clock feed posts"),
  outages: assumed(0.01, "posts that a clock feed leaves out"),
  sources: assumed(1, "times the usual number of reports of the sources that have no clock, exponential gaps"),
  pollS: assumed(60, "seconds between two looks at a source; a feed posts at its next look"),
} satisfies ParameterTable;

/** Bots that say they are bots: weather, transport, air, quakes and headlines of one city each, by one operator per city. */
export const FEEDS: Story<typeof PARAMETERS> = {
  name: "feeds",
  label: LABEL,
  about: [
    "Weather, transport, air, quake and headline bots, one account a feed, one operator a city: exact intervals, one form of words.",
    "Near-identical and to the second, day and night; self-labelled, one public source each, and they never boost each other.",
  ],
  parameters: () => PARAMETERS,
  cast: (world, parameters) => {
    const { people } = world;
    const here = isOn(world, mainPlatform(world));
    const feeds = enlist(
      world,
      groupSize(world, parameters),
      LABEL,
      "feed",
      (i) => here(i) && people.language[i] === 0,
    );
    feeds
      .sort((a, b) => a - b)
      .forEach((account, i) => {
        const random = stream(world.seed ^ 0xfeed, i);
        const { kind, town } = feedAt(world, i);
        people.name[account] = `${town} ${kind.title}`;
        people.handle[account] = `${town.toLowerCase()}_${kind.name}_${i}`;
        const bio = { title: [kind.title], town: [town], source: [kind.source] };
        people.bio[account] = chance(random, parameters.labelled.value)
          ? expand(pick(random, SELF_LABEL), [bio], random)
          : `${kind.title} in ${town}`;
        people.location[account] = town;
        people.client[account] = "feed-script";
        people.following[account] = between(random, 0, 3);
        people.verified[account] = 0;
        people.rate[account] = 0;
        const days = (world.span.startMs - people.createdMs[account]!) / DAY_MS;
        people.lifetimePosts[account] = Math.round(days * (kind.everyMin > 0 ? 1440 / kind.everyMin : kind.aDay));
      });
  },
  perform: (world, parameters, random) => {
    const { span } = world;
    const voice = feedVoice(world);
    const reports = FEED_KINDS.map((kind, i) => momentsOf(world, 421 + i, kind.aDay * parameters.sources.value));
    castOf(world, LABEL, "feed").forEach((account, i) => {
      const { kind } = feedAt(world, i);
      const jitterMs = () => 1000 * between(random, 0, parameters.jitterS.value);
      if (kind.everyMin > 0) {
        const everyMs = kind.everyMin * 60_000;
        const count = Math.floor((span.endMs - span.startMs) / everyMs);
        for (let at = 0; at < count; at++) {
          if (chance(random, parameters.outages.value)) continue;
          const timeMs = span.startMs + at * everyMs + jitterMs();
          addPost(world, { timeMs, account, kind: "post", voice, argument: at, appeal: 0.3 });
        }
        return;
      }
      const offsetMs = random() * parameters.pollS.value * 1000;
      reports[FEED_KINDS.indexOf(kind)]!.forEach((eventMs, argument) => {
        const pollMs = parameters.pollS.value * 1000;
        const timeMs = Math.ceil((eventMs - offsetMs) / pollMs) * pollMs + offsetMs + jitterMs();
        addPost(world, { timeMs, account, kind: "post", voice, argument, appeal: kind.name === "rss" ? 8 : 2 });
      });
    });
  },
};

/** The n-th feed: cities in an order of their own, each with one feed of every kind. */
function feedAt(world: World, index: number): { kind: FeedKind; town: string } {
  const towns = ENGLISH.places;
  const first = Math.floor(stream(world.seed, 430)() * towns.length);
  const town = towns[(first + 7 * Math.floor(index / FEED_KINDS.length)) % towns.length]!;
  return { kind: FEED_KINDS[index % FEED_KINDS.length]!, town };
}

/** When a source has something, over the whole span. */
function momentsOf({ span, seed }: World, number: number, aDay: number): number[] {
  const random = stream(seed, number);
  const times: number[] = [];
  if (aDay === 0) return times;
  for (let at = span.startMs; ; ) {
    at += exponential(random, DAY_MS / aDay);
    if (at >= span.endMs) return times;
    times.push(at);
  }
}

function feedVoice(world: World): number {
  const { people, posts, seed } = world;
  const order = new Map(castOf(world, LABEL, "feed").map((account, i) => [account, i]));
  return addVoice(world, (number, random): Content => {
    const account = posts.account[number]!;
    const { kind, town } = feedAt(world, order.get(account)!);
    const argument = posts.argument[number]!;
    if (kind.everyMin > 0) return said(clockLine(kind, town, argument, random), "en");
    // What the source says is the same for all who read it.
    const same = stream(seed ^ (kind.name === "quake" ? 0x9a4e : 0x4e55), argument);
    if (kind.name === "quake") return said(quakeLine(same, ENGLISH.places), "en");
    const title = headline(same);
    const url = `https://the-ledger.example/${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${between(same, 10000, 99999)}`;
    return said(`${title} (via RSS, ${people.location[account]!})`, "en", { urls: [url] });
  });
}
